using Microsoft.Playwright;

namespace Oversight.Browser.Tests.Infrastructure;

/// <summary>
/// The Chromium of the machine (CHROMIUM, or one on the path), driven by Playwright. Nothing is downloaded.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly IPlaywright _playwright;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        Browser = browser;
    }

    public IBrowser Browser { get; }

    /// <summary>Why there is no browser, or null when there is one.</summary>
    public static string? WhyMissing => Executable is null
        ? "Chromium finns inte på maskinen (installera paketet chromium eller sätt CHROMIUM till programmets sökväg)."
        : null;

    private static string? Executable { get; } = new[] { Environment.GetEnvironmentVariable("CHROMIUM") }
        .Concat(
            from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            from name in new[] { "chromium", "chromium-browser", "google-chrome", "google-chrome-stable" }
            select Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    public static async Task<Chromium> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
                // To start a renderer takes as long as to show a page.
                "--renderer-process-limit=1", "--disable-site-isolation-trials",
            ],
        });
        return new Chromium(playwright, browser);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }
}
