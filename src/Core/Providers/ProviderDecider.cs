namespace Oversight.Providers;

/// <summary>The rules of a provider's stream. A command that changes nothing is accepted without an event.</summary>
public static class ProviderDecider
{
    public static Decision<ProviderEvent> Decide(ProviderState state, ProviderCommand command, CommandContext context) =>
        (state, command) switch
        {
            (ProviderState.Unknown, ProviderCommand.Register register) => Register(register),
            (ProviderState.Unknown, _) => new Refusal(ProviderRefusals.NotRegistered),
            (ProviderState.Registered, ProviderCommand.Register) => new Refusal(ProviderRefusals.AlreadyRegistered),
            (ProviderState.Registered provider, ProviderCommand.Rename rename) => Rename(provider, rename, context),
            (ProviderState.Registered provider, ProviderCommand.ChangeOwnership change) => ChangeOwnership(provider, change, context),
            (ProviderState.Registered provider, ProviderCommand.SignAgreement sign) => Sign(provider, sign, context),
            (ProviderState.Registered provider, ProviderCommand.ChangeAgreement change) => Change(provider, change, context),
            _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
        };

    public static ProviderState Evolve(ProviderState state, ProviderEvent happened) => (state, happened) switch
    {
        (_, ProviderEvent.Registered registered) => new ProviderState.Registered(
            DatedHistory.Begin(registered.Name), registered.Number, DatedHistory.Begin(registered.Ownership), []),
        (ProviderState.Registered provider, ProviderEvent.Renamed renamed) =>
            provider with { Names = provider.Names.With(renamed.From, renamed.Name) },
        (ProviderState.Registered provider, ProviderEvent.OwnershipChanged changed) =>
            provider with { Owners = provider.Owners.With(changed.From, changed.Ownership) },
        (ProviderState.Registered provider, ProviderEvent.AgreementSigned signed) => provider with
        {
            Agreements =
            [
                .. provider.Agreements,
                new Agreement(signed.AgreementId, signed.Key, signed.Form, signed.Area, signed.Board, DatedHistory.Begin(signed.Terms)),
            ],
        },
        (ProviderState.Registered provider, ProviderEvent.AgreementChanged changed) => provider with
        {
            Agreements =
            [
                .. provider.Agreements.Select(agreement => agreement.Id == changed.AgreementId
                    ? agreement with { History = agreement.History.With(changed.From, changed.Terms) }
                    : agreement),
            ],
        },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    private static Decision<ProviderEvent> Register(ProviderCommand.Register command)
    {
        List<Refusal> refusals = [];
        refusals.Text("name", command.Name, RegisterChecks.NameLength, isRequired: true);
        return Decision.Unless<ProviderEvent>(refusals, () => new ProviderEvent.Registered(
            command.Name, command.Number.IsPersonal ? null : command.Number, command.Ownership));
    }

    private static Decision<ProviderEvent> Rename(ProviderState.Registered provider, ProviderCommand.Rename command, CommandContext context)
    {
        List<Refusal> refusals = [];
        refusals.Text("name", command.Name, RegisterChecks.NameLength, isRequired: true);
        refusals.Change(provider.Names, command.From, context.Today);
        return Decision.Unless<ProviderEvent>(refusals, () => provider.Names.Latest() == command.Name
            ? Decision.Accept<ProviderEvent>()
            : new ProviderEvent.Renamed(command.From, command.Name));
    }

    private static Decision<ProviderEvent> ChangeOwnership(
        ProviderState.Registered provider, ProviderCommand.ChangeOwnership command, CommandContext context)
    {
        List<Refusal> refusals = [];
        refusals.Change(provider.Owners, command.From, context.Today);
        return Decision.Unless<ProviderEvent>(refusals, () => provider.Owners.Latest() == command.Ownership
            ? Decision.Accept<ProviderEvent>()
            : new ProviderEvent.OwnershipChanged(command.From, command.Ownership));
    }

    private static Decision<ProviderEvent> Sign(ProviderState.Registered provider, ProviderCommand.SignAgreement command, CommandContext context)
    {
        if (provider.Agreement(command.AgreementId) is not null)
            return Decision.Accept<ProviderEvent>();
        List<Refusal> refusals = [];
        refusals.Text("key", command.Key, RegisterChecks.KeyLength, isRequired: true);
        if (provider.Agreements.Any(agreement => TypedText.IsSame(agreement.Key, command.Key)))
            refusals.Add(new Refusal(ProviderRefusals.AgreementKeyTaken, "key"));
        if (!command.Rules.Boards.ContainsKey(command.Board.Value))
            refusals.Add(new Refusal(ProviderRefusals.BoardUnknown, "board"));
        refusals.Codes("area", [command.Area], command.Rules.Areas, isRequired: true);
        if ((provider.OwnerOn(context.Today) == Ownership.Municipal) != (command.Form == AgreementForm.Understanding))
            refusals.Add(new Refusal(ProviderRefusals.FormNotForOwner, "form"));
        CheckTerms(refusals, command.Form, command.Terms, null, command.Rules);
        return Decision.Unless<ProviderEvent>(refusals, () => new ProviderEvent.AgreementSigned(
            command.AgreementId, command.Key, command.Form, command.Area, command.Board, command.Terms));
    }

    private static Decision<ProviderEvent> Change(ProviderState.Registered provider, ProviderCommand.ChangeAgreement command, CommandContext context)
    {
        if (provider.Agreement(command.AgreementId) is not { } agreement)
            return new Refusal(ProviderRefusals.AgreementUnknown, "agreementId");
        List<Refusal> refusals = [];
        refusals.Change(agreement.History, command.From, context.Today);
        CheckTerms(refusals, agreement.Form, command.Terms, agreement.Terms, command.Rules);
        return Decision.Unless<ProviderEvent>(refusals, () => agreement.Terms == command.Terms
            ? Decision.Accept<ProviderEvent>()
            : new ProviderEvent.AgreementChanged(command.AgreementId, command.From, command.Terms));
    }

    private static void CheckTerms(
        List<Refusal> refusals, AgreementForm form, AgreementTerms terms, AgreementTerms? already, RegisterRules rules)
    {
        refusals.Codes("services", terms.Services, rules.Services, isRequired: true, already?.Services);
        refusals.Codes("targetGroups", terms.TargetGroups, rules.TargetGroups, isRequired: false, already?.TargetGroups);
        refusals.Period(terms.ValidFrom, terms.ValidTo);
        refusals.Text("responsibleDelegate", terms.ResponsibleDelegate, RegisterChecks.DelegateLength);
        refusals.Text("diaryNumber", terms.DiaryNumber, RegisterChecks.DiaryNumberLength);
        if (form == AgreementForm.DirectAward && string.IsNullOrWhiteSpace(terms.ResponsibleDelegate))
            refusals.Add(new Refusal(ProviderRefusals.DelegateMissing, "responsibleDelegate"));
    }
}
