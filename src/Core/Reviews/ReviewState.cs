namespace Oversight.Reviews;

/// <summary>A review as it stands.</summary>
/// <param name="Review">Null only before it is opened.</param>
public sealed record ReviewState(ReviewStatus Status, Review? Review)
{
    public static ReviewState Initial { get; } = new(ReviewStatus.NotOpened, null);
}

/// <summary>Everything there is of a review, whatever has become of it.</summary>
/// <param name="OpenedOn">The day it was opened, a Stockholm day.</param>
public sealed record Review(ReviewedUnit Unit, ReviewOrigin Origin, DateOnly OpenedOn)
{
    /// <summary>ansvarig granskare; null until somebody starts it.</summary>
    public Reviewer? Lead { get; init; }

    /// <summary>medgranskare</summary>
    public IReadOnlyList<Reviewer> CoReviewers { get; init; } = [];

    /// <summary>
    /// Those who have declared a conflict of interest (jäv), by their Entra object ids: they neither read nor write.
    /// </summary>
    public IReadOnlyList<string> InConflict { get; init; } = [];

    /// <summary>Who decides beside the enhetschef, of whom one is in a conflict of interest; null: nobody.</summary>
    public Role? Deputy { get; init; }

    /// <summary>The medically responsible who take part; null until somebody names them (R13).</summary>
    public MedicalReviewers? Medical { get; init; }

    public DateOnly? StartedOn { get; init; }

    /// <summary>diarienummer of the ärende; null until the registrator has opened it.</summary>
    public string? CaseNumber { get; init; }

    public ReviewScope? Scope { get; init; }

    public ReviewVisit? Visit { get; init; }

    /// <summary>In the order they were written down.</summary>
    public IReadOnlyList<Interview> Interviews { get; init; } = [];

    /// <summary>How the visit was announced last.</summary>
    public VisitNotice? Notice { get; init; }

    public LearningSummary? Learning { get; init; }

    /// <summary>What it builds on besides what it has seen itself, in the order of their numbers.</summary>
    public IReadOnlyList<ReviewSource> Sources { get; init; } = [];

    public IEnumerable<ReviewSource> SourcesInUse => Sources.Where(source => source.WithdrawnOn is null);

    /// <summary>One for each judged requirement, in the order they were first judged.</summary>
    public IReadOnlyList<Judgement> Judgements { get; init; } = [];

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<Photo> Photos { get; init; } = [];

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public IReadOnlyList<Supplement> Supplements { get; init; } = [];

    /// <summary>
    /// Of the draft that a second reader has, or has had last; null once what was read is judged otherwise.
    /// </summary>
    public DraftReading? Reading { get; init; }

    /// <summary>How often a draft has been given to a second reader.</summary>
    public int Readings { get; init; }

    /// <summary>The version of the report of which there has been a draft last.</summary>
    public int Drafted { get; init; }

    /// <summary>Of the draft that is or was with the provider last.</summary>
    public Communication? Communication { get; init; }

    /// <summary>The numbers of the drafts that went to the provider with a letter, oldest first.</summary>
    public IReadOnlyList<int> Letters { get; init; } = [];

    /// <summary>The provider's comments on drafts before that one, oldest first.</summary>
    public IReadOnlyList<ProviderComment> EarlierComments { get; init; } = [];

    /// <summary>The final report in force; a report that is being corrected is kept until the next version.</summary>
    public Report? Report { get; init; }

    public ActionPlan? Plan { get; init; }

    /// <summary>How often a plan has been asked for, also of a report that was corrected since.</summary>
    public int PlanRounds { get; init; }

    /// <summary>Null unless it is sealed: then only its reviewers and the enhetschef read it.</summary>
    public ReviewSeal? Seal { get; init; }

    /// <summary>
    /// What the provider was asked for when the review was sealed, by the names of <see cref="ReviewAwaiting"/>: it is
    /// not awaited any more, also when the seal has been taken away.
    /// </summary>
    public IReadOnlyList<string> CalledOff { get; init; } = [];

