namespace Oversight.Providers;

/// <summary>
/// What somebody asks of a provider's stream (dates are Swedish calendar days); each stands in <c>Operations</c> with
/// what happens then. A command that changes nothing is accepted without an event.
/// </summary>
public abstract partial record ProviderCommand
{
    private ProviderCommand()
    {
    }

    internal abstract Decision<ProviderEvent> Decide(ProviderState state, CommandContext context);

    /// <summary>What only a registered provider can be asked.</summary>
    public abstract record OfRegistered : ProviderCommand
    {
        private protected OfRegistered()
        {
        }

        internal override Decision<ProviderEvent> Decide(ProviderState state, CommandContext context) =>
            state is ProviderState.Registered provider
                ? Decide(provider, context)
                : new Refusal(ProviderRefusals.NotRegistered);

        internal abstract Decision<ProviderEvent> Decide(ProviderState.Registered provider, CommandContext context);
    }
}

/// <summary>What has happened to a provider.</summary>
public abstract partial record ProviderEvent
{
    private ProviderEvent()
    {
    }

    /// <summary>The state afterwards.</summary>
    internal abstract ProviderState Apply(ProviderState state);

    /// <summary>What happens only to a registered provider.</summary>
    public abstract record OfRegistered : ProviderEvent
    {
        private protected OfRegistered()
        {
        }

        internal override ProviderState Apply(ProviderState state) => state is ProviderState.Registered provider
            ? Apply(provider)
            : throw new InvalidOperationException($"{GetType().Name} cannot follow {state.GetType().Name}.");

        internal abstract ProviderState Apply(ProviderState.Registered provider);
    }
}

/// <summary>A provider (anordnare, utförare, egen produktion) as its events leave it.</summary>
public abstract record ProviderState
{
    private ProviderState()
    {
    }

    public static ProviderState Initial { get; } = new Unknown();

    public sealed record Unknown : ProviderState;

    /// <param name="Number">Null for a sole trader.</param>
    public sealed record Registered(
        IReadOnlyList<Dated<string>> Names, OrganisationNumber? Number, IReadOnlyList<Dated<Ownership>> Owners,
        IReadOnlyList<Agreement> Agreements) : ProviderState
    {
        /// <summary>The name that documents of that day use.</summary>
        public string NameOn(DateOnly day) => Names.On(day);

        public Ownership OwnerOn(DateOnly day) => Owners.On(day);

        public Agreement? Agreement(Id id) => Agreements.FirstOrDefault(agreement => agreement.Id == id);

        /// <summary>What a unit under the agreement must know, from the latest names and terms.</summary>
        public AgreementFacts Facts(Id providerId, Agreement agreement) => new()
        {
            ProviderId = providerId,
            ProviderName = Names.Latest(),
            Ownership = Owners.Latest(),
            AgreementId = agreement.Id,
            AgreementKey = agreement.Key,
            Form = agreement.Form,
            Area = agreement.Area,
            Board = agreement.Board,
            Services = agreement.Terms.Services,
            ValidFrom = agreement.Terms.ValidFrom,
            ValidTo = agreement.Terms.ValidTo,
        };
    }
}

/// <summary>What follows from a provider's state; not stored.</summary>
public static class ProviderConclusions
{
    extension(ProviderState.Registered provider)
    {
        /// <summary>enskild firma: the number is a personnummer and is kept apart from the record.</summary>
        public bool IsSoleTrader => provider.Number is null;
    }
}
