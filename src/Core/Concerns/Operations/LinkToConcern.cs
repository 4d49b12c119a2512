namespace Oversight.Concerns;

public abstract partial record ConcernCommand
{
    public sealed record LinkToConcern(Id Concern, Id Other, ConcernLinkKind Kind) : ConcernCommand
    {
        internal override Decision<ConcernEvent> Decide(ConcernState state, CommandContext context)
        {
            if (Concern == Other)
                return new Refusal(ConcernRefusals.LinkToItself, "concern");
            return state.RequiredFile.Links.Contains(new ConcernLink(Other, Kind))
                ? Decision.Accept<ConcernEvent>()
                : new ConcernEvent.LinkedToConcern(context.Today, Other, Kind);
        }
    }
}

public abstract partial record ConcernEvent
{
    /// <summary>The later link to the same concern replaces an earlier one of another kind.</summary>
    public sealed record LinkedToConcern(DateOnly On, Id Other, ConcernLinkKind Kind) : ConcernEvent(On)
    {
        internal override ConcernState Apply(ConcernState state) => state.Change(file => file.Weighed() with
        {
            Links = [.. file.Links.Where(link => link.Other != Other), new ConcernLink(Other, Kind)],
        });
    }
}
