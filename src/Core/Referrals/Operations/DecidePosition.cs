using Oversight.Settings;
using Oversight.Texts;

namespace Oversight.Referrals;

public abstract partial record IvoCommand
{
    /// <summary>Decides by delegation whether IVO is told, on which ground and why.</summary>
    public sealed record DecidePosition : WhileOpen
    {
        /// <summary>Whether IVO is told; null: nothing was chosen.</summary>
        public required bool? Report { get; init; }

        public required CodeId? Ground { get; init; }

        /// <summary>The ground was looked at again and does not hold; the reason says why.</summary>
        public required bool Reassessed { get; init; }

        public required WrittenText Reason { get; init; }

        /// <summary>Of whoever decides.</summary>
        public required WrittenText Name { get; init; }

        public required CodeList Grounds { get; init; }

        /// <summary>Of the day.</summary>
        public required IvoRules Rules { get; init; }

        /// <summary>In characters.</summary>
        public required int Longest { get; init; }

        internal override Decision<IvoEvent> Decide(IvoPosition position, CommandContext context) =>
            Decision.Unless<IvoEvent>(
                [
                    .. AnswerFaults(position),
                    .. IvoGrounds.Faults(Ground, Grounds, position.RaisedOn),
                    .. TextChecks.Required(Reason, "reason", Longest),
                ],
                () => new IvoEvent.Decided(context.Today, new IvoDecision(
                    context.Today, Report!.Value, Reassessed, Ground!.Value, Reason.Kept, context.Actor.Role,
                    Rules.DelegationPoint, Name.Kept)));

        private IEnumerable<Refusal> AnswerFaults(IvoPosition position)
        {
            if (Report is not { } report)
                yield return new Refusal(IvoRefusals.AnswerMissing, "report");
            else if (!report && position.IsDuty && !Reassessed)
                yield return new Refusal(IvoRefusals.DutyApplies, "reassessed");
            else if (report && Reassessed)
                yield return new Refusal(IvoRefusals.GroundHolds, "reassessed");
        }
    }

    /// <summary>Says that IVO has been told, when, and under which number there.</summary>
    public sealed record RecordReport(DateOnly? ReportedOn, string Number) : IvoCommand
    {
        private const int LongestNumber = 60;

        internal override Decision<IvoEvent> Decide(IvoState state, CommandContext context)
        {
            if (state is not { Status: IvoStatus.ToReport, Position: { } position })
                return new Refusal(IvoRefusals.NothingToReport);
            if (position.InConflict.Contains(context.Actor.UserId))
                return new Refusal(IvoRefusals.InConflict);
            var number = TypedText.Code(Number);
            return Decision.Unless<IvoEvent>(
                [.. DayFaults(position, context), .. NumberFaults(number)],
                () => new IvoEvent.ReportRecorded(context.Today, new IvoReport(ReportedOn!.Value, number)));
        }

        private IEnumerable<Refusal> DayFaults(IvoPosition position, CommandContext context)
        {
            if (ReportedOn is not { } day)
                yield return new Refusal(IvoRefusals.DayMissing, "reportedOn");
            else if (day > context.Today)
                yield return new Refusal(IvoRefusals.DayInFuture, "reportedOn");
            else if (day < position.Decision!.On)
                yield return new Refusal(IvoRefusals.DayTooEarly, "reportedOn");
        }

        private static IEnumerable<Refusal> NumberFaults(string number)
        {
            if (number.Length == 0)
                yield return new Refusal(IvoRefusals.NumberMissing, "number");
            else if (number.Length > LongestNumber)
                yield return new Refusal(IvoRefusals.NumberTooLong, "number", $"{number.Length}", $"{LongestNumber}");
        }
    }
}

public abstract partial record IvoEvent
{
    public sealed record Decided(DateOnly On, IvoDecision Decision) : ToRaised(On)
    {
        internal override IvoStatus? Leads => Decision.Report ? IvoStatus.ToReport : IvoStatus.Declined;

        internal override IvoPosition Change(IvoPosition position) =>
            position with { Decision = Decision, Ground = Decision.Ground };
    }

    public sealed record ReportRecorded(DateOnly On, IvoReport Report) : ToRaised(On)
    {
        internal override IvoStatus? Leads => IvoStatus.Reported;

        internal override IvoPosition Change(IvoPosition position) => position with { Report = Report };
    }
}
