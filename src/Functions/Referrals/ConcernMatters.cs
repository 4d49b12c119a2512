using Oversight.Functions.Concerns.Together;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Referrals;

/// <summary>The concerns because of which a report to IVO or an överlämnande has been raised.</summary>
internal sealed class ConcernMatters(Views views) : IConcernMatters
{
    public async Task<IEnumerable<Id>> OfAsync(BoardId board, CancellationToken cancellation)
    {
        var positions = views.ReadAllAsync<IvoRow>(IvoStream.PartitionOf(board), cancellation);
        var referrals = await views.ReadAllAsync<ReferralRow>(ReferralStream.PartitionOf(board), cancellation);
        return (await positions).SelectMany(row => row.Concerns).Concat(referrals.SelectMany(row => row.Concerns));
    }
}
