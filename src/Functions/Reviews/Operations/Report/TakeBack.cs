using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Report;

internal sealed class TakeBack : ReviewOperation<ReviewCommand.TakeBack>
{
    private static readonly WordsField Reason = Why("Motivering");

    public override OperationName Name { get; } = new("take-back", "ta-tillbaka");

    public override string Title => "Ta tillbaka utkastet";

    public override string Summary => "Tar tillbaka utkastet för att bedöma på nytt.";

    public override string Done => "Utkastet är tillbaka. Bedömningarna kan ändras.";

    public override int Rank => 130;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.TakeBack(texts.Add(values, Reason), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.TakenBack back ? new Told("Utkastet tillbakataget", [], back.Reason) : null;
}
