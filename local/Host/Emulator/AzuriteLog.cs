using System.Globalization;
using System.Text.RegularExpressions;

namespace Oversight.Local.Host.Emulator;

/// <summary>What Azurite writes to its log as it starts and stops; the log is a file because Azurite may outlive its host.</summary>
internal sealed partial class AzuriteLog(string path)
{
    private const int Services = 3;

    public string Path { get; } = path;

    public AzuriteEndpoints? Listening()
    {
        var ports = Started().Matches(Read())
            .GroupBy(match => match.Groups["service"].Value)
            .ToDictionary(group => group.Key, group => int.Parse(group.Last().Groups["port"].Value, CultureInfo.InvariantCulture));
        return ports.Count == Services ? new(ports["Blob"], ports["Table"], ports["Queue"]) : null;
    }

    /// <summary>All services have closed their ports and written what they held.</summary>
    public bool Closed() => Ended().Count(Read()) >= Services;

    public string Tail() => string.Join(Environment.NewLine, Read().Split('\n').TakeLast(15));

    private string Read()
    {
        if (!File.Exists(Path))
            return "";
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"Azurite (?<service>\w+) service is successfully listening at http://127\.0\.0\.1:(?<port>\d+)")]
    private static partial Regex Started();

    [GeneratedRegex(@"Azurite \w+ service successfully closed")]
    private static partial Regex Ended();
}
