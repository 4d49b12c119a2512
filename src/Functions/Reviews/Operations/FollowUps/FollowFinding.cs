using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.FollowUps;

internal sealed class FollowFinding : ReviewOperation<ReviewCommand.FollowFinding>
{
    private static readonly OwnChoiceField Finding = new("finding", "Brist")
    {
        Required = true,
        Unfolds = true,
        IsNumber = true,
    };

    private static readonly NameField<FindingStatus> Status = new("status", "Läge nu", ReviewWords.FindingStatuses)
    {
        Required = true,
    };

    private static readonly WordsField Evidence = new("evidence", "Vad visar det?", limits => limits.Reason)
    {
        Required = true,
        Rows = 4,
        Hint = "Vad ni har sett, läst eller prövat. Skriv inga namn på kunder.",
    };

    private static readonly YesNoField IsEnough = new(
        "isEnough", "Räcker det som är visat?", "Ja, det räcker", "Nej, det behövs mer")
    { Required = true };

    public override OperationName Name { get; } = new("follow-finding", "folj-upp-brist");

    public override string Title => "Följ upp en brist";

    public override string Button => "Spara läget";

    public override string Summary =>
        "Antecknar vad uppföljningen visar om en brist: läge, underlag och om det räcker.";

    public override string Done => "Bristens läge är antecknat.";

    public override int Rank => 172;

    public override IReadOnlyList<Field> Fields { get; } = [Finding, Status, Evidence, IsEnough];

    public override bool Fits(OpenReview open) => base.Fits(open)
        && open.Review is { FinalDate.IsOver: false } && ToFollow(open.Review).Count > 0;

    public override IReadOnlyList<Choice>? ChoicesOf(OpenReview open, Field field) =>
        field == Finding ? ReviewWords.Findings(ToFollow(open.Review)) : null;

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.FollowFinding(
            values.ReadNumber(Finding), values.Read(Status), texts.Add(values, Evidence), values.Read(IsEnough),
            open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.FindingFollowed { Followed: var followed }
            ? new Told(
                $"Brist {followed.Finding} följd upp",
                [("Läge nu", ReviewWords.Text(followed.Now)), ("Underlaget räcker", followed.IsEnough ? "Ja" : "Nej")],
                followed.Evidence)
            : null;

    /// <summary>Those that are open, and those that have been looked at and may be looked at once more.</summary>
    private static IReadOnlyList<Finding> ToFollow(Review review) =>
    [
        .. review.Findings.Where(finding => finding.IsOpen
            || review.Followed.Any(followed => followed.Finding == finding.Number)),
    ];
}
