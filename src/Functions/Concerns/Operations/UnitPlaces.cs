using Oversight.Concerns;
using Oversight.Functions.Operations.Fields;

namespace Oversight.Functions.Concerns.Operations;

/// <summary>The unit that several operations ask for.</summary>
internal static class UnitPlaces
{
    public static LookupField Field(string label) => new("unitId", label, UnitLookup.SourceName);

    /// <summary>
    /// Where the field points; not chosen, with a word at the field, when what was typed names no unit or several.
    /// </summary>
    public static async ValueTask<ConcernPlace> ReadAsync(
        this ConcernUnits units, FieldValues values, LookupField field, CancellationToken cancellation)
    {
        switch (values.Read(field))
        {
            case Looked.Found found:
                return await units.FindAsync(found.Id.Value, cancellation);
            case Looked.Unknown:
                values.Refuse(ConcernEdgeRefusals.UnitNotFound, field.Name);
                break;
            case Looked.Several:
                values.Refuse(ConcernEdgeRefusals.UnitAmbiguous, LookupField.ChosenOf(field.Name));
                break;
        }

        return new ConcernPlace.NotChosen();
    }
}
