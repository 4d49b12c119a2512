using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.ActionPlan;

internal sealed class ApprovePlan : ReviewOperation<ReviewCommand.ApprovePlan>
{
    private static readonly WordsField Reason = Why("Bedömning av planen");

    public override OperationName Name { get; } = new("approve-plan", "godkann-atgardsplan");

    public override string Title => "Godkänn åtgärdsplanen";

    public override string Summary => "Godkänner åtgärdsplanen när varje brist som kvarstår har en åtgärd.";

    public override string Done => "Åtgärdsplanen är godkänd och finns bland dokumenten.";

    public override int Rank => 160;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.ApprovePlan(texts.Add(values, Reason), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.PlanApproved approved
            ? new Told("Åtgärdsplanen godkänd", [], approved.Reason)
            : null;
}
