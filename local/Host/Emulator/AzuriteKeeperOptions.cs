using Oversight.Local.Host.Machine;

namespace Oversight.Local.Host.Emulator;

/// <param name="Script">azurite.js.</param>
public sealed record AzuriteKeeperOptions(string Script, string DataFolder)
{
    /// <summary>
    /// Bytes under which the disk counts as full. Asked each time, so that a test can bring a full disk about.
    /// </summary>
    public required Func<DriveInfo, long> LowSpace { get; init; }
}
