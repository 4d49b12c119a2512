using Oversight.Settings;
using Oversight.Texts;
using Oversight.Waiting;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>
    /// Proposes a sanction (R67), or åtgärdskrav for egen produktion, because of findings: a step that the agreement's
    /// ladder has.
    /// </summary>
    /// <param name="Sanction">The id that it gets.</param>
    /// <param name="Step">Of the ladder.</param>
    /// <param name="Services">Among those of the unit (R81).</param>
    /// <param name="Findings">Numbers of findings of the review.</param>
    public sealed record ProposeSanction(
        Id Sanction, CodeId? Step, IReadOnlyList<CodeId> Services, IReadOnlyList<int> Findings, WrittenText Grounds,
        SanctionChoice Choice, ReviewSetup Setup) : ByReviewer
    {
        internal override bool ReachesProvider => true;

        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            var chosen = review.Findings.Where(finding => Findings.Contains(finding.Number)).ToList();
            var step = Step is { } id ? Choice.Ladder.Find(id) : null;
            return Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.If(
                        review.Matters.Any(matter => matter.Id == Sanction), SanctionProposalRefusals.AlreadyProposed),
                    .. ReviewDecider.If(step is null, SanctionProposalRefusals.NotInLadder, "step"),
                    .. ReviewDecider.If(
                        Services.Count == 0 || !Services.All(Choice.Services.Contains),
                        SanctionProposalRefusals.NoServices, "services"),
                    .. ReviewDecider.If(
                        chosen.Count == 0 || chosen.Count != Findings.Distinct().Count(),
                        SanctionProposalRefusals.NoFindings, "findings"),
                    .. step is null || chosen.Count == 0 ? [] : StepFaults(step, chosen, review, context),
                    .. TextChecks.Required(Grounds, "reason", Setup.Reason),
                ],
                () => new ReviewEvent.SanctionProposed(
                    context.Today, Sanction, SanctionTerms.Of(Choice.Rules, Choice.Ladder, step!), Services,
                    [.. chosen.Select(finding => finding.Number)], Grounds.Kept, context.Actor.UserId));
        }

        private static IEnumerable<Refusal> StepFaults(
            SanctionStep step, IReadOnlyList<Finding> chosen, Review review, CommandContext context)
        {
            if (chosen.Max(finding => finding.Severity) < step.SeverityFrom)
                yield return new Refusal(SanctionProposalRefusals.TooMild, "step", $"{step.SeverityFrom}");
            // The finding was known at the latest when the report was established.
            if (step.ClaimDays is { } days && review.Report is { } report
                && SwedishCalendar.WorkingDayOnOrAfter(report.On.AddDays(days)) is var last && context.Today > last)
                yield return new Refusal(SanctionProposalRefusals.ClaimedTooLate, "step", $"{last:yyyy-MM-dd}");
        }
    }
}

/// <summary>What the agreement allows, and the services of the unit.</summary>
public sealed record SanctionChoice(SanctionRules Rules, SanctionLadder Ladder, IReadOnlyList<CodeId> Services)
{
    /// <summary>What may be decided before there are findings; null: the agreement has no such step.</summary>
    public SanctionStep? AtOnce => Ladder.Steps.FirstOrDefault(step => step.AtOnce);
}

public abstract partial record ReviewEvent
{
    /// <summary>A sanction is to be proposed to its decider; its own stream is opened because of it.</summary>
    public sealed record SanctionProposed(
        DateOnly On, Id Sanction, SanctionTerms Terms, IReadOnlyList<CodeId> Services, IReadOnlyList<int> Findings,
        TextReference Grounds, string ProposedBy) : Announcing(On)
    {
        internal override ReviewMatter Matter => new(MatterKind.Sanction, Sanction, On);
    }
}
