namespace Oversight.Providers;

/// <summary>Why the provider stream says no. Contracts with callers; texts stand at the edge.</summary>
public static class ProviderRefusals
{
    public const string NumberFormat = "provider.number-format";
    public const string NumberCheckDigit = "provider.number-check-digit";

    /// <summary>Another provider has the organisationsnummer; argument: that provider's id.</summary>
    public const string NumberTaken = "provider.number-taken";
    public const string AlreadyRegistered = "provider.already-registered";
    public const string NotRegistered = "provider.not-registered";
    public const string AgreementUnknown = "provider.agreement-unknown";
    public const string AgreementKeyTaken = "provider.agreement-key-taken";

    /// <summary>direktupphandling needs the deciding delegate (R24).</summary>
    public const string DelegateMissing = "provider.delegate-missing";

    /// <summary>
    /// överenskommelse is made with the municipality's own production only, and it has no other form (R23).
    /// </summary>
    public const string FormNotForOwner = "provider.form-not-for-owner";
    public const string BoardUnknown = "provider.board-unknown";
}

/// <summary>Why the unit stream says no.</summary>
public static class UnitRefusals
{
    public const string AlreadyRegistered = "unit.already-registered";
    public const string NotRegistered = "unit.not-registered";
    public const string KeyTaken = "unit.key-taken";
    public const string ServiceNotInAgreement = "unit.service-not-in-agreement";
    public const string OutsideAgreement = "unit.outside-agreement";
    public const string CustomersOutOfRange = "unit.customers-out-of-range";
    public const string MoreChildrenThanCustomers = "unit.more-children-than-customers";
    public const string LicenceNumberMissing = "unit.licence-number-missing";
    public const string ManagerUnknown = "unit.manager-unknown";

    /// <summary>A change of manager that has not happened yet can only be known by a notice.</summary>
    public const string NoticeMissing = "unit.notice-missing";
    public const string SameAgreement = "unit.same-agreement";

    /// <summary>No e-mail address, or several.</summary>
    public const string AddressImpossible = "unit.address-impossible";
}
