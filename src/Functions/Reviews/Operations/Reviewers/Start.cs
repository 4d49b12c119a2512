using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Reviewers;

internal sealed class Start : ReviewOperation<ReviewCommand.Start>
{
    public override OperationName Name { get; } = new("start", "borja");

    public override string Title => "Börja granskningen";

    public override string Summary =>
        "Den som börjar blir ansvarig granskare. Från den dagen räknas granskningens tider.";

    public override string Done => "Du är ansvarig granskare. Bestäm nu vad som ska granskas och hur.";

    public override int Rank => 10;

    public override string Lead(OpenReview open) =>
        "Du blir ansvarig granskare. Anmäl jäv i stället om du har band till verksamheten.";

    public override bool IsFor(OpenReview open) => IsForBoard(open);

    public override bool Fits(OpenReview open) => base.Fits(open) && open.Review.Origin.NotBefore <= open.Today;

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.Start(
            texts.Add(ReviewTexts.ReviewerName, open.User.Name), open.Setup.Rules.PromptDays));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.Started ? new Told("Granskningen började", []) : null;
}
