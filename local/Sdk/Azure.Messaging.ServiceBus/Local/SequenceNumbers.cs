using Azure.Data.Tables;

namespace Azure.Messaging.ServiceBus.Local;

/// <summary>
/// Numbers that are never given twice, also not after a restart or a crash: a block is taken from the table before the first of
/// it is used, guarded by its ETag. The rest of a block is lost when the process ends, as gaps.
/// </summary>
internal sealed class SequenceNumbers(TableClient table) : IDisposable
{
    private const int BlockSize = 100;
    private const string Partition = "sequence-numbers";
    private const string Key = "next";
    private readonly SemaphoreSlim _gate = new(1);
    private long _next;
    private long _end;

    /// <summary>The first of <paramref name="count"/> numbers in a row.</summary>
    public async Task<long> TakeAsync(int count, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (_end - _next < count)
            {
                var block = Math.Max(count, BlockSize);
                _next = await ReserveAsync(block, cancellation).ConfigureAwait(false);
                _end = _next + block;
            }

            _next += count;
            return _next - count;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<long> ReserveAsync(int block, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, Key, cancellationToken: cancellation).ConfigureAwait(false);
                var first = found.HasValue ? found.Value!.GetInt64("Next")!.Value : 1;
                var row = new TableEntity(Partition, Key) { ["Next"] = first + block };
                if (found.HasValue)
                    await table.UpdateEntityAsync(row, found.Value!.ETag, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
                else
                    await table.AddEntityAsync(row, cancellation).ConfigureAwait(false);
                return first;
            }
            catch (RequestFailedException taken) when (taken.Status is 409 or 412)
            {
                // Somebody else took this block, or our own retried request had already: take the next one.
            }
        }
    }
}
