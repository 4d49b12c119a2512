using Oversight.Functions.Identity;
using Oversight.Functions.Providers.Pages;
using Oversight.Functions.Referrals.Screens;
using Oversight.Referrals;

namespace Oversight.Functions.Referrals;

/// <summary>
/// On Anordnaren på en A4: the positions that were taken on a report to IVO. Nothing of what is sealed, whoever reads,
/// and no överlämnande: the sheet is taken along to meetings.
/// </summary>
public sealed class ProviderPositions(IvoDesk desk, Conflicts conflicts) : IProviderSection
{
    public async Task<ProviderSection?> ReadAsync(
        SignedInUser user, Id provider, DateOnly today, CancellationToken cancellation)
    {
        if (ContentAccess.Boards(user, ContentClass.Review).Count == 0)
            return null;
        var sealedMatters = await conflicts.SealedAsync(cancellation);
        var rows = (await desk.ListAsync(user, cancellation))
            .Where(row => row.ProviderId == provider && row.Status != IvoStatus.Open
                && !(row.Review is { } review && sealedMatters.Contains(review))
                && !row.Concerns.Any(sealedMatters.Contains))
            .OrderByDescending(row => row.DecidedOn).ToList();
        return rows.Count == 0
            ? null
            : new ProviderSection(
                typeof(ProviderPositionSection),
                new Dictionary<string, object>
                {
                    [nameof(ProviderPositionSection.Rows)] = (IReadOnlyList<IvoRow>)rows,
                },
                []);
    }
}
