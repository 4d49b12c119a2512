using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.ActionPlan;

internal sealed class AskPlan : ReviewOperation<ReviewCommand.AskPlan>
{
    private static readonly DayField Until = new("until", "Sista svarsdag")
    {
        Hint = "Lämna tomt för den tid som gäller enligt inställningarna.",
    };

    public override OperationName Name { get; } = new("ask-plan", "begar-atgardsplan");

    public override string Title => "Begär åtgärdsplan";

    public override string Summary => "Begär en åtgärdsplan för de brister som kvarstår.";

    public override string Done => "Begäran finns bland dokumenten. Planen väntas till sista svarsdagen.";

    protected override bool ReachesProvider => true;

    public override int Rank => 140;

    public override IReadOnlyList<Field> Fields { get; } = [Until];

    public override bool Fits(OpenReview open) =>
        base.Fits(open) && open.Review.Findings.Any(finding => finding.IsOpen);

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.AskPlan(values.Read(Until), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.PlanAsked asked
            ? new Told("Åtgärdsplan begärd", [("Sista svarsdag", Day(asked.Until))])
            : null;
}
