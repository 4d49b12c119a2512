using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Settings;

namespace Oversight.Functions.Concerns.Operations;

internal sealed class LinkToUnit(ConcernUnits units) : ConcernOperation<ConcernCommand.LinkToUnit>
{
    private static readonly LookupField Unit = UnitPlaces.Field("Anordnare och enhet") with { Required = true };

    public override OperationName Name { get; } = new("link-to-unit", "enhet");

    public override string Title => "Koppla till enhet";

    public override string Summary => "Kopplar en synpunkt om en okänd anordnare till enheten.";

    public override string Done => "Synpunkten är kopplad till enheten.";

    public override Permission Permission => Permission.AssessConcern;

    public override IReadOnlyList<Field> Fields { get; } = [Unit];

    public override int Rank => 20;

    public override bool IsFor(OpenConcern open) => open.Access.Assesses;

    public override bool Fits(OpenConcern open) => base.Fits(open) && open.File.Unit is null;

    public override async ValueTask<ConcernCommand> CommandAsync(
        OpenConcern open, FieldValues values, DraftTexts texts, CancellationToken cancellation) =>
        new ConcernCommand.LinkToUnit(await units.ReadAsync(values, Unit, cancellation));

    public override Told? Tell(ConcernEvent happened, MunicipalitySettings settings, ConcernAccess access) =>
        happened is ConcernEvent.LinkedToUnit linked
            ? new Told("Kopplad till enhet", [("Enhet", $"{linked.Unit.Name} – {linked.Unit.ProviderName}")])
            : null;
}
