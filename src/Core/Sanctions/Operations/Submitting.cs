using Oversight.Settings;
using Oversight.Texts;

namespace Oversight.Sanctions;

public abstract partial record SanctionCommand
{
    /// <summary>
    /// Hands the papers to the decider: the board's meeting, or the delegate. From then on they are not written in.
    /// </summary>
    /// <param name="Meeting">The day of the meeting; null for a delegate's.</param>
    /// <param name="CaseFirst">Whether an ärende must be open in the registry first.</param>
    public sealed record Submit(DateOnly? Meeting, bool CaseFirst, SanctionSetup Setup) : ByReviewer(Setup)
    {
        internal override Decision<SanctionEvent> DecideFor(Sanction sanction, CommandContext context)
        {
            if (Setup.Review.Seal is not null)
                return new Refusal(SanctionRefusals.IsSealed);
            var question = sanction.Question;
            return Decision.Unless<SanctionEvent>(
                [
                    .. SanctionDecider.If(question.Paper is null, SanctionRefusals.PaperMissing),
                    .. HearingFaults(question, context),
                    .. SanctionDecider.If(CaseFirst && Setup.Review.CaseNumber is null, SanctionRefusals.NoCase),
                    .. sanction.Terms.DecidedBy is null ? MeetingFaults(question, context) : [],
                ],
                () => new SanctionEvent.Submitted(
                    context.Today, sanction.Terms.DecidedBy is null ? Meeting : null));
        }

        private static IEnumerable<Refusal> HearingFaults(SanctionQuestion question, CommandContext context)
        {
            if (question.NeedsHearing && question.Hearing is null)
                yield return new Refusal(SanctionRefusals.NotHeard);
            else if (question.Hearing is { } hearing && !hearing.IsOver(context.Today))
                yield return new Refusal(
                    SanctionRefusals.StillHearing, null, SanctionDecider.Text(hearing.Until!.Value));
        }

        private IEnumerable<Refusal> MeetingFaults(SanctionQuestion question, CommandContext context)
        {
            if (Meeting is not { } day || Setup.Meetings.On(day) is not { } meeting)
                yield return new Refusal(SanctionRefusals.NoSuchMeeting, "meeting");
            else if (meeting.PapersStop < context.Today)
                yield return new Refusal(
                    SanctionRefusals.PapersStopPassed, "meeting",
                    Setup.Meetings.Earliest(context.Today) is { } next ? SanctionDecider.Text(next.Day) : "-");
            else if (question.Paper?.FinalDate <= day)
                yield return new Refusal(SanctionRefusals.FinalBeforeMeeting, "meeting");
        }
    }

    /// <summary>
    /// Takes a proposal back before it is decided: a first one ends the sanction, a later one leaves it in force.
    /// </summary>
    public sealed record Withdraw(WrittenText Reason, SanctionSetup Setup) : ByReviewer(Setup)
    {
        internal override Decision<SanctionEvent> DecideFor(Sanction sanction, CommandContext context) =>
            Decision.Unless<SanctionEvent>(
                [.. TextChecks.Required(Reason, "reason", Setup.Reason)],
                () => new SanctionEvent.Withdrawn(context.Today, Reason.Kept));
    }
}

public abstract partial record SanctionEvent
{
    public sealed record Submitted(DateOnly On, DateOnly? Meeting) : ToProposed(On)
    {
        internal override SanctionStatus? Leads(Sanction sanction) => SanctionStatus.Submitted;

        internal override Sanction Change(Sanction sanction) => sanction with
        {
            Question = sanction.Question with { Meeting = Meeting },
            Reminded = [],
        };
    }

    public sealed record Withdrawn(DateOnly On, TextReference Reason) : ToProposed(On)
    {
        internal override SanctionStatus? Leads(Sanction sanction) =>
            sanction.InForceSince is null ? SanctionStatus.Ended : SanctionStatus.InForce;

        internal override Sanction Change(Sanction sanction) => sanction.InForceSince is null
            ? sanction.End(SanctionEnding.Withdrawn, On)
            : sanction with { Reminded = [] };
    }
}
