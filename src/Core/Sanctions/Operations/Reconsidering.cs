using Oversight.Reviews;
using Oversight.Settings;
using Oversight.Texts;

namespace Oversight.Sanctions;

public abstract partial record SanctionCommand
{
    /// <summary>
    /// Asks the decider to lift a sanction or to move its final date: a decision of its own, with papers of its own.
    /// </summary>
    public sealed record Reconsider(QuestionKind? What, WrittenText Why, SanctionSetup Setup) : ByReviewer(Setup)
    {
        internal override Decision<SanctionEvent> DecideFor(Sanction sanction, CommandContext context)
        {
            var open = Setup.Review.Findings
                .Where(finding => finding.IsOpen && sanction.Findings.Contains(finding.Number))
                .Select(finding => finding.Number).ToList();
            return Decision.Unless<SanctionEvent>(
                [
                    .. SanctionDecider.If(
                        What is not (QuestionKind.Lift or QuestionKind.Prolong), SanctionRefusals.KindMissing, "what"),
                    .. SanctionDecider.If(
                        What == QuestionKind.Lift && open.Count > 0, SanctionRefusals.FindingsRemain, "what",
                        string.Join(", ", open)),
                    .. SanctionDecider.If(
                        sanction.Question.Decision is { NotifiedOn: null }, SanctionRefusals.NotNotified),
                    .. TextChecks.Required(Why, "reason", Setup.Reason),
                ],
                () => new SanctionEvent.Reconsidered(context.Today, What!.Value, Why.Kept));
        }
    }

    /// <summary>
    /// Ends a sanction that has done what it was to do: an amount that is settled, an agreement without customers, an
    /// urgent measure, or one that a graver has taken the place of. The others are lifted by their decider.
    /// </summary>
    public sealed record Conclude(SanctionEnding? Ending, WrittenText Reason, SanctionSetup Setup) : ByReviewer(Setup)
    {
        internal override Decision<SanctionEvent> DecideFor(Sanction sanction, CommandContext context) =>
            Decision.Unless<SanctionEvent>(
                [
                    .. Ending switch
                    {
                        SanctionEnding.CarriedOut => CarriedOutFaults(sanction),
                        SanctionEnding.Replaced => SanctionDecider.If(
                            Setup.Review.Matters.Count(matter => matter is { Kind: MatterKind.Sanction, IsOpen: true })
                                < 2,
                            SanctionRefusals.NothingReplacesIt, "ending"),
                        _ => [new Refusal(SanctionRefusals.EndingMissing, "ending")],
                    },
                    .. TextChecks.Required(Reason, "reason", Setup.Reason),
                ],
                () => new SanctionEvent.Concluded(context.Today, Ending!.Value, Reason.Kept));

        private static IEnumerable<Refusal> CarriedOutFaults(Sanction sanction) => sanction.Terms.Effect switch
        {
            SanctionEffect.Amount => SanctionDecider.If(
                sanction.Charge?.SettledOn is null, SanctionRefusals.NotSettled, "ending"),
            SanctionEffect.Termination => SanctionDecider.If(
                sanction.Move?.Remaining != 0, SanctionRefusals.CustomersRemain, "ending"),
            SanctionEffect.Urgent => [],
            _ => [new Refusal(SanctionRefusals.MustBeLifted, "ending")],
        };
    }

    /// <summary>Notes what a court, or a dispute, has brought.</summary>
    /// <param name="Until">The last day to answer; only where an opinion is asked for.</param>
    public sealed record NoteCourt(
        CourtStep? Step, DateOnly? NotedOn, DateOnly? Until, WrittenText Words, SanctionSetup Setup) : ByPerson(Setup)
    {
        internal override Decision<SanctionEvent> Decide(Sanction sanction, CommandContext context) =>
            sanction.InForceSince is null
                ? new Refusal(SanctionRefusals.NotInThisState, null, "NotDecided")
                : Decision.Unless<SanctionEvent>(
                    [
                        .. SanctionDecider.If(Step is null, SanctionRefusals.KindMissing, "step"),
                        .. SanctionDecider.Happened(NotedOn, context, "on"),
                        .. SanctionDecider.If(
                            NotedOn < sanction.InForceSince, SanctionRefusals.BeforeMeeting, "on"),
                        .. SanctionDecider.If(
                            Step == CourtStep.OpinionAsked && Until is null, SanctionRefusals.DayMissing, "until"),
                        .. TextChecks.Optional(Words, "words", Setup.Reason),
                    ],
                    () => new SanctionEvent.CourtNoted(context.Today, new CourtNote(
                        Step!.Value, NotedOn!.Value, Step == CourtStep.OpinionAsked ? Until : null, Kept(Words))));
    }
}

public abstract partial record SanctionEvent
{
    public sealed record Reconsidered(DateOnly On, QuestionKind Kind, TextReference Why) : ToProposed(On)
    {
        internal override SanctionStatus? Leads(Sanction sanction) => SanctionStatus.Drafting;

        internal override Sanction Change(Sanction sanction) => sanction with
        {
            Earlier = [.. sanction.Earlier, sanction.Question],
            Question = new SanctionQuestion(sanction.Question.Number + 1, Kind, On) { Why = Why },
            Reminded = [],
        };
    }

    public sealed record Concluded(DateOnly On, SanctionEnding Ending, TextReference Reason) : ToProposed(On)
    {
        internal override SanctionStatus? Leads(Sanction sanction) => SanctionStatus.Ended;

        internal override Sanction Change(Sanction sanction) => sanction.End(Ending, On);
    }

    public sealed record CourtNoted(DateOnly On, CourtNote Note) : ToProposed(On)
    {
        /// <summary>What a court sets aside falls, whatever was being asked about it.</summary>
        internal override SanctionStatus? Leads(Sanction sanction) =>
            Falls(sanction) ? SanctionStatus.Ended : null;

        internal override Sanction Change(Sanction sanction)
        {
            var noted = sanction with { Court = [.. sanction.Court, Note] };
            return Falls(sanction) ? noted.End(SanctionEnding.Annulled, On) : noted;
        }

        private bool Falls(Sanction sanction) => Note.Step == CourtStep.Annulled
            && sanction.Ending is not (SanctionEnding.Withdrawn or SanctionEnding.Rejected);
    }
}
