using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Report;

internal sealed class ReturnDraft : ReadingOperation<ReviewCommand.ReturnDraft>
{
    private static readonly WordsField Reason = new("reason", "Vad behöver ändras?", limits => limits.LongText)
    {
        Required = true,
        Rows = 6,
        Hint = "Skriv inga namn på kunder.",
    };

    public override OperationName Name { get; } = new("return-draft", "lamna-tillbaka-utkastet");

    public override string Title => "Lämna tillbaka utkastet";

    public override string Summary => "En annan granskare än författaren lämnar tillbaka utkastet för omarbetning.";

    public override string Done => "Utkastet är tillbaka hos granskarna.";

    public override int Rank => 97;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.ReturnDraft(texts.Add(ReviewTexts.ReviewerName, open.User.Name),
            texts.Add(values, Reason), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.DraftReturned back
            ? new Told("Utkastet återlämnat av en andra läsare", [], back.Reader.Name, back.Reason)
            : null;
}
