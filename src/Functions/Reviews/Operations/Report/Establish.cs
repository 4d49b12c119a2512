using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Report;

internal sealed class Establish : ReviewOperation<ReviewCommand.Establish>
{
    private static readonly WordsField Conclusion =
        new("summary", "Sammanfattande bedömning", limits => limits.LongText)
        {
            Required = true,
            Rows = 6,
            Hint = "Så som den ska stå i rapporten. Skriv inga namn.",
        };

    public override OperationName Name { get; } = new("establish", "faststall-rapporten");

    public override string Title => "Fastställ rapporten";

    public override string Summary => "Fastställer granskningsrapporten.";

    public override string Done => "Rapporten är fastställd och finns bland dokumenten.";

    public override int Rank => 120;

    public override IReadOnlyList<Field> Fields { get; } = [Conclusion];

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.Establish(texts.Add(values, Conclusion), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.Established established
        ? new Told($"Rapporten fastställd, version {established.Version}", [], established.Summary)
        : null;
}
