using Oversight.Providers;

namespace Oversight.Functions.Providers;

/// <summary>From fields to those commands of a unit that name something else in the register.</summary>
internal static class UnitForms
{
    public static UnitCommand.RecordManagerNotice Notice(FieldReader fields)
    {
        if (!Id.TryParse(fields.Text("managerKey"), out var key))
            fields.Refuse(UnitRefusals.ManagerUnknown, "managerKey");
        return new UnitCommand.RecordManagerNotice(key, fields.Date("managerNoticeOn"));
    }

    /// <summary>The agreement of that provider as a unit must know it, or null when there is none such.</summary>
    public static async Task<AgreementFacts?> FactsAsync(ProviderDesk providers, string? provider, string? agreement, CancellationToken cancellation) =>
        Id.TryParse(provider, out var providerId) && Id.TryParse(agreement, out var agreementId)
            && await providers.LoadAsync(providerId, cancellation) is { State: ProviderState.Registered registered }
            && registered.Agreement(agreementId) is { } found
            ? registered.Facts(providerId, found)
            : null;
}
