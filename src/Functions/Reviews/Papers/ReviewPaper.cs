using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;
using Oversight.Settings;
using DocumentHead = Oversight.Documents.DocumentHead;

namespace Oversight.Functions.Reviews.Papers;

/// <summary>What every document of a review is made of.</summary>
/// <param name="Day">The document's own date.</param>
public sealed record ReviewPaper(
    Id Id, Review Review, MunicipalitySettings Settings, ReviewRules Rules, ReviewTexts Texts, DateOnly Day)
{
    public ReviewWords Words { get; } = new(Settings, Rules);

    public string Unit => $"{Review.Unit.Name}, {Review.Unit.ProviderName}";

    public string BoardName => Words.Board(Review.Unit.Board);

    public DocumentHead Head(string type, DocumentStatus status, bool isDraft = false) =>
        Settings.HeadOf(Review.Unit.Board, type, Day, status, isDraft) with
        {
            RegistrationNumber = Review.CaseNumber,
        };

    public DocumentDraft Keep(Id document, string type, ContentClass content, Document made) =>
        new(document, Review.Unit.Board, new CodeId(type), content, made,
            [Id, .. Review.Origin.Concerns.Select(concern => concern.ConcernId)]);

    /// <summary>The reviewers by name, title and unit (R112).</summary>
    public IReadOnlyList<Signatory> Signatories =>
    [
        .. Reviewers.Select(reviewer =>
            new Signatory("Kvalitetsutvecklare", Texts.Find(reviewer.Name), Settings.UnitOf(Review.Unit.Board))),
    ];

    /// <summary>The reviewers, and beside them the medically responsible who take part (R13).</summary>
    public IReadOnlyList<Signatory> Participants =>
    [
        .. Signatories,
        .. Review.Medical is { } named
            ? ReviewWords.Medical(named).Select(one => new Signatory(one.Title, Texts.Find(one.Name)))
            : [],
    ];

    /// <summary>The report in force.</summary>
    public DocumentAttachment ReportAttachment =>
        new($"Granskningsrapport, version {Review.Report!.Version}", Review.Report.On);

    /// <summary>Why the review is made (R85, R86), in words that single out nobody.</summary>
    public string Reason => Review.Origin switch
    {
        { Kind: ReviewKind.Planned, PlanYear: { } year } => $"Granskningen är planerad i årsplanen {year}.",
        { Kind: ReviewKind.Joint } when Review.Twin is { } twin =>
            $"Granskningen görs på initiativ av {Words.Board(twin.Board)}.",
        { Concerns.Count: 0 } when Review.Follows is { } follows =>
            $"Granskningen följer på granskning {follows.Review.Reference(ReviewPartitions.ReferenceKind)}, där "
            + "brister kvarstod efter den sista dagen.",
        { Concerns.Count: var concerns } =>
            $"Granskningen är påkallad. Beslutet fattades {SwedishDates.Text(Review.Origin.NotBefore)} "
            + $"med anledning av {ReviewWords.Few(concerns, Settings.Limits)} synpunkter från "
            + $"{ReviewWords.Few(Review.Reporters, Settings.Limits)} handläggare.",
    };

    public string Text(TextReference? reference) => Texts.Show(reference) ?? "";

    private IEnumerable<Reviewer> Reviewers =>
        Review.Lead is { } lead ? [lead, .. Review.CoReviewers] : Review.CoReviewers;
}
