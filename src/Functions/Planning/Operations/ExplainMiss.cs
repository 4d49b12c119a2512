using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Planning;

namespace Oversight.Functions.Planning.Operations;

internal sealed class ExplainMiss(Plans plans, PlanInputs inputs, StockholmTime time) : PlanOperation
{
    private static readonly OwnChoiceField Unit = new("unit", "Granskning som inte blev av")
    {
        Required = true,
        Unfolds = true,
        Hint = "Listan är tom när alla granskningar har påbörjats i tid.",
    };

    private static readonly WordsField Reason = PlanFields.Reason("Varför blev den inte av?");

    public override OperationName Name { get; } = new("explain-miss", "forklara");

    public override string Title => "Förklara en granskning som inte blev av";

    public override string Button => "Spara förklaringen";

    public override string Summary => "Säger varför en granskning i en fastställd plan inte blev av i sitt kvartal.";

    public override string Done => "Förklaringen är sparad. Den följer med när planen jämförs med utfallet.";

    public override Permission Permission => Permission.DraftPlan;

    public override bool IsEmbedded => false;

    public override int Rank => 50;

    public override IReadOnlyList<Field> Fields { get; } = [Unit, Reason];

    public override bool Fits(OpenPlan open) => open.State is PlanState.Adopted;

    public override async ValueTask<IReadOnlyList<Choice>?> ReadChoicesAsync(
        OpenPlan open, Field field, CancellationToken cancellation) => field == Unit
        ? [.. (await MissedAsync(open, cancellation))
            .Select(one => new Choice(one.Planned.Unit.UnitId.Value, one.Planned.Unit.Name))]
        : null;

    public override async Task<Outcome<PlanState>?> RunAsync(
        OpenPlan open, FieldValues values, Envelope envelope, CancellationToken cancellation)
    {
        if (!Id.TryParse(values.Text(Unit), out var unit))
            values.Refuse(PlanRefusals.NotMissed, Unit.Name);
        if (values.Faults.Count > 0)
            return null;
        var missed = (await MissedAsync(open, cancellation)).Select(one => one.Planned.Unit.UnitId).ToList();
        return await plans.ExplainAsync(open, unit, missed, values.Text(Reason), envelope, cancellation);
    }

    private async Task<IReadOnlyList<ReviewOutcome>> MissedAsync(OpenPlan open, CancellationToken cancellation) =>
        [.. (await inputs.OutcomeAsync(open.State, time.Today(), cancellation)).Where(one => one.IsMiss)];
}
