using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;

namespace Oversight.Functions.Maintenance.Effects;

/// <summary>What failed too often: how much, and one of them run again.</summary>
public sealed class PutAsideEffects(EffectTable table, PendingMarks marks, IEffectHandover handover)
{
    /// <summary>Counting stops here: more is "many" to whoever looks.</summary>
    public const int MostCounted = 100;

    public Task<IReadOnlyList<PutAside>> ListAsync(int most, CancellationToken cancellation) =>
        table.ReadAsideAsync(most, cancellation);

    public async Task<int> CountAsync(CancellationToken cancellation) =>
        (await ListAsync(MostCounted, cancellation)).Count;

    /// <summary>Marked first, so that it is followed up whatever happens to the message.</summary>
    /// <returns>False: it is not there any more; somebody has run it already.</returns>
    public async Task<bool> RunAgainAsync(string streamId, string effect, CancellationToken cancellation)
    {
        if (!await table.IsAsideAsync(streamId, effect, cancellation))
            return false;
        var commandId = Guid.NewGuid().ToString("N");
        await marks.SetAsync(streamId, commandId, cancellation);
        var row = await table.FindAsync(streamId, cancellation);
        await table.ChangeAsync(
            row, effect, record => record with { IsAside = false, Failures = 0, NotBefore = null }, cancellation);
        await table.RemoveAsideAsync(streamId, effect, cancellation);
        await handover.SendAsync(streamId, commandId, cancellation);
        return true;
    }
}
