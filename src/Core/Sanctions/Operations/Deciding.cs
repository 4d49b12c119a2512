using Oversight.Reviews;
using Oversight.Settings;
using Oversight.Texts;

namespace Oversight.Sanctions;

public abstract partial record SanctionCommand
{
    /// <summary>
    /// Registers what the board decided at the meeting that had the papers. By its secretary, who does not decide.
    /// </summary>
    /// <param name="FinalDate">Another final date than the one proposed; null: as proposed.</param>
    /// <param name="NextMeeting">Of a bordläggning: the meeting it is put off to.</param>
    public sealed record RecordBoardDecision(
        DecisionOutcome? Outcome, string Paragraph, DateOnly? FinalDate, bool ApprovedAtOnce, DateOnly? NextMeeting,
        WrittenText Words, WrittenText Conflict, SanctionSetup Setup) : ByPerson(Setup)
    {
        internal override Decision<SanctionEvent> Decide(Sanction sanction, CommandContext context)
        {
            if (sanction.Question.Meeting is not { } meeting)
                return new Refusal(SanctionRefusals.NotTheBoards);
            Refusal[] faults =
            [
                .. SanctionDecider.If(context.Today < meeting, SanctionRefusals.MeetingNotHeld, null,
                    SanctionDecider.Text(meeting)),
                .. SanctionDecider.If(Outcome is null, SanctionRefusals.OutcomeMissing, "outcome"),
                .. SanctionDecider.If(TypedText.IsBlank(Paragraph), SanctionRefusals.ParagraphMissing, "paragraph"),
                .. FinalFaults(meeting),
                .. NextFaults(meeting),
                .. Outcome is null or DecisionOutcome.Granted or DecisionOutcome.Tabled
                    ? TextChecks.Optional(Words, "words", Setup.Reason)
                    : TextChecks.Required(Words, "words", Setup.Reason),
                .. TextChecks.Optional(Conflict, "conflict", Setup.Reason),
            ];
            return Decision.Unless<SanctionEvent>(faults, () => new SanctionEvent.Decided(
                context.Today, new SanctionDecision(DecisionRoute.Board, Outcome!.Value, meeting)
                {
                    Paragraph = TypedText.Clean(Paragraph),
                    Words = Kept(Words),
                    Conflict = Kept(Conflict),
                    FinalDate = FinalDate ?? sanction.Question.Paper?.FinalDate,
                    ApprovedOn = ApprovedAtOnce ? meeting : null,
                },
                Outcome == DecisionOutcome.Tabled ? NextMeeting : null));
        }

        private IEnumerable<Refusal> FinalFaults(DateOnly meeting)
        {
            if (FinalDate <= meeting)
                yield return new Refusal(SanctionRefusals.FinalBeforeMeeting, "finalDate");
        }

        private IEnumerable<Refusal> NextFaults(DateOnly meeting)
        {
            if (Outcome == DecisionOutcome.Tabled
                && (NextMeeting is not { } next || next <= meeting || Setup.Meetings.On(next) is null))
                yield return new Refusal(SanctionRefusals.MeetingMissing, "nextMeeting");
        }
    }

    /// <summary>
    /// Registers what the chair decided in a matter that could not wait for the meeting (ordförandebeslut, KL 6:39). By
    /// the secretary; told at the next meeting.
    /// </summary>
    public sealed record RecordChairDecision(DateOnly? DecidedOn, string Number, WrittenText Why, SanctionSetup Setup)
        : ByPerson(Setup)
    {
        internal override Decision<SanctionEvent> Decide(Sanction sanction, CommandContext context)
        {
            if (sanction.Question.Meeting is null)
                return new Refusal(SanctionRefusals.NotTheBoards);
            return Decision.Unless<SanctionEvent>(
                [
                    .. SanctionDecider.Happened(DecidedOn, context, "on"),
                    .. SanctionDecider.If(DecidedOn < sanction.Question.RaisedOn, SanctionRefusals.DayPassed, "on"),
                    .. SanctionDecider.If(TypedText.IsBlank(Number), SanctionRefusals.ParagraphMissing, "number"),
                    .. TextChecks.Required(Why, "reason", Setup.Reason),
                ],
                () => new SanctionEvent.Decided(
                    context.Today, new SanctionDecision(DecisionRoute.Chair, DecisionOutcome.Granted, DecidedOn!.Value)
                    {
                        Paragraph = TypedText.Clean(Number),
                        Words = Why.Kept,
                        FinalDate = sanction.Question.Paper?.FinalDate,
                    },
                    null));
        }
    }

    /// <summary>Decides by delegation. Never whoever proposed it.</summary>
    public sealed record DecideAsDelegate(bool? Granted, WrittenText Words, SanctionSetup Setup) : ByPerson(Setup)
    {
        /// <summary>Of an omedelbar åtgärd that is imposed or prolonged.</summary>
        public DateOnly? Until { get; init; }

