using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers.Operations;

internal sealed class ChangeDetails : UnitOperation
{
    public override OperationName Name { get; } = new("change-details", "uppgifter");

    public override string Title => "Ändra uppgifter";

    public override string Button => "Spara";

    public override string Summary => "Adress, insatser, målgrupper och giltighet ändras från en dag.";

    public override string Done => "Uppgifterna är sparade.";

    public override IReadOnlyList<Field> Fields { get; } = [RegisterFields.From, .. RegisterFields.Details];

    public override int Rank => 20;

    /// <summary>Services of the agreement, and those that the unit has already.</summary>
    public override IReadOnlyList<Choice>? ChoicesOf(OpenUnit open, Field field) => field != RegisterFields.Services
        ? null
        : [.. open.State.Agreement.Services.Concat(open.State.Details.Services).Distinct()
            .Select(code => new Choice(code.Value, open.Scene.Settings.Services([code])))];

    protected override IReadOnlyDictionary<string, IReadOnlyList<string>> Present(UnitState.Registered unit) =>
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["address"] = [unit.Details.Address ?? ""],
            ["services"] = [.. unit.Details.Services.Select(code => code.Value)],
            ["targetGroups"] = [.. unit.Details.TargetGroups.Select(code => code.Value)],
            ["validFrom"] = [RegisterWording.Iso(unit.Details.ValidFrom)],
            ["validTo"] = [RegisterWording.Iso(unit.Details.ValidTo)],
        };

    public override ValueTask<UnitCommand?> CommandAsync(
        OpenUnit open, FieldReader fields, NewIdentity identity, CancellationToken cancellation) =>
        new(RegisterForms.UnitChange(fields, open.Scene.Rules));

    public override Told? Tell(UnitEvent happened, MunicipalitySettings settings) =>
        happened is UnitEvent.DetailsChanged changed
            ? Told.From(
                "Uppgifterna ändrades", changed.From, ("Adress", changed.Details.Address ?? "–"),
                ("Insatser", settings.Services(changed.Details.Services)))
            : null;
}
