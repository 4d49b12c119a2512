using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Ending;

internal sealed class ResumeReview : SharedOperation<ReviewCommand.Resume>
{
    public override OperationName Name { get; } = new("resume", "ateruppta");

    public override string Title => "Återuppta granskningen";

    public override string Summary => "Återupptar en pausad granskning. Dagarna som löpte flyttas med pausens längd.";

    public override string Done => "Granskningen är återupptagen, och dagarna som löpte är flyttade.";

    public override int Rank => 10;

    public override bool Fits(OpenReview open) => base.Fits(open) && open.Review.Pause is not null;

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.Resume());

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.Resumed resumed
            ? new Told("Granskningen återupptagen", [("Pausen varade", $"{ReviewWords.Count(resumed.Days)} dagar")])
            : null;
}
