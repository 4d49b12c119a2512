using Oversight.Functions.Storage;
using Oversight.Providers;

namespace Oversight.Functions.Providers;

// Rows are stored and have shapes of their own, so that Core's states can change without them. The mapping is kept
// outside the rows: what is derived is never stored.

/// <summary>Between the row of a provider and the provider as Core knows it.</summary>
public static class ProviderRowMapping
{
    extension(ProviderRow row)
    {
        public static ProviderRow Of(StreamHead head, ProviderState.Registered provider) => new(
            head.Id, head.Version, provider.Names, provider.Number, provider.Owners,
            [.. provider.Agreements.Select(RowOf)]);

        public ProviderState.Registered Provider =>
            new(row.Names, row.Number, row.Owners, [.. row.Agreements.Select(AgreementOf)]);
    }

    private static AgreementRow RowOf(Agreement agreement) => new(
        agreement.Id, agreement.Key, agreement.Form, agreement.Area, agreement.Board, agreement.History);

    private static Agreement AgreementOf(AgreementRow row) =>
        new(row.AgreementId, row.Key, row.Form, row.Area, row.Board, row.Terms);
}

/// <summary>Between the row of a unit and the unit as Core knows it.</summary>
public static class UnitRowMapping
{
    extension(UnitRow row)
    {
        public static UnitRow Of(StreamHead head, UnitState.Registered unit) => new(
            head.Id, head.Version, unit.Key, unit.Names, unit.Placements, unit.History, unit.Licence, unit.Counts,
            unit.Managers)
        {
            Contact = unit.Contact,
        };

        public UnitState.Registered Unit =>
            new(row.Key, row.Names, row.Placements, row.Details, row.Licence, row.Counts, row.Managers)
            {
                Contact = row.Contact,
            };
    }
}
