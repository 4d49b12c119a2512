using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Texts;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.ActionPlan;

/// <summary>No finding is left to plan for.</summary>
internal sealed class DropPlan : ReviewOperation<ReviewCommand.DropPlan>
{
    private static readonly WordsField Reason = Why("Varför behövs ingen åtgärdsplan?");

    public override OperationName Name { get; } = new("drop-plan", "avsta-atgardsplan");

    public override string Title => "Avstå från åtgärdsplanen";

    public override string Summary =>
        "Väntar inte längre på en åtgärdsplan, när ingen brist är öppen: verksamheten har upphört, eller allt är "
            + "åtgärdat.";

    public override string Done => "Ingen åtgärdsplan väntas. Verksamhetens svarslänk gäller inte längre.";

    public override int Rank => 172;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override bool Fits(OpenReview open) =>
        base.Fits(open) && open.Review.Findings.All(finding => !finding.IsOpen);

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.DropPlan(texts.Add(values, Reason), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.PlanDropped dropped ? new Told("Ingen åtgärdsplan behövs", [], dropped.Reason) : null;
}
