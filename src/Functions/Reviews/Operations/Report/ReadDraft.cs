using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Report;

internal sealed class ReadDraft : ReadingOperation<ReviewCommand.ReadDraft>
{
    private static readonly WordsField Remarks = new("remarks", "Anmärkningar", limits => limits.LongText)
    {
        Rows = 6,
        Hint = "Lämna tomt om du inte har några. Skriv inga namn på kunder.",
    };

    public override OperationName Name { get; } = new("read-draft", "last");

    public override string Title => "Säg att utkastet är läst";

    public override string Button => "Utkastet är läst";

    public override string Summary =>
        "En annan granskare än författaren har läst utkastet, med eller utan anmärkningar.";

    public override string Done => "Utkastet är läst och kan kommuniceras.";

    public override int Rank => 96;

    public override IReadOnlyList<Field> Fields { get; } = [Remarks];

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.ReadDraft(texts.Add(ReviewTexts.ReviewerName, open.User.Name), texts.Add(values, Remarks),
            open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.DraftRead read
            ? new Told("Utkastet läst av en andra läsare", [], read.Reader.Name, read.Remarks)
            : null;
}
