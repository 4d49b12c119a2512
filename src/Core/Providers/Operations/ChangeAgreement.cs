namespace Oversight.Providers;

public abstract partial record ProviderCommand
{
    public sealed record ChangeAgreement(Id AgreementId, DateOnly From, AgreementTerms Terms, RegisterRules Rules)
        : OfRegistered
    {
        internal override Decision<ProviderEvent> Decide(ProviderState.Registered provider, CommandContext context)
        {
            if (provider.Agreement(AgreementId) is not { } agreement)
                return new Refusal(ProviderRefusals.AgreementUnknown, "agreementId");
            List<Refusal> refusals = [];
            refusals.Change(agreement.History, From, context.Today);
            refusals.Terms(agreement.Form, Terms, agreement.Terms, Rules);
            return Decision.Unless<ProviderEvent>(refusals, () => agreement.Terms == Terms
                ? Decision.Accept<ProviderEvent>()
                : new ProviderEvent.AgreementChanged(AgreementId, From, Terms));
        }
    }
}

public abstract partial record ProviderEvent
{
    public sealed record AgreementChanged(Id AgreementId, DateOnly From, AgreementTerms Terms) : OfRegistered
    {
        internal override ProviderState Apply(ProviderState.Registered provider) => provider with
        {
            Agreements =
            [
                .. provider.Agreements.Select(agreement => agreement.Id == AgreementId
                    ? agreement with { History = agreement.History.With(From, Terms) }
                    : agreement),
            ],
        };
    }
}
