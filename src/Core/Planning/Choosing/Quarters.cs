namespace Oversight.Planning;

/// <summary>
/// Puts what is chosen into quarters: where a person has said one, there; otherwise by rank into the first that has the
/// days. What fits in none begins where most is left, and runs into the next; the days of the year are kept.
/// </summary>
internal static class Quarters
{
    public static IReadOnlyList<(Chosen Chosen, int Quarter)> Place(
        IReadOnlyList<Chosen> chosen, IReadOnlyList<int> daysPerQuarter)
    {
        var left = daysPerQuarter.ToArray();
        var placed = new List<(Chosen, int)>();
        foreach (var one in chosen.OrderBy(one => one.Quarter is null).ThenBy(one => one.Of.Rank))
        {
            var quarter = one.Quarter ?? Free(left, one.Of.Days);
            left[quarter - 1] -= one.Of.Days;
            placed.Add((one, quarter));
        }

        return [.. placed.OrderBy(item => item.Item1.Of.Rank)];
    }

    private static int Free(int[] left, int days)
    {
        var first = Array.FindIndex(left, room => room >= days);
        return 1 + (first >= 0 ? first : Array.IndexOf(left, left.Max()));
    }
}
