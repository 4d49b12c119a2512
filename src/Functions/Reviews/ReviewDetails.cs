using Oversight.Functions.Reviews.Joint;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews;

/// <summary>A review as the API gives it. Texts that are gallrade are said to be.</summary>
public sealed record ReviewDetails(
    Id Id, string Reference, int Version, ReviewStatus Status, ReviewKind Kind, ReviewedUnit Unit, DateOnly NotBefore,
    int? PlanYear, int Concerns, int Reporters, DateOnly OpenedOn, DateOnly? StartedOn,
    IReadOnlyList<CodeId> Requirements, IReadOnlyList<JudgementDetails> Judgements,
    IReadOnlyList<InterviewCount> Interviews, IReadOnlyList<FindingDetails> Findings, int? ReportVersion,
    DateOnly? ReportedOn, DateOnly? ActionPlanUntil, DateOnly? ActionPlanApprovedOn, ReviewEnding? Ending,
    string? CaseNumber)
{
    /// <summary>Null when it is made alone.</summary>
    public JointDetails? Joint { get; init; }

    public static ReviewDetails Of(OpenReview open, ReviewTexts texts)
    {
        var review = open.Review;
        return new ReviewDetails(
            open.Head.Id, open.Reference, open.Head.Version, open.State.Status, review.Origin.Kind, review.Unit,
            review.Origin.NotBefore, review.Origin.PlanYear, review.Origin.Concerns.Count, review.Reporters,
            review.OpenedOn, review.StartedOn, review.Scope?.Requirements ?? [],
            [.. review.Judgements.Select(judged => new JudgementDetails(
                judged.Requirement, judged.Fulfilment, judged.Sample?.Met, judged.Sample?.Taken, judged.Source,
                texts.Show(judged.Evidence)))],
            [.. review.Interviews.CountBy(interview => interview.Kind).OrderBy(count => count.Key)
                .Select(count => new InterviewCount(count.Key, count.Value))],
            [.. review.ByGravity.Select(finding => new FindingDetails(
                finding.Number, finding.Requirement, finding.Category, finding.Severity, finding.Affected,
                finding.CauseOf, finding.Status, texts.Show(finding.Text) ?? ReviewTexts.Erased,
                texts.Show(finding.Consequence)))],
            review.Report?.Version, review.Report?.On, review.Plan?.Until, review.Plan?.ApprovedOn, review.Ending,
            review.CaseNumber);
    }
}

public sealed record JudgementDetails(
    CodeId Requirement, Fulfilment Fulfilment, int? SampleMet, int? SampleTaken, CodeId Source, string? Evidence);

/// <summary>What was said is for the review's reviewers, on its page.</summary>
public sealed record InterviewCount(InterviewKind Kind, int Count);

public sealed record FindingDetails(
    int Number, CodeId Requirement, CodeId Category, int Severity, int? Affected, int? CauseOf, FindingStatus Status,
    string Text, string? Consequence);

/// <summary>A review in the API's list. Who is in a conflict of interest is told to nobody there.</summary>
public sealed record ReviewSummary(
    Id Id, string Reference, ReviewStatus Status, ReviewKind Kind, ReviewedUnit Unit, DateOnly NotBefore,
    bool Unannounced, int? PlanYear, DateOnly OpenedOn, DateOnly? StartedOn, int Findings, int OpenFindings,
    IReadOnlyList<ReviewWait> Waits)
{
    public static ReviewSummary Of(ReviewRow row) => new(
        row.Id, row.Reference, row.Status, row.Kind, row.Unit, row.NotBefore, row.Unannounced, row.PlanYear,
        row.OpenedOn, row.StartedOn, row.Findings, row.OpenFindings, row.Waits);
}
