using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>Asks the provider for an åtgärdsplan about every finding that is open (R92).</summary>
    /// <param name="Until">The last day; null: as the rules have it.</param>
    public sealed record AskPlan(DateOnly? Until, ReviewSetup Setup) : ByReviewer
    {
        internal override bool ReachesProvider => true;

        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            if (!review.Findings.Any(finding => finding.IsOpen))
                return new Refusal(ReviewRefusals.NothingRemains);
            var (until, faults) = ReviewDecider.Until(Until, context.Today, Setup.Rules.ActionPlanDays);
            return Decision.Unless<ReviewEvent>(
                [.. ReviewDecider.CaseFaults(review, Setup), .. faults],
                () => new ReviewEvent.PlanAsked(context.Today, until));
        }
    }

    /// <summary>Records a measure that the provider promises about a finding (R94).</summary>
    /// <param name="Responsible">By title at the provider, never a client.</param>
    public sealed record AddMeasure(
        int? Finding, WrittenText What, WrittenText Responsible, DateOnly? Due, ReviewSetup Setup) : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            var finding = Finding is { } number ? review.FindingOf(number) : null;
            Refusal[] faults =
            [
                .. finding is null ? [new Refusal(ReviewRefusals.NoSuchFinding, "finding")]
                    : finding.IsOpen ? Array.Empty<Refusal>()
                    : [new Refusal(ReviewRefusals.FindingIsClosed, "finding")],
                .. TextChecks.Required(What, "what", Setup.Reason),
                .. TextChecks.Required(Responsible, "responsible", Setup.Line),
                .. ReviewDecider.If(Due is null, ReviewRefusals.DayMissing, "due"),
            ];
            return Decision.Unless<ReviewEvent>(faults, () => new ReviewEvent.MeasureAdded(context.Today, new Measure(
                finding!.Number, review.Plan!.Measures.Count + 1, Due!.Value, What.Kept, Responsible.Kept)));
        }
    }

    /// <summary>Sends the plan back to the provider, with what is missing and a new last day.</summary>
    public sealed record ReturnPlan(DateOnly? Until, WrittenText Reason, ReviewSetup Setup) : ByReviewer
    {
        internal override bool ReachesProvider => true;

        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            var (until, faults) = ReviewDecider.Until(Until, context.Today, Setup.Rules.ActionPlanDays);
            return Decision.Unless<ReviewEvent>(
                [.. faults, .. TextChecks.Required(Reason, "reason", Setup.Reason)],
                () => new ReviewEvent.PlanReturned(context.Today, until, Reason.Kept));
        }
    }

    /// <summary>Approves the plan (R93): every open finding has a measure.</summary>
    public sealed record ApprovePlan(WrittenText Reason, ReviewSetup Setup) : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context) =>
            Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.If(
                        review.WithoutMeasure.Count > 0, ReviewRefusals.WithoutMeasure, null,
                        string.Join(", ", review.WithoutMeasure)),
                    .. TextChecks.Required(Reason, "reason", Setup.Reason),
                ],
                () => new ReviewEvent.PlanApproved(context.Today, Reason.Kept));
    }

    /// <summary>
    /// Waits for no plan any more, because no finding is left to plan for: the operation has ceased, or everything was
    /// remedied meanwhile.
    /// </summary>
    public sealed record DropPlan(WrittenText Reason, ReviewSetup Setup) : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            var open = review.Findings.Count(finding => finding.IsOpen);
            return Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.If(open > 0, ReviewRefusals.FindingsRemain, null, $"{open}"),
                    .. TextChecks.Required(Reason, "reason", Setup.Reason),
                ],
                () => new ReviewEvent.PlanDropped(context.Today, Reason.Kept));
        }
    }
}

public abstract partial record ReviewEvent
{
    public sealed record PlanAsked(DateOnly On, DateOnly Until) : ToOpened(On)
    {
        internal override ReviewStatus? Leads => ReviewStatus.AwaitingPlan;

        internal override Review Change(Review review) => review.Ask(On, Until);
    }

    public sealed record MeasureAdded(DateOnly On, Measure Measure) : ToOpened(On)
    {
        internal override Review Change(Review review) =>
            review with { Plan = review.Plan! with { Measures = [.. review.Plan.Measures, Measure] } };
    }

    /// <summary>What was promised before stands no more.</summary>
    public sealed record PlanReturned(DateOnly On, DateOnly Until, TextReference Reason) : ToOpened(On)
    {
        internal override Review Change(Review review) => review.Ask(On, Until);
    }

    public sealed record PlanDropped(DateOnly On, TextReference Reason) : ToOpened(On)
    {
        internal override ReviewStatus? Leads => ReviewStatus.Reported;

        internal override Review Change(Review review) => review with { Plan = null };
    }

    public sealed record PlanApproved(DateOnly On, TextReference Reason) : ToOpened(On)
    {
        internal override ReviewStatus? Leads => ReviewStatus.PlanApproved;

        internal override Review Change(Review review) => review with
        {
            Plan = review.Plan! with { ApprovedOn = On, Assessment = Reason },
        };
    }
}
