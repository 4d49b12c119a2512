namespace Oversight.Benchmarks;

internal static class Machine
{
    /// <summary>
    /// How many others want the processors: figures from a crowded machine are to be read with that in mind.
    /// </summary>
    public static string LoadAverage() =>
        File.Exists("/proc/loadavg")
            ? $"load {string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3])}"
            : "load unknown";
}
