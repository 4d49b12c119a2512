using System.Text.Json;
using Oversight.Local.Host.Machine;

namespace Oversight.Local.Host.Clock;

internal sealed record StoredClock(TimeSpan Offset, DateTimeOffset Latest);

/// <summary>
/// The clock's place in the data folder, written so that a crash leaves the old or the new, never half.
/// </summary>
internal sealed class ClockFile(string path)
{
    public StoredClock? Read() => File.Exists(path)
        ? JsonSerializer.Deserialize<StoredClock>(File.ReadAllText(path), JsonSerializerOptions.Web)
        : null;

    public void Write(StoredClock clock) =>
        AtomicFile.Write(path, JsonSerializer.Serialize(clock, JsonSerializerOptions.Web));
}
