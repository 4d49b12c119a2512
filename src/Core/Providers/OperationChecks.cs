namespace Oversight.Providers;

/// <summary>What several operations ask of a unit's details, its licence, or an agreement's terms.</summary>
internal static class OperationChecks
{
    /// <param name="already">What stands now and may stay; null for a new unit.</param>
    public static void Details(
        this List<Refusal> refusals, UnitDetails details, UnitDetails? already, AgreementFacts agreement,
        RegisterRules rules)
    {
        refusals.Text("address", details.Address, RegisterChecks.AddressLength);
        refusals.Codes(
            "services", details.Services, rules.Services, isRequired: true, already?.Services ?? agreement.Services);
        refusals.Codes(
            "targetGroups", details.TargetGroups, rules.TargetGroups, isRequired: false, already?.TargetGroups);
        refusals.Services(details, agreement, "services");
        refusals.Period(details.ValidFrom, details.ValidTo);
        if (details.ValidFrom > agreement.ValidTo)
            refusals.Add(new Refusal(UnitRefusals.OutsideAgreement, "validFrom"));
    }

    /// <summary>The unit does nothing that its agreement does not cover.</summary>
    public static void Services(
        this List<Refusal> refusals, UnitDetails details, AgreementFacts agreement, string field)
    {
        if (details.Services.FirstOrDefault(service => !agreement.Services.Contains(service)) is { Value: { } outside })
            refusals.Add(new Refusal(UnitRefusals.ServiceNotInAgreement, field, outside));
    }

    public static void Licence(this List<Refusal> refusals, Licence licence, DateOnly today)
    {
        refusals.Text("licenceNumber", licence.Number, RegisterChecks.LicenceLength);
        refusals.Day("licenceGrantedOn", licence.GrantedOn, today);
        if (licence is { Number: null, GrantedOn: not null })
            refusals.Add(new Refusal(UnitRefusals.LicenceNumberMissing, "licenceNumber"));
    }

    /// <param name="already">What stands now and may stay; null for a new agreement.</param>
    public static void Terms(
        this List<Refusal> refusals, AgreementForm form, AgreementTerms terms, AgreementTerms? already,
        RegisterRules rules)
    {
        refusals.Codes("services", terms.Services, rules.Services, isRequired: true, already?.Services);
        refusals.Codes(
            "targetGroups", terms.TargetGroups, rules.TargetGroups, isRequired: false, already?.TargetGroups);
        refusals.Period(terms.ValidFrom, terms.ValidTo);
        refusals.Text("responsibleDelegate", terms.ResponsibleDelegate, RegisterChecks.DelegateLength);
        refusals.Text("diaryNumber", terms.DiaryNumber, RegisterChecks.DiaryNumberLength);
        if (form == AgreementForm.DirectAward && string.IsNullOrWhiteSpace(terms.ResponsibleDelegate))
            refusals.Add(new Refusal(ProviderRefusals.DelegateMissing, "responsibleDelegate"));
    }
}
