using System.Diagnostics;
using System.Globalization;

namespace Oversight.Local.Host.Machine;

/// <summary>
/// A process that is still the one it was: number and start, so that a number used again by another is never mistaken
/// for it.
/// </summary>
public sealed record ProcessIdentity(int Pid, string Started)
{
    /// <returns>Null: no such process, or one that has ended and only waits to be taken notice of.</returns>
    public static ProcessIdentity? Of(int pid)
    {
        try
        {
            return (OperatingSystem.IsLinux() ? StartOnLinux(pid) : StartElsewhere(pid)) is { } started
                ? new(pid, started)
                : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or ArgumentException
            or InvalidOperationException
            or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    public bool IsAlive() => Of(Pid) == this;

    /// <summary>Asks it to end; where the system has no such signal nothing happens.</summary>
    public void Terminate()
    {
        if (!OperatingSystem.IsWindows() && IsAlive())
            _ = Signals.Kill(Pid, Signals.Terminate);
    }

    public void Kill()
    {
        if (!IsAlive())
            return;
        try
        {
            using var process = Process.GetProcessById(Pid);
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
        }
    }

    public async Task<bool> EndedWithinAsync(TimeSpan time, TimeProvider clock)
    {
        var start = clock.GetTimestamp();
        while (IsAlive())
        {
            if (clock.GetElapsedTime(start) > time)
                return false;
            await Task.Delay(TimeSpan.FromMilliseconds(25), clock);
        }

        return true;
    }

    /// <summary>Boot and clock ticks since boot; the name in parentheses may hold spaces.</summary>
    private static string? StartOnLinux(int pid)
    {
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields[0] is "Z" or "X"
            ? null
            : $"{File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()}/{fields[19]}";
    }

    private static string StartElsewhere(int pid)
    {
        using var process = Process.GetProcessById(pid);
        return process.StartTime.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    }
}
