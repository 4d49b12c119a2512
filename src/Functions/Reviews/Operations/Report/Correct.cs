using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Report;

internal sealed class CorrectReport : ReviewOperation<ReviewCommand.Correct>
{
    private static readonly WordsField What = new("what", "Vad ska rättas?", limits => limits.Reason)
    {
        Required = true,
        Rows = 4,
        Hint = "Så som det ska stå i rättelsen.",
    };

    private static readonly WordsField Reason = Why("Motivering");

    public override OperationName Name { get; } = new("correct", "ratta-rapporten");

    public override string Title => "Rätta rapporten";

    public override string Summary => "Tar upp en fastställd rapport på nytt. Nästa rapport blir en ny version.";

    public override string Done => "Granskningen är öppen igen. Nästa rapport blir en ny version.";

    public override int Rank => 230;

    public override IReadOnlyList<Field> Fields { get; } = [What, Reason];

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.Correct(texts.Add(values, What), texts.Add(values, Reason), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.CorrectionBegun begun
            ? new Told("Rättelse av rapporten påbörjad", [], begun.What, begun.Reason)
            : null;
}
