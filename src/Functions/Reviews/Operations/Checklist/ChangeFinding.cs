using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Checklist;

internal sealed class ChangeFinding : ReviewOperation<ReviewCommand.ChangeFinding>
{
    private static readonly OwnChoiceField Finding = new("number", "Brist")
    {
        Required = true,
        Unfolds = true,
        IsNumber = true,
    };

    private static readonly NameField<FindingStatus> Status = new("status", "Läge", ReviewWords.FindingStatuses)
    {
        Required = true,
    };

    private static readonly OwnChoiceField CauseOf = new("causeOf", "Bidragande orsak till")
    {
        Unfolds = true,
        IsNumber = true,
    };

    private static readonly WordsField Reason = Why("Vad visar det?");

    public override OperationName Name { get; } = new("change-finding", "andra-brist");

    public override string Title => "Ändra en brist";

    public override string Button => "Spara ändringen";

    public override string Summary => "Säger vad som har blivit av en brist, eller vilken brist den bidrar till.";

    public override string Done => "Bristen är ändrad.";

    public override int Rank => 70;

    public override IReadOnlyList<Field> Fields { get; } = [Finding, Status, CauseOf, Reason];

    public override bool Fits(OpenReview open) => base.Fits(open) && open.Review.Findings.Count > 0;

    public override IReadOnlyList<Choice>? ChoicesOf(OpenReview open, Field field) =>
        field == Finding || field == CauseOf ? ReviewWords.Findings(open.Review.Findings) : null;

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.ChangeFinding(
            values.ReadNumber(Finding), values.Read(Status), values.ReadNumber(CauseOf), texts.Add(values, Reason),
            open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.FindingChanged changed
        ? new Told($"Brist {changed.Number} ändrad", [("Läge", ReviewWords.Text(changed.Status))], changed.Reason)
        : null;
}
