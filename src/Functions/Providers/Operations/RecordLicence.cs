using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers.Operations;

internal sealed class RecordLicence : UnitOperation
{
    public override OperationName Name { get; } = new("record-licence", "tillstand");

    public override string Title => "Ändra tillstånd";

    public override string Button => "Spara";

    public override string Summary => "Tillståndsplikt och tillstånd från IVO.";

    public override string Done => "Uppgifterna om tillstånd är sparade.";

    public override IReadOnlyList<Field> Fields { get; } =
        [RegisterFields.LicenceRequired with { RequiredInCalls = true }, .. RegisterFields.Licence.Skip(1)];

    public override int Rank => 40;

    protected override IReadOnlyDictionary<string, IReadOnlyList<string>> Present(UnitState.Registered unit) =>
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["licenceRequired"] = unit.Licence.IsRequired ? [TickField.Ticked] : [],
            ["licenceNumber"] = [unit.Licence.Number ?? ""],
            ["licenceGrantedOn"] = [RegisterWording.Iso(unit.Licence.GrantedOn)],
        };

    public override ValueTask<UnitCommand?> CommandAsync(
        OpenUnit open, FieldReader fields, NewIdentity identity, CancellationToken cancellation) =>
        new(new UnitCommand.RecordLicence(RegisterForms.Licence(fields)));

    public override Told? Tell(UnitEvent happened, MunicipalitySettings settings) =>
        happened is UnitEvent.LicenceRecorded { Licence: var licence }
            ? new Told(
                "Uppgifter om tillstånd ändrades",
                [("Tillståndsplikt", licence.IsRequired ? "Ja" : "Nej"), ("Tillstånd från IVO", licence.Number ?? "–")])
            : null;
}