        /// <summary>What the omedelbar åtgärd is, where it is imposed.</summary>
        public WrittenText? Measure { get; init; }

        internal override Decision<SanctionEvent> Decide(Sanction sanction, CommandContext context)
        {
            if (sanction.Terms.DecidedBy is not { } role || role != context.Actor.Role)
                return new Refusal(SanctionRefusals.NotTheDelegate);
            if (sanction.ProposedBy == context.Actor.UserId && !sanction.IsAtOnce)
                return new Refusal(SanctionRefusals.OwnProposal);
            return Decision.Unless<SanctionEvent>(
                [
                    .. SanctionDecider.If(Granted is null, SanctionRefusals.OutcomeMissing, "granted"),
                    .. TextChecks.Required(Words, "words", Setup.Reason),
                    .. Granted == true ? UrgentFaults(sanction, context) : [],
                ],
                () => new SanctionEvent.Decided(
                    context.Today,
                    new SanctionDecision(
                        DecisionRoute.Delegate,
                        Granted == true ? DecisionOutcome.Granted : DecisionOutcome.Rejected, context.Today)
                    {
                        Words = Words.Kept,
                        FinalDate = sanction.Question.Paper?.FinalDate,
                        Until = Granted == true && sanction.AsksUntil ? Until : null,
                        Measure = Granted == true && sanction.AsksMeasure ? Measure!.Kept : null,
                    },
                    null));
        }

        private IEnumerable<Refusal> UrgentFaults(Sanction sanction, CommandContext context) =>
        [
            .. sanction.AsksUntil
                ?
                [
                    .. SanctionDecider.If(Until is null, SanctionRefusals.DayMissing, "until"),
                    .. SanctionDecider.If(Until < context.Today, SanctionRefusals.DayPassed, "until"),
                    .. SanctionDecider.If(
                        Until <= sanction.Until, SanctionRefusals.NotLater, "until",
                        sanction.Until is { } before ? SanctionDecider.Text(before) : ""),
                ]
                : Array.Empty<Refusal>(),
            .. sanction.AsksMeasure
                ? Measure is { } measure
                    ? TextChecks.Required(measure, "measure", Setup.Reason)
                    : [new Refusal(TextRefusals.Missing, "measure")]
                : [],
        ];
    }

    private static TextReference? Kept(WrittenText text) => text.IsEmpty ? null : text.Kept;
}

public abstract partial record SanctionEvent
{
    /// <param name="NextMeeting">Only of a bordläggning.</param>
    public sealed record Decided(DateOnly On, SanctionDecision Decision, DateOnly? NextMeeting) : ToProposed(On)
    {
        internal override SanctionStatus? Leads(Sanction sanction) =>
            (Decision.Outcome, sanction.Question.Kind, sanction.InForceSince) switch
            {
                (DecisionOutcome.Tabled, _, _) => SanctionStatus.Submitted,
                (DecisionOutcome.ReferredBack, _, _) => SanctionStatus.Drafting,
                (DecisionOutcome.Rejected, _, null) => SanctionStatus.Ended,
                (DecisionOutcome.Granted or DecisionOutcome.Altered, QuestionKind.Lift, _) => SanctionStatus.Ended,
                _ => SanctionStatus.InForce,
            };

        internal override Sanction Change(Sanction sanction) => Decision.Outcome switch
        {
            DecisionOutcome.Tabled => Postpone(sanction, NextMeeting, sanction.Question.Version),
            DecisionOutcome.ReferredBack => Postpone(sanction, to: null, sanction.Question.Version + 1),
            DecisionOutcome.Rejected when sanction.InForceSince is null =>
                Settle(sanction).End(SanctionEnding.Rejected, On),
            DecisionOutcome.Rejected => Settle(sanction),
            _ => Grant(Settle(sanction)),
        };

        private Sanction Postpone(Sanction sanction, DateOnly? to, int version) => sanction with
        {
            Question = sanction.Question with
            {
                Version = version,
                Meeting = to,
                Postponed = [.. sanction.Question.Postponed, Decision],
            },
            Reminded = [],
        };

        private Sanction Settle(Sanction sanction) =>
            sanction with { Question = sanction.Question with { Decision = Decision }, Reminded = [] };

        private Sanction Grant(Sanction sanction) => sanction.Question.Kind switch
        {
            QuestionKind.Lift => sanction.End(SanctionEnding.Lifted, On),
            QuestionKind.Prolong => sanction with
            {
                FinalDate = Decision.FinalDate,
                Until = Decision.Until ?? sanction.Until,
            },
            _ => sanction with
            {
                InForceSince = Decision.On,
                FinalDate = Decision.FinalDate,
                Until = Decision.Until,
                Measure = Decision.Measure,
                Charge = sanction.Question.Paper?.Amount is { } amount ? new SanctionCharge(amount) : null,
                Move = sanction.Terms.Effect == SanctionEffect.Termination
                    ? new CustomerMove(null, Decision.On, null, null)
                    : null,
            },
        };
    }
}
