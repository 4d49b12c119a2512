using System.Globalization;
using System.Text.RegularExpressions;

namespace Oversight.Local.Host.Emulator;

/// <summary>
/// What Azurite writes to its log as it starts and stops; the log is a file because Azurite may outlive its host.
/// </summary>
internal sealed partial class AzuriteLog(string path)
{
    private const int Services = 3;
    private const int Kept = 4;
    private const long Longest = 5_000_000;

    private long _looked;

    public string Path { get; } = path;

    public AzuriteEndpoints? Listening()
    {
        var ports = Started().Matches(Read())
            .GroupBy(match => match.Groups["service"].Value)
            .ToDictionary(group => group.Key,
                group => int.Parse(group.Last().Groups["port"].Value, CultureInfo.InvariantCulture));
        return ports.Count == Services ? new(ports["Blob"], ports["Table"], ports["Queue"]) : null;
    }

    /// <summary>All services have closed their ports and written what they held.</summary>
    public bool Closed() => Ended().Count(Read()) >= Services;

    /// <summary>Since it was last asked, Azurite has complained that the disk is full.</summary>
    public bool SaysDiskFull()
    {
        var length = File.Exists(Path) ? new FileInfo(Path).Length : 0;
        if (length == _looked)
            return false;
        var added = Read(length > _looked ? _looked : 0);
        _looked = length;
        return added.Contains("ENOSPC", StringComparison.Ordinal);
    }

    public string Tail() => string.Join(Environment.NewLine, Read().Split('\n').TakeLast(15));

    /// <summary>Before a start: what the last one wrote is kept beside, a few of them.</summary>
    public void Rotate()
    {
        if (!File.Exists(Path))
            return;
        MakeRoom();
        File.Move(Path, Older(1), overwrite: true);
        _looked = 0;
    }

    /// <summary>Azurite has the file open, to append: what is there is copied, and the file begins anew.</summary>
    public void KeepShort()
    {
        if (!File.Exists(Path) || new FileInfo(Path).Length < Longest)
            return;
        MakeRoom();
        File.Copy(Path, Older(1), overwrite: true);
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        file.SetLength(0);
        _looked = 0;
    }

    private string Older(int number) => string.Create(CultureInfo.InvariantCulture, $"{Path}.{number}");

    private void MakeRoom()
    {
        for (var number = Kept; number > 1; number--)
        {
            if (File.Exists(Older(number - 1)))
                File.Move(Older(number - 1), Older(number), overwrite: true);
        }
    }

    private string Read(long from = 0)
    {
        if (!File.Exists(Path))
            return "";
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Position = from;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"Azurite (?<service>\w+) service is successfully listening at http://127\.0\.0\.1:(?<port>\d+)")]
    private static partial Regex Started();

    [GeneratedRegex(@"Azurite \w+ service successfully closed")]
    private static partial Regex Ended();
}
