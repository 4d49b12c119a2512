namespace Oversight.Planning;

/// <summary>
/// The most that fits: of all that can be chosen within the days, what is worth most together. Exact, in time and
/// memory of candidates times days; of what is worth the same, the earliest candidates.
/// </summary>
public static class Knapsack
{
    /// <param name="items">Days at least 1, values at least 0.</param>
    /// <returns>The places of the chosen, rising.</returns>
    public static IReadOnlyList<int> Choose(IReadOnlyList<(int Days, long Value)> items, int days)
    {
        if (days <= 0 || items.Count == 0)
            return [];
        // best[i][d]: the most that the candidates from i on are worth within d days.
        var best = new long[items.Count + 1][];
        best[items.Count] = new long[days + 1];
        for (var i = items.Count - 1; i >= 0; i--)
        {
            best[i] = new long[days + 1];
            for (var room = 0; room <= days; room++)
            {
                var without = best[i + 1][room];
                best[i][room] = items[i].Days <= room
                    ? Math.Max(without, items[i].Value + best[i + 1][room - items[i].Days])
                    : without;
            }
        }

        var chosen = new List<int>();
        var left = days;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Days > left || best[i][left] != items[i].Value + best[i + 1][left - items[i].Days])
                continue;
            chosen.Add(i);
            left -= items[i].Days;
        }

        return chosen;
    }
}
