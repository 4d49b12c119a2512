using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.ActionPlan;

internal sealed class ReturnPlan : ReviewOperation<ReviewCommand.ReturnPlan>
{
    private static readonly WordsField Reason = Why("Vad saknas?");

    private static readonly DayField Until = new("until", "Sista svarsdag")
    {
        Hint = "Lämna tomt för den tid som gäller enligt inställningarna.",
    };

    public override OperationName Name { get; } = new("return-plan", "aterlamna-atgardsplan");

    public override string Title => "Återlämna åtgärdsplanen";

    public override string Summary => "Lämnar tillbaka åtgärdsplanen med skäl och ny sista dag.";

    public override string Done => "Åtgärdsplanen är återlämnad. En ny väntas till sista svarsdagen.";

    protected override bool ReachesProvider => true;

    public override int Rank => 170;

    public override IReadOnlyList<Field> Fields { get; } = [Reason, Until];

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.ReturnPlan(values.Read(Until), texts.Add(values, Reason), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.PlanReturned back
            ? new Told("Åtgärdsplanen återlämnad", [("Ny sista svarsdag", Day(back.Until))], back.Reason)
            : null;
}
