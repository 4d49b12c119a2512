using Oversight.Functions.Identity;
using Oversight.Functions.Providers.Pages;
using Oversight.Functions.Sanctions.Screens;

namespace Oversight.Functions.Sanctions.Reading;

/// <summary>
/// On Anordnaren på en A4: sanctions that apply and, to those who may know of them, the proposed ones. Nothing of a
/// sealed review, whoever reads: the sheet is taken along to meetings.
/// </summary>
public sealed class ProviderSanctions(SanctionDesk desk, Conflicts conflicts) : IProviderSection
{
    public async Task<ProviderSection?> ReadAsync(
        SignedInUser user, Id provider, DateOnly today, CancellationToken cancellation)
    {
        if (Access.Boards(user, Permission.ReadSanctions).Count == 0)
            return null;
        var sealedMatters = await conflicts.SealedAsync(cancellation);
        var rows = (await desk.ListAsync(user, cancellation))
            .Where(row => row.Unit.ProviderId == provider && row.Ending is null
                && !sealedMatters.Contains(row.ReviewId))
            .OrderByDescending(row => row.InForceSince is not null)
            .ThenBy(row => row.Unit.Name, SwedishOrder.Comparer).ToList();
        return new ProviderSection(
            typeof(ProviderSanctionSection),
            new Dictionary<string, object>
            {
                [nameof(ProviderSanctionSection.Rows)] = (IReadOnlyList<SanctionRow>)rows,
            },
            []);
    }
}
