namespace Oversight.Local.Host.Logging;

/// <summary>How many times the same has been said in the present minute.</summary>
internal sealed class RepeatCount(TimeProvider clock)
{
    private const int Most = 10;
    private const int MostKinds = 1000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, (long Start, int Count)> _said = [];
    private readonly Lock _lock = new();

    /// <returns>Whether it should be said once more, and how many were left out before.</returns>
    public (bool Pass, int LeftOut) Next(string kind)
    {
        lock (_lock)
        {
            if (_said.TryGetValue(kind, out var said) && clock.GetElapsedTime(said.Start) < Window)
            {
                _said[kind] = (said.Start, said.Count + 1);
                return (said.Count < Most, 0);
            }

            if (_said.Count >= MostKinds)
                _said.Clear();
            _said[kind] = (clock.GetTimestamp(), 1);
            return (true, Math.Max(0, said.Count - Most));
        }
    }

    /// <summary>How many have been left out that nobody has been told of.</summary>
    public int Untold()
    {
        lock (_lock)
            return _said.Values.Sum(said => Math.Max(0, said.Count - Most));
    }
}
