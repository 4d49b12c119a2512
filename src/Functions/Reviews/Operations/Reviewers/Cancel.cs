using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Reviews.Operations.Ending;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Reviewers;

internal sealed class CancelReview : ReviewOperation<ReviewCommand.Cancel>
{
    private static readonly WordsField Reason = Why("Varför avbryts den?");

    public override OperationName Name { get; } = new("cancel", "avbryt");

    public override string Title => "Avbryt granskningen";

    public override string Summary => "Avbryter granskningen innan det finns en rapport. Enhetschefen beslutar.";

    public override string Done => "Granskningen är avbruten.";

    public override int Rank => 240;

    public override IReadOnlyList<Field> Fields { get; } = [Reason, ReporterFields.Decided, ReporterFields.Became];

    public override IReadOnlyList<Field> FieldsOf(OpenReview open) => ReporterFields.After(open, Reason);

    public override bool Fits(OpenReview open) => base.Fits(open) && open.Review.Report is null;

    public override Permission Permission => Permission.CancelReview;

    public override bool IsFor(OpenReview open) => IsForBoard(open);

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.Cancel(texts.Add(values, Reason), open.Setup)
        {
            Reporters = ReporterFields.Of(open, values, texts),
        });

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.Closed { Ending: ReviewEnding.Cancelled } closed
            ? new Told("Granskningen avbruten", [], closed.Reason, closed.Answer?.Decided, closed.Answer?.Became)
            : null;
}
