namespace Oversight.Providers;

public abstract partial record ProviderCommand
{
    public sealed record Rename(DateOnly From, string Name) : OfRegistered
    {
        internal override Decision<ProviderEvent> Decide(ProviderState.Registered provider, CommandContext context)
        {
            List<Refusal> refusals = [];
            refusals.Text("name", Name, RegisterChecks.NameLength, isRequired: true);
            refusals.Change(provider.Names, From, context.Today);
            return Decision.Unless<ProviderEvent>(refusals, () => provider.Names.Latest() == Name
                ? Decision.Accept<ProviderEvent>()
                : new ProviderEvent.Renamed(From, Name));
        }
    }
}

public abstract partial record ProviderEvent
{
    public sealed record Renamed(DateOnly From, string Name) : OfRegistered
    {
        internal override ProviderState Apply(ProviderState.Registered provider) =>
            provider with { Names = provider.Names.With(From, Name) };
    }
}
