using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Ending;

internal sealed class CloseReview : ReviewOperation<ReviewCommand.Close>
{
    private static readonly WordsField Reason =
        Why("Vad blev resultatet?", "Står i avslutsbrevet till verksamheten. Skriv inga namn på kunder.");

    public override OperationName Name { get; } = new("close", "avsluta");

    public override string Title => "Avsluta granskningen";

    public override string Summary => "Avslutar en granskning där inget återstår att göra.";

    public override string Done =>
        "Granskningen är avslutad. De som har lämnat synpunkter får svar, och avslutsbrevet finns bland dokumenten.";

    public override int Rank => 180;

    public override IReadOnlyList<Field> Fields { get; } = [Reason, ReporterFields.Decided, ReporterFields.Became];

    public override IReadOnlyList<Field> FieldsOf(OpenReview open) => ReporterFields.After(open, Reason);

    public override bool Fits(OpenReview open) =>
        base.Fits(open) && ReviewClosing.Remaining(open.Review, open.Setup).Count == 0;

    public override string? Lead(OpenReview open) => open.Review.Seal is null
        ? null
        : "Granskningen är spärrad. Verksamheten får inget avslutsbrev. Skriv inget till dem som lämnade synpunkterna "
            + "som röjer varför.";

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.Close(texts.Add(values, Reason), open.Setup)
        {
            Reporters = ReporterFields.Of(open, values, texts),
        });

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.Closed { Ending: ReviewEnding.Completed } closed
            ? new Told("Granskningen avslutad", [], closed.Reason, closed.Answer?.Decided, closed.Answer?.Became)
            : null;
}
