using System.Diagnostics;

/// <summary>
/// Called by .NET before the program (the name and the empty namespace are its contract). Standard input is a pipe from
/// the host: it closes when the host is gone, by whatever end, and then this process must not live on.
/// </summary>
#pragma warning disable CA1050 // .NET looks for it outside any namespace.
internal static class StartupHook
#pragma warning restore CA1050
{
    public static void Initialize()
    {
        var watch = new Thread(EndWithHost) { IsBackground = true, Name = "Host watch" };
        watch.Start();
    }

    private static void EndWithHost()
    {
        using var input = Console.OpenStandardInput();
        var buffer = new byte[16];
        while (input.Read(buffer) > 0)
        {
            // Nothing is ever said; only the end matters.
        }

        using var process = Process.GetCurrentProcess();
        process.Kill();
    }
}
