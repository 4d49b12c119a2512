namespace Oversight.Planning;

public abstract partial record PlanCommand
{
    /// <summary>
    /// Points out the version for the board's meeting; drafts it first when the input has changed. What a person has
    /// said is ready for the board stays.
    /// </summary>
    public sealed record PrepareForMeeting(BoardId Board, int Year, PlanContent Content) : PlanCommand
    {
        internal override Decision<PlanEvent> Decide(PlanState state, CommandContext context)
        {
            if (state is PlanState.Adopted || state.PlanOrNone?.Presented?.FinishedBy is not null)
                return Decision.Accept<PlanEvent>();
            var drafted = Draft.IfChanged(state, Board, Year, Content, context);
            var version = state.LatestNumber + drafted.Count;
            return drafted.Count == 0 && state.PlanOrNone?.Presented?.Version == version
                ? Decision.Accept<PlanEvent>()
                : Decision.Accept<PlanEvent>(
                    [.. drafted, new PlanEvent.Prepared(version, context.Today, Content.MeetingDay)]);
        }
    }
}

public abstract partial record PlanEvent
{
    /// <param name="FinishedBy">Null when the calendar pointed it out, and in what was stored before (v1).</param>
    public sealed record Prepared(int Version, DateOnly Day, DateOnly? MeetingDay, Role? FinishedBy = null) : PlanEvent
    {
        /// <summary>
        /// What the board is asked to do; null where nobody has said, and it is asked to establish it.
        /// </summary>
        public BoardOutcome? Proposal { get; init; }

        internal override PlanState Apply(PlanState state) => state is PlanState.Draft { Plan: var plan }
            ? new PlanState.Draft(plan with
            {
                Presented = new PresentedVersion(Version, Day, MeetingDay, FinishedBy)
                {
                    Proposal = Proposal ?? BoardOutcome.Established,
                },
                PresentedContent = plan.Content,
            })
            : throw CannotFollow(state);
    }
}
