using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Checklist;

internal sealed class NoteInterview : ReviewOperation<ReviewCommand.NoteInterview>
{
    private static readonly NameField<InterviewKind> Kind = new("kind", "Samtal med", ReviewWords.InterviewKinds)
    {
        Required = true,
    };

    private static readonly WordsField Notes = new("notes", "Vad som sades", limits => limits.LongText)
    {
        Required = true,
        Rows = 8,
        Hint = "Skriv inga namn. Systemet ger personen en kod, till exempel K1.",
    };

    public override OperationName Name { get; } = new("note-interview", "intervju");

    public override string Title => "Anteckna ett samtal";

    public override string Button => "Spara anteckningen";

    public override string Summary =>
        "Antecknar ett samtal med en kund, närstående, ledning eller personal. Bara granskarna läser anteckningen.";

    public override string Done => "Anteckningen är sparad.";

    public override int Rank => 45;

    public override IReadOnlyList<Field> Fields { get; } = [Kind, Notes];

    public override string Lead(OpenReview open) =>
        "Bara granskningens granskare kan läsa anteckningen. I rapporten står bara hur många samtal som har förts.";

    /// <summary>One of its own: what others note at the same time is no conflict.</summary>
    public override string ItemOf(FieldValues values) => "interview";

    public override string Next(OpenReview open) => $"{open.Address}/besok";

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.NoteInterview(values.Read(Kind), texts.Add(values, Notes), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.InterviewNoted { Interview: var interview }
        ? new Told("Samtal antecknat", [("Samtal med", ReviewWords.Text(interview.Kind))], interview.Notes)
        {
            OnlyForReviewers = true,
        }
        : null;
}
