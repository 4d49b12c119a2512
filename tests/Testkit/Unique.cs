namespace Oversight.Testkit;

public static class Unique
{
    /// <summary>
    /// A word that no other text has, in letters alone: digits by chance can look like a personnummer.
    /// </summary>
    public static string Word() =>
        string.Concat(Guid.NewGuid().ToString("N")
            .Select(digit => (char)('a' + Convert.ToInt32(digit.ToString(), 16))));
}
