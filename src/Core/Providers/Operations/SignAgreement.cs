namespace Oversight.Providers;

public abstract partial record ProviderCommand
{
    public sealed record SignAgreement(
        Id AgreementId, string Key, AgreementForm Form, CodeId Area, BoardId Board, AgreementTerms Terms,
        RegisterRules Rules) : OfRegistered
    {
        internal override Decision<ProviderEvent> Decide(ProviderState.Registered provider, CommandContext context)
        {
            if (provider.Agreement(AgreementId) is not null)
                return Decision.Accept<ProviderEvent>();
            List<Refusal> refusals = [];
            refusals.Text("key", Key, RegisterChecks.KeyLength, isRequired: true);
            if (provider.Agreements.Any(agreement => TypedText.IsSame(agreement.Key, Key)))
                refusals.Add(new Refusal(ProviderRefusals.AgreementKeyTaken, "key"));
            if (!Rules.Boards.ContainsKey(Board.Value))
                refusals.Add(new Refusal(ProviderRefusals.BoardUnknown, "board"));
            refusals.Codes("area", [Area], Rules.Areas, isRequired: true);
            if ((provider.OwnerOn(context.Today) == Ownership.Municipal) != (Form == AgreementForm.Understanding))
                refusals.Add(new Refusal(ProviderRefusals.FormNotForOwner, "form"));
            refusals.Terms(Form, Terms, null, Rules);
            return Decision.Unless<ProviderEvent>(refusals, () => new ProviderEvent.AgreementSigned(
                AgreementId, Key, Form, Area, Board, Terms));
        }
    }
}

public abstract partial record ProviderEvent
{
    public sealed record AgreementSigned(
        Id AgreementId, string Key, AgreementForm Form, CodeId Area, BoardId Board, AgreementTerms Terms) : OfRegistered
    {
        internal override ProviderState Apply(ProviderState.Registered provider) => provider with
        {
            Agreements =
                [.. provider.Agreements, new Agreement(AgreementId, Key, Form, Area, Board, DatedHistory.Begin(Terms))],
        };
    }
}