    /// <summary>Whether the provider may have what it is asked for: nothing of a sealed review.</summary>
    public bool IsAsked(string what) => Seal is null && !CalledOff.Contains(what);

    public ReviewEnding? Ending { get; init; }

    /// <summary>How often it has been closed: it may be reopened.</summary>
    public int Closings { get; init; }

    /// <summary>Those of its ends that the provider was told of by a letter.</summary>
    public IReadOnlyList<int> ClosingLetters { get; init; } = [];

    /// <summary>Null unless it is paused.</summary>
    public ReviewPause? Pause { get; init; }

    /// <summary>A final report is taken up again, and its next version is not final.</summary>
    public bool IsCorrecting { get; init; }

    /// <summary>One final date for all findings; null until it is set.</summary>
    public FinalDate? FinalDate { get; init; }

    /// <summary>What the follow-up under way has found by now.</summary>
    public IReadOnlyList<FollowedFinding> Followed { get; init; } = [];

    /// <summary>Those that were made, in the order of their numbers.</summary>
    public IReadOnlyList<FollowUp> FollowUps { get; init; } = [];

    /// <summary>The review that looks at what remained of this one.</summary>
    public Id? Successor { get; init; }

    /// <summary>The review that this one follows.</summary>
    public Predecessor? Follows { get; init; }

    /// <summary>Numbers of open findings that the follow-up under way has not looked at.</summary>
    public IReadOnlyList<int> NotFollowed =>
    [
        .. Findings.Where(finding => finding.IsOpen).Select(finding => finding.Number)
            .Where(number => Followed.All(followed => followed.Finding != number)),
    ];

    /// <summary>After the final date something remains: a new review is proposed.</summary>
    public bool IsWeak => FinalDate is { IsOver: true } && FollowUps is [.., { Kind: FollowUpKind.Check }]
        && Successor is null && Findings.Any(finding => finding.IsOpen);

    internal Review ForgetFollowUp() => this with
    {
        Reminded = [.. Reminded.Where(what => what is not (ReviewAwaiting.FollowUp or ReviewAwaiting.Check))],
    };

    /// <summary>What another board makes with this one (gemensam granskning); null: it is made alone.</summary>
    public ReviewTwin? Twin { get; init; }

    /// <summary>The numbers of its findings that the other board has been told of.</summary>
    public IReadOnlyList<int> SharedFindings { get; init; } = [];

    /// <summary>What the other board has told of, in the order it came.</summary>
    public IReadOnlyList<ReceivedFinding> ReceivedFindings { get; init; } = [];

    /// <summary>The other board's finding that one of this review's was taken up from; null: it is its own.</summary>
    public SharedFinding? OriginOf(Finding finding) =>
        ReceivedFindings.FirstOrDefault(received => received.TakenAs == finding.Number)?.Shared;

    /// <summary>What it has brought about that has a life of its own, in the order it was announced.</summary>
    public IReadOnlyList<ReviewMatter> Matters { get; init; } = [];

    /// <summary>kundflytt without a sanction; null: there has been none.</summary>
    public ReviewMove? Move { get; init; }

    internal Review ForgetMove() =>
        this with { Reminded = [.. Reminded.Where(what => what != ReviewAwaiting.Move)] };

    /// <summary>
    /// A suspicion was marked (it was sealed), and nobody has decided since whether data are handed over to another
    /// authority (R73).
    /// </summary>
    public bool OwesReferral { get; init; }

    /// <summary>Whether a position on a report to IVO is awaited.</summary>
    internal bool IsIvoAsked => Matters.Any(matter => matter is { Kind: MatterKind.IvoPosition, IsOpen: true });

    /// <summary>How many days before its last day the provider is reminded, by the rules of its start.</summary>
    public int PromptDays { get; init; }

