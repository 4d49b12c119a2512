namespace Oversight.Concerns;

public abstract partial record ConcernCommand
{
    /// <summary>The two are not the same after all.</summary>
    public sealed record UnlinkConcern(Id Other) : ConcernCommand
    {
        internal override Decision<ConcernEvent> Decide(ConcernState state, CommandContext context) =>
            state.RequiredFile.Links.Any(link => link.Other == Other)
                ? new ConcernEvent.UnlinkedFromConcern(context.Today, Other)
                : new Refusal(ConcernRefusals.NotLinked, "concern");
    }
}

public abstract partial record ConcernEvent
{
    public sealed record UnlinkedFromConcern(DateOnly On, Id Other) : ConcernEvent(On)
    {
        internal override ConcernState Apply(ConcernState state) => state.Change(file => file.Weighed() with
        {
            Links = [.. file.Links.Where(link => link.Other != Other)],
        });
    }
}
