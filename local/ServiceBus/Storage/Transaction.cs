namespace Oversight.Local.ServiceBus.Storage;

/// <summary>What goes into one request: at most 100 rows, each once, and 4 MB with everything around them.</summary>
internal sealed class Transaction
{
    /// <summary>One row is left for the last number.</summary>
    private const int MaxRows = 99;

    /// <summary>Binary content travels as base64, a third larger.</summary>
    private const int MaxBytes = 2_500_000;

    private readonly List<(Journal.Write Write, RowChange Change)> _parts = [];
    private readonly HashSet<long> _numbers = [];
    private int _bytes;

    public IReadOnlyList<RowChange> Changes => [.. _parts.Select(p => p.Change)];

    public IEnumerable<Journal.Write> Writes => _parts.Select(p => p.Write).Distinct();

    public static IEnumerable<Transaction> Divide(IEnumerable<Journal.Write> writes)
    {
        var transaction = new Transaction();
        foreach (var write in writes)
        {
            foreach (var change in write.Changes)
            {
                if (!transaction.HasRoomFor(change))
                {
                    yield return transaction;
                    transaction = new Transaction();
                }

                transaction.Add(write, change);
            }
        }

        yield return transaction;
    }

    public void Finish(bool written)
    {
        foreach (var (write, _) in _parts)
            write.Finish(written);
    }

    private bool HasRoomFor(RowChange change) =>
        _parts.Count < MaxRows && _bytes + change.Bytes <= MaxBytes && !_numbers.Contains(change.Number);

    private void Add(Journal.Write write, RowChange change)
    {
        _parts.Add((write, change));
        _numbers.Add(change.Number);
        _bytes += change.Bytes;
    }
}
