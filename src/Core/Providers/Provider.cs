namespace Oversight.Providers;

/// <summary>What somebody asks of a provider's stream. Dates are Swedish calendar days.</summary>
public abstract record ProviderCommand
{
    private ProviderCommand()
    {
    }

    /// <summary>A new provider. That the number is free is reserved at the edge, before the append.</summary>
    public sealed record Register(string Name, OrganisationNumber Number, Ownership Ownership) : ProviderCommand;

    public sealed record Rename(DateOnly From, string Name) : ProviderCommand;

    public sealed record ChangeOwnership(DateOnly From, Ownership Ownership) : ProviderCommand;

    public sealed record SignAgreement(
        Id AgreementId, string Key, AgreementForm Form, CodeId Area, BoardId Board, AgreementTerms Terms, RegisterRules Rules) : ProviderCommand;

    public sealed record ChangeAgreement(Id AgreementId, DateOnly From, AgreementTerms Terms, RegisterRules Rules) : ProviderCommand;
}

/// <summary>What has happened to a provider.</summary>
public abstract record ProviderEvent
{
    private ProviderEvent()
    {
    }

    /// <param name="Number">Null for a sole trader, whose number is a personnummer and is kept apart from the record.</param>
    public sealed record Registered(string Name, OrganisationNumber? Number, Ownership Ownership) : ProviderEvent;

    public sealed record Renamed(DateOnly From, string Name) : ProviderEvent;

    public sealed record OwnershipChanged(DateOnly From, Ownership Ownership) : ProviderEvent;

    public sealed record AgreementSigned(
        Id AgreementId, string Key, AgreementForm Form, CodeId Area, BoardId Board, AgreementTerms Terms) : ProviderEvent;

    public sealed record AgreementChanged(Id AgreementId, DateOnly From, AgreementTerms Terms) : ProviderEvent;
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
        public AgreementFacts Facts(Id providerId, Agreement agreement) => new(
            providerId, Names.Latest(), Owners.Latest(), agreement.Id, agreement.Key, agreement.Form, agreement.Area, agreement.Board,
            agreement.Terms.Services, agreement.Terms.ValidFrom, agreement.Terms.ValidTo);
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
