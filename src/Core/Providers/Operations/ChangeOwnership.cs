namespace Oversight.Providers;

public abstract partial record ProviderCommand
{
    public sealed record ChangeOwnership(DateOnly From, Ownership Ownership) : OfRegistered
    {
        internal override Decision<ProviderEvent> Decide(ProviderState.Registered provider, CommandContext context)
        {
            List<Refusal> refusals = [];
            refusals.Change(provider.Owners, From, context.Today);
            return Decision.Unless<ProviderEvent>(refusals, () => provider.Owners.Latest() == Ownership
                ? Decision.Accept<ProviderEvent>()
                : new ProviderEvent.OwnershipChanged(From, Ownership));
        }
    }
}

public abstract partial record ProviderEvent
{
    public sealed record OwnershipChanged(DateOnly From, Ownership Ownership) : OfRegistered
    {
        internal override ProviderState Apply(ProviderState.Registered provider) =>
            provider with { Owners = provider.Owners.With(From, Ownership) };
    }
}
