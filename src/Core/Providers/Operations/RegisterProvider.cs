namespace Oversight.Providers;

public abstract partial record ProviderCommand
{
    /// <summary>A new provider. That the number is free is reserved at the edge, before the append.</summary>
    public sealed record Register(string Name, OrganisationNumber Number, Ownership Ownership) : ProviderCommand
    {
        internal override Decision<ProviderEvent> Decide(ProviderState state, CommandContext context)
        {
            if (state is not ProviderState.Unknown)
                return new Refusal(ProviderRefusals.AlreadyRegistered);
            List<Refusal> refusals = [];
            refusals.Text("name", Name, RegisterChecks.NameLength, isRequired: true);
            return Decision.Unless<ProviderEvent>(refusals, () => new ProviderEvent.Registered(
                Name, Number.IsPersonal ? null : Number, Ownership));
        }
    }
}

public abstract partial record ProviderEvent
{
    /// <param name="Number">Null for a sole trader, whose personnummer is kept apart from the record.</param>
    public sealed record Registered(string Name, OrganisationNumber? Number, Ownership Ownership) : ProviderEvent
    {
        internal override ProviderState Apply(ProviderState state) => new ProviderState.Registered(
            DatedHistory.Begin(Name), Number, DatedHistory.Begin(Ownership), []);
    }
}
