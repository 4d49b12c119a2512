namespace Oversight.Functions.Providers;

/// <summary>What the register's edge says no to, beside the rules.</summary>
public static class RegisterEdgeRefusals
{
    public const string ForeignBoard = "register.foreign-board";
    public const string ProviderUnknown = "register.provider-unknown";
    public const string AgreementUnknown = "register.agreement-unknown";
    public const string FileMissing = "register.file-missing";
}