    /// <summary>When the provider is to be reminded of what.</summary>
    public IReadOnlyList<ProviderPrompt> Prompts { get; init; } = [];

    /// <summary>What has been reminded of, while it is still awaited.</summary>
    public IReadOnlyList<string> Reminded { get; init; } = [];

    /// <summary>How many different people have told of what the review is made because of (R86).</summary>
    public int Reporters => Origin.Concerns.Select(concern => concern.ReporterKey).Distinct().Count();

    public bool IsReviewer(string userId) =>
        Lead?.UserId == userId || CoReviewers.Any(reviewer => reviewer.UserId == userId);

    /// <summary>The same, and whoever stands in for one of them.</summary>
    public bool IsReviewer(CommandContext context) =>
        IsReviewer(context.Actor.UserId) || context.StandsInFor.Any(IsReviewer);

    /// <summary>Its reviewers, by their Entra object ids: those who read it also when it is sealed.</summary>
    public IReadOnlyList<string> Inside =>
        [.. (Lead is { } lead ? CoReviewers.Prepend(lead) : CoReviewers).Select(reviewer => reviewer.UserId)];

    /// <summary>Those whose draft it is that somebody else reads, by their Entra object ids.</summary>
    public IReadOnlyList<string> Authors => [.. new[] { Lead?.UserId, Reading?.AskedBy }.OfType<string>().Distinct()];

    /// <summary>Whoever stands in for an author reads no draft as its second reader.</summary>
    public bool IsAuthor(CommandContext context) => Authors.Any(context.ActsFor);

    public Judgement? JudgementOf(CodeId requirement) =>
        Judgements.FirstOrDefault(judgement => judgement.Requirement == requirement);

    public IEnumerable<Photo> PhotosOf(CodeId requirement) =>
        Photos.Where(photo => photo.Requirement == requirement);

    public Finding? FindingOf(int number) => Findings.FirstOrDefault(finding => finding.Number == number);

    /// <summary>Requirements of the scope that nobody has judged.</summary>
    public IReadOnlyList<CodeId> Unjudged => [.. (Scope?.Requirements ?? []).Where(id => JudgementOf(id) is null)];

    /// <summary>Requirements that were not met, or not fully, without a finding that says so.</summary>
    public IReadOnlyList<CodeId> WithoutFinding =>
    [
        .. Judgements
            .Where(judged => judged.Fulfilment is Fulfilment.NotFully or Fulfilment.NotMet)
            .Select(judged => judged.Requirement)
            .Where(id => Findings.All(finding => finding.Requirement != id)),
    ];

    /// <summary>The gravest first (R87).</summary>
    public IEnumerable<Finding> ByGravity =>
        Findings.OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Number);

    /// <summary>With a plan that is asked for, from the beginning.</summary>
    internal Review Ask(DateOnly on, DateOnly until) =>
        (this with { Plan = new ActionPlan(PlanRounds + 1, until), PlanRounds = PlanRounds + 1 })
            .ToPrompt(ReviewAwaiting.Plan(PlanRounds + 1), on, until);

    /// <summary>With a reminder of what the provider was asked for, unless it would come on the same day.</summary>
    internal Review ToPrompt(string what, DateOnly on, DateOnly until) =>
        PromptDays > 0 && until.AddDays(-PromptDays) is var day && day > on
            ? this with { Prompts = [.. Prompts, new ProviderPrompt(what, day)] }
            : this;

    /// <summary>With a draft of the next report.</summary>
    internal Review Draft() => this with { Drafted = (Report?.Version ?? 0) + 1 };

    /// <summary>Findings that are to be remedied and about which nothing is promised.</summary>
    public IReadOnlyList<int> WithoutMeasure =>
    [
        .. Findings.Where(finding => finding.IsOpen).Select(finding => finding.Number)
            .Where(number => Plan?.Measures.Any(measure => measure.Finding == number) != true),
    ];
}
