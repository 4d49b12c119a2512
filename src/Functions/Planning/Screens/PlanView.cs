using Oversight.Planning;

namespace Oversight.Functions.Planning.Screens;

/// <summary>A plan as its page shows it to one person.</summary>
/// <param name="MayReadRisk">Units lead to their risk.</param>
/// <param name="Outcome">What has come of each review; none before the plan is adopted.</param>
public sealed record PlanView(
    OpenPlan Open, PlanWords Words, bool MayReadRisk, bool MayReadReviews, IReadOnlyList<ReviewOutcome> Outcome,
    IReadOnlyList<PlanRemark> Remarks)
{
    public Plan Plan => Open.Plan;

    public PlanContent Content => Plan.Content;

    /// <summary>Whether the person reads what stands in the annex.</summary>
    public bool Exact => Open.Exact;

    public IReadOnlyList<PlannedReview> Reviews => PlanContents.ReviewsInOrder(Content, Exact);

    public bool ShowsTime(PlannedReview review) => Exact || !review.Unannounced;

    /// <summary>The form to decide about a unit, with it filled in; null where the person does not decide.</summary>
    public string? SteerHref(Id unit, string kind) => MaySteer
        ? $"{PlanSubject.PageOf(Plan.Board, Plan.Year)}/gor/styr?unit={unit}&kind={kind}"
        : null;

    public required bool MaySteer { get; init; }

    public string? NameOf(Id unit) => Content.Reviews.Select(review => review.Unit)
        .Concat(Content.NotChosen.Select(left => left.Unit)).FirstOrDefault(known => known.UnitId == unit)?.Name;

    public PlanRemark? RemarkOn(TextReference reference) => Remarks.FirstOrDefault(remark => remark.Event switch
    {
        PlanEvent.Steered e => e.Steering.Reason == reference,
        PlanEvent.ChoicesSet e => e.Reason == reference,
        PlanEvent.MissExplained e => e.Miss.Reason == reference,
        _ => false,
    });
}
