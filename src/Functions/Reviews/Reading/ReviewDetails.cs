using Oversight.Functions.Reviews.Joint;
using Oversight.Functions.Reviews.Matters;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews;

/// <summary>A review as the API gives it. Texts that are gallrade are said to be.</summary>
public sealed record ReviewDetails
{
    public required Id Id { get; init; }

    public required string Reference { get; init; }

    public required int Version { get; init; }

    public required ReviewStatus Status { get; init; }

    public required ReviewKind Kind { get; init; }

    public required ReviewedUnit Unit { get; init; }

    public required DateOnly NotBefore { get; init; }

    public required int? PlanYear { get; init; }

    public required int Concerns { get; init; }

    public required int Reporters { get; init; }

    public required DateOnly OpenedOn { get; init; }

    public required DateOnly? StartedOn { get; init; }

    public required IReadOnlyList<CodeId> Requirements { get; init; }

    public required IReadOnlyList<JudgementDetails> Judgements { get; init; }

    public required IReadOnlyList<InterviewCount> Interviews { get; init; }

    public required IReadOnlyList<FindingDetails> Findings { get; init; }

    public required IReadOnlyList<SourceDetails> Sources { get; init; }

    public required int? ReportVersion { get; init; }

    public required DateOnly? ReportedOn { get; init; }

    public required DateOnly? ActionPlanUntil { get; init; }

    public required DateOnly? ActionPlanApprovedOn { get; init; }

    public required ReviewEnding? Ending { get; init; }

    public required string? CaseNumber { get; init; }

    /// <summary>Null unless it is paused.</summary>
    public required DateOnly? PausedOn { get; init; }

    /// <summary>Null until one final date is set for all findings.</summary>
    public required FinalDateDetails? FinalDate { get; init; }

    public required IReadOnlyList<FollowUpDetails> FollowUps { get; init; }

    public required Id? Follows { get; init; }

    public required Id? Successor { get; init; }

    public required bool ProposesSuccessor { get; init; }

    public required IReadOnlyList<string> Remaining { get; init; }

    /// <summary>Null: there has been no kundflytt without a sanction.</summary>
    public required MoveDetails? Move { get; init; }

    /// <summary>Null when it is made alone.</summary>
    public JointDetails? Joint { get; init; }

    public static ReviewDetails Of(OpenReview open, ReviewTexts texts)
    {
        var review = open.Review;
        return new ReviewDetails
        {
            Id = open.Head.Id,
            Reference = open.Reference,
            Version = open.Head.Version,
            Status = open.State.Status,
            Kind = review.Origin.Kind,
            Unit = review.Unit,
            NotBefore = review.Origin.NotBefore,
            PlanYear = review.Origin.PlanYear,
            Concerns = review.Origin.Concerns.Count,
            Reporters = review.Reporters,
            OpenedOn = review.OpenedOn,
            StartedOn = review.StartedOn,
            Requirements = review.Scope?.Requirements ?? [],
            Judgements = [.. review.Judgements.Select(judged => new JudgementDetails(
                judged.Requirement, judged.Fulfilment, judged.Sample?.Met, judged.Sample?.Taken, judged.Source,
                texts.Show(judged.Evidence)))],
            Interviews = [.. review.Interviews.CountBy(interview => interview.Kind).OrderBy(count => count.Key)
                .Select(count => new InterviewCount(count.Key, count.Value))],
            Findings = [.. review.ByGravity.Select(finding => new FindingDetails(
                finding.Number, finding.Requirement, finding.Category, finding.Severity, finding.Affected,
                finding.CauseOf, finding.Status, texts.Show(finding.Text) ?? ReviewTexts.Erased,
                texts.Show(finding.Consequence)))],
            Sources = [.. review.SourcesInUse.Select(source => new SourceDetails(
                source.Number, source.Kind, texts.Show(source.What) ?? ReviewTexts.Erased,
                texts.Show(source.Origin) ?? ReviewTexts.Erased, source.From, source.File is not null))],
            ReportVersion = review.Report?.Version,
            ReportedOn = review.Report?.On,
            ActionPlanUntil = review.Plan?.Until,
            ActionPlanApprovedOn = review.Plan?.ApprovedOn,
            Ending = review.Ending,
            CaseNumber = review.CaseNumber,
            PausedOn = review.Pause?.On,
            FinalDate = FinalDateDetails.Of(review),
            FollowUps = [.. review.FollowUps.Select(made => FollowUpDetails.Of(made, texts))],
            Follows = review.Follows?.Review,
            Successor = review.Successor,
            ProposesSuccessor = review.IsWeak,
            Move = MoveDetails.Of(review, texts),
            Remaining = review is { Report: not null, Ending: null }
                ? [.. ReviewClosing.Remaining(review, open.Setup).Select(remains => remains.Code)]
                : [],
        };
    }
}

/// <summary>An underlag that has not been withdrawn. Its note is for the reviewers, on the review's page.</summary>
public sealed record SourceDetails(
    int Number, CodeId Kind, string What, string Origin, DateOnly From, bool HasFile);

public sealed record JudgementDetails(
    CodeId Requirement, Fulfilment Fulfilment, int? SampleMet, int? SampleTaken, CodeId Source, string? Evidence);

/// <summary>What was said is for the review's reviewers, on its page.</summary>
public sealed record InterviewCount(InterviewKind Kind, int Count);

public sealed record FindingDetails(
    int Number, CodeId Requirement, CodeId Category, int Severity, int? Affected, int? CauseOf, FindingStatus Status,
    string Text, string? Consequence);

/// <summary>A review in the API's list. Who is in a conflict of interest is told to nobody there.</summary>
public sealed record ReviewSummary
{
    public required Id Id { get; init; }

    public required string Reference { get; init; }

    public required ReviewStatus Status { get; init; }

    public required ReviewKind Kind { get; init; }

    public required ReviewedUnit Unit { get; init; }

    public required DateOnly NotBefore { get; init; }

    public required bool Unannounced { get; init; }

    public required int? PlanYear { get; init; }

    public required DateOnly OpenedOn { get; init; }

    public required DateOnly? StartedOn { get; init; }

    public required int Findings { get; init; }

    public required int OpenFindings { get; init; }

    public required IReadOnlyList<ReviewWait> Waits { get; init; }

    public static ReviewSummary Of(ReviewRow row) => new()
    {
        Id = row.Id,
        Reference = row.Reference,
        Status = row.Status,
        Kind = row.Kind,
        Unit = row.Unit,
        NotBefore = row.NotBefore,
        Unannounced = row.Unannounced,
        PlanYear = row.PlanYear,
        OpenedOn = row.OpenedOn,
        StartedOn = row.StartedOn,
        Findings = row.Findings,
        OpenFindings = row.OpenFindings,
        Waits = row.Waits,
    };
}
