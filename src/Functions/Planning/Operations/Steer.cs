using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;
using Oversight.Planning;

namespace Oversight.Functions.Planning.Operations;

internal sealed class Steer(Plans plans) : PlanOperation
{
    private static readonly OwnChoiceField Unit = new("unit", "Enhet") { Required = true, Unfolds = true };

    private static readonly NameField<SteeringKind> Kind = new("kind", "Vad ska gälla?",
    [
        new Choice("in", "Enheten ska granskas"), new Choice("inQuarter", "Enheten ska granskas ett visst kvartal"),
        new Choice("out", "Enheten ska inte granskas"), new Choice("free", "Riskanalysen avgör igen"),
    ])
    { Required = true };

    private static readonly OwnChoiceField Quarter = new("quarter", "Kvartal")
    {
        Unfolds = true,
        IsNumber = true,
        Hint = "Bara när enheten ska granskas ett visst kvartal.",
    };

    private static readonly WordsField Reason = PlanFields.Reason();

    public override OperationName Name { get; } = new("steer", "styr");

    public override string Title => "Bestäm om en enhet";

    public override string Summary =>
        "Bestämmer om en enhet ska granskas och när, oavsett risk, med motivering. Planen görs om efter det.";

    public override string Done => "Det är bestämt, och planen är gjord om efter det.";

    public override Permission Permission => Permission.DraftPlan;

    public override bool IsEmbedded => false;

    public override int Rank => 20;

    public override IReadOnlyList<Field> Fields { get; } = [Unit, Kind, Quarter, Reason, PlanFields.Anyway];

    public override IReadOnlyList<Field> FieldsOf(OpenPlan open) => PlanFields.WithoutAnyway(open, Fields);

    public override bool Fits(OpenPlan open) => open.State is PlanState.Draft;

    public override string Lead(OpenPlan open) =>
        "Det du bestämmer går före riskanalysen. Motiveringen står i planens historik.";

    public override IReadOnlyList<Choice>? ChoicesOf(OpenPlan open, Field field) =>
        field == Unit ? PlanFields.Units(open.Plan.Content)
        : field == Quarter
            ?
            [
                .. Enumerable.Range(1, 4).Select(quarter => new Choice(
                    quarter.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    PlanWords.Quarter(open.Plan.Content.PeriodFirst, quarter))),
            ]
            : null;

    public override async Task<Outcome<PlanState>?> RunAsync(
        OpenPlan open, FieldValues values, Envelope envelope, CancellationToken cancellation)
    {
        var (kind, quarter) = (values.Read(Kind), values.ReadNumber(Quarter));
        if (!Id.TryParse(values.Text(Unit), out var unit))
            values.Refuse(PlanRefusals.UnitNotInPlan, Unit.Name);
        if (kind is null && values.Faults.All(fault => fault.Field != Kind.Name))
            values.Refuse(PlanFormRefusals.KindMissing, Kind.Name);
        return values.Faults.Count > 0
            ? null
            : await plans.SteerAsync(
                open, unit, kind!.Value, quarter, values.Text(Reason), values.Read(PlanFields.Anyway), envelope,
                cancellation);
    }
}
