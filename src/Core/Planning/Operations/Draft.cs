namespace Oversight.Planning;

public abstract partial record PlanCommand
{
    /// <summary>Keeps a new draft, unless its input is that of the latest version.</summary>
    /// <param name="FirstYear">No plans before it; a setting.</param>
    /// <param name="Anyway">Whoever drafts knows that the board has a version already, which stays with it.</param>
    public sealed record Draft(BoardId Board, int Year, PlanContent Content, int FirstYear, bool Anyway) : PlanCommand
    {
        internal override Decision<PlanEvent> Decide(PlanState state, CommandContext context)
        {
            if (state is PlanState.Adopted)
                return new Refusal(PlanRefusals.AlreadyAdopted);
            if (PlanDecider.CheckYear(Year, FirstYear, context.Today) is { } refusal)
                return refusal;
            if (state.PlanOrNone is { Presented: { } presented, HasNewerDraft: false } && !Anyway
                && IfChanged(state, Board, Year, Content, context).Count > 0)
                return new Refusal(PlanRefusals.BoardHasVersion, "anyway", PlanMaker.Text(presented.Version));
            return Decision.Accept(IfChanged(state, Board, Year, Content, context));
        }

        internal static IReadOnlyList<PlanEvent> IfChanged(
            PlanState state, BoardId board, int year, PlanContent content, CommandContext context) =>
            state.PlanOrNone?.Latest.InputHash == content.InputHash
                ? []
                : [new PlanEvent.Drafted(board, year, state.LatestNumber + 1, content, context.Actor.Role)];
    }
}

public abstract partial record PlanEvent
{
    public sealed record Drafted(BoardId Board, int Year, int Version, PlanContent Content, Role MadeBy) : PlanEvent
    {
        private PlanVersion AsVersion => new(
            Version, Content.AsOf, Content.InputHash, Content.Reviews.Count, Content.NotChosen.Count, MadeBy,
            Content.Facts);

        internal override PlanState Apply(PlanState state) => state switch
        {
            PlanState.NotMade => new PlanState.Draft(new Plan(Board, Year, [AsVersion], Content, null, 1)),
            PlanState.Draft { Plan: var plan } =>
                new PlanState.Draft(plan with { Versions = [.. plan.Versions, AsVersion], Content = Content }),
            _ => throw CannotFollow(state),
        };
    }
}
