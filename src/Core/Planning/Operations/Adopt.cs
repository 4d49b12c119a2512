using System.Globalization;

namespace Oversight.Planning;

public abstract partial record PlanCommand
{
    /// <summary>The process owner adopts the latest version (R3, R55).</summary>
    /// <param name="Version">The version that the process owner has read.</param>
    /// <param name="Reason">Why, kept apart from the record; the event has only the reference.</param>
    public sealed record Adopt(int Version, DateOnly On, WrittenText Reason, int LongestReason) : PlanCommand
    {
        internal override Decision<PlanEvent> Decide(PlanState state, CommandContext context) => state switch
        {
            PlanState.Draft { Plan.Latest: var latest } => Decide(latest, context),
            PlanState.Adopted => new Refusal(PlanRefusals.AlreadyAdopted),
            _ => new Refusal(PlanRefusals.NotMade),
        };

        private Decision<PlanEvent> Decide(PlanVersion latest, CommandContext context)
        {
            List<Refusal> reasons =
                [.. PlanChecks.ProcessOwner(context.Actor), .. PlanChecks.Reason(Reason, LongestReason)];
            if (Version != latest.Number)
                reasons.Add(new Refusal(PlanRefusals.NotLatestVersion, "version", $"{Version}", $"{latest.Number}"));
            if (On > context.Today)
                reasons.Add(new Refusal(PlanRefusals.AdoptedInFuture, "adoptedOn"));
            if (On < latest.AsOf)
                reasons.Add(new Refusal(
                    PlanRefusals.AdoptedBeforeVersion, "adoptedOn",
                    latest.AsOf.ToString("O", CultureInfo.InvariantCulture)));
            return Decision.Unless<PlanEvent>(reasons, () => new PlanEvent.Adopted(Version, On, Reason.Kept));
        }
    }
}

public abstract partial record PlanEvent
{
    /// <param name="Reason">Null in what was stored before reasons were referred to (v1).</param>
    public sealed record Adopted(int Version, DateOnly On, TextReference? Reason) : PlanEvent
    {
        internal override PlanState Apply(PlanState state) => state is PlanState.Draft { Plan: var plan }
            ? new PlanState.Adopted(plan, On, Reason)
            : throw CannotFollow(state);
    }
}
