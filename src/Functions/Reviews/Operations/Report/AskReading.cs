using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Report;

internal sealed class AskReading : ReviewOperation<ReviewCommand.AskReading>
{
    public override OperationName Name { get; } = new("ask-reading", "lamna-for-lasning");

    public override string Title => "Lämna utkastet till en andra läsare";

    public override string Button => "Lämna utkastet";

    public override string Summary => "Lämnar utkastet till en annan granskare, som läser det innan det kommuniceras.";

    public override string Done => "Utkastet väntar på en andra läsare och finns bland dokumenten.";

    public override int Rank => 95;

    public override IReadOnlyList<Field> Fields { get; } = [];

    public override bool Fits(OpenReview open) => base.Fits(open) && open.Setup.Rules.SecondReader;

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) => new(new ReviewCommand.AskReading());

    public override ReviewTold? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.ReadingAsked ? new ReviewTold("Utkastet lämnat till en andra läsare", []) : null;
}

/// <summary>What another reviewer than the author says of a draft.</summary>
internal abstract class ReadingOperation<TCommand> : ReviewOperation<TCommand>
    where TCommand : ReviewCommand
{
    public override bool IsFor(OpenReview open) => IsForBoard(open) && !open.Review.IsAuthor(open.User.UserId);
}

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

    public override string Summary => "En annan granskare än författaren har läst utkastet, med eller utan anmärkningar.";

    public override string Done => "Utkastet är läst och kan kommuniceras.";

    public override int Rank => 96;

    public override IReadOnlyList<Field> Fields { get; } = [Remarks];

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.ReadDraft(texts.Add(ReviewTexts.ReviewerName, open.User.Name), texts.Add(values, Remarks), open.Setup));

    public override ReviewTold? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.DraftRead read ? new ReviewTold("Utkastet läst av en andra läsare", [], read.Reader.Name, read.Remarks) : null;
}

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
        new(new ReviewCommand.ReturnDraft(texts.Add(ReviewTexts.ReviewerName, open.User.Name), texts.Add(values, Reason), open.Setup));

    public override ReviewTold? Tell(ReviewEvent happened, ReviewWords words) => happened is ReviewEvent.DraftReturned back
        ? new ReviewTold("Utkastet återlämnat av en andra läsare", [], back.Reader.Name, back.Reason)
        : null;
}
