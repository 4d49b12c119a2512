using Oversight.Texts;
using Oversight.Waiting;

namespace Oversight.Sanctions;

public abstract partial record SanctionCommand
{
    /// <summary>Sends the proposal to the provider, or does without it for a reason.</summary>
    /// <param name="Until">The last day to answer; null: as the rules have it.</param>
    /// <param name="CaseFirst">Whether an ärende must be open in the registry before anything is sent.</param>
    public sealed record Hear(bool Waived, DateOnly? Until, WrittenText Why, bool CaseFirst, SanctionSetup Setup)
        : ByReviewer(Setup)
    {
        internal override Decision<SanctionEvent> DecideFor(Sanction sanction, CommandContext context)
        {
            if (!Waived && Setup.Review.Seal is not null)
                return new Refusal(SanctionRefusals.IsSealed);
            var until = Until ?? SwedishCalendar.WorkingDayOnOrAfter(context.Today.AddDays(sanction.Terms.HearingDays));
            return Decision.Unless<SanctionEvent>(
                [
                    .. SanctionDecider.If(sanction.Question.Paper is null, SanctionRefusals.PaperMissing),
                    .. SanctionDecider.If(sanction.Question.Hearing is not null, SanctionRefusals.AlreadyHeard),
                    .. SanctionDecider.If(
                        !Waived && CaseFirst && Setup.Review.CaseNumber is null, SanctionRefusals.NoCase),
                    .. SanctionDecider.If(
                        !Waived && until <= context.Today, SanctionRefusals.DayPassed, "until"),
                    .. SanctionDecider.If(Waived && Why.IsEmpty, SanctionRefusals.WaiverReasonMissing, "reason"),
                    .. TextChecks.Optional(Why, "reason", Setup.Reason),
                ],
                () => new SanctionEvent.Heard(context.Today, new SanctionHearing(
                    sanction.Hearings + 1, context.Today, Waived ? null : until, Why.IsEmpty ? null : Why.Kept)
                {
                    PromptOn = Waived ? null : PromptOn(context.Today, until),
                }));
        }

        /// <summary>As for all that the review asks the provider for, unless it would come on the same day.</summary>
        private DateOnly? PromptOn(DateOnly today, DateOnly until) =>
            Setup.Review.PromptDays is > 0 and var days && until.AddDays(-days) is var day && day > today
                ? day
                : null;
    }

    /// <summary>Records what the provider answered.</summary>
    public sealed record TakeAnswer(DateOnly? AnsweredOn, WrittenText Answer, SanctionSetup Setup) : ByReviewer(Setup)
    {
        internal override Decision<SanctionEvent> DecideFor(Sanction sanction, CommandContext context) =>
            Decision.Unless<SanctionEvent>(
                [
                    .. SanctionDecider.Happened(AnsweredOn, context, "on"),
                    .. SanctionDecider.If(
                        AnsweredOn < sanction.Question.Hearing?.On, SanctionRefusals.DayPassed, "on"),
                    .. SanctionDecider.If(
                        sanction.Question.Hearing?.AnsweredOn is not null, SanctionRefusals.AlreadyHeard),
                    .. TextChecks.Required(Answer, "answer", Setup.LongText),
                ],
                () => new SanctionEvent.Answered(context.Today, AnsweredOn!.Value, Answer.Kept));
    }
}

public abstract partial record SanctionEvent
{
    public sealed record Heard(DateOnly On, SanctionHearing Hearing) : ToProposed(On)
    {
        internal override SanctionStatus? Leads(Sanction sanction) =>
            Hearing.Until is null ? null : SanctionStatus.Hearing;

        internal override Sanction Change(Sanction sanction) => sanction with
        {
            Hearings = sanction.Hearings + 1,
            Question = sanction.Question with { Hearing = Hearing },
        };
    }

    public sealed record Answered(DateOnly On, DateOnly AnsweredOn, TextReference Answer) : ToProposed(On)
    {
        internal override Sanction Change(Sanction sanction) => sanction with
        {
            Question = sanction.Question with
            {
                Hearing = sanction.Question.Hearing! with { AnsweredOn = AnsweredOn, Answer = Answer },
            },
        };
    }
}
