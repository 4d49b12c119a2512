using Microsoft.Playwright;
using Oversight.Testkit;

[assembly: AssemblyFixture(typeof(Oversight.Browser.Tests.Infrastructure.BrowserWorld))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Oversight.Browser.Tests.Infrastructure;

/// <summary>
/// One browser for all tests, and the two applications that pages are looked at in: the demonstration in March, and an
/// empty one.
/// </summary>
public sealed class BrowserWorld : IAsyncLifetime
{
    private readonly Lazy<Task<Demonstration>> _demonstration = new(Demonstration.StartAsync);
    private readonly Lazy<Task<AppFixture>> _empty = new(() => AppFixture.StartAsync());
    private readonly Dictionary<(AppFixture App, Role? Role, bool Script), IBrowserContext> _people = [];
    private readonly Dictionary<(AppFixture App, Role? Role), IPage> _tabs = [];
    private Chromium? _chromium;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.WhyMissing is null)
            _chromium = await Chromium.StartAsync();
    }

    public Task<Demonstration> DemonstrationAsync()
    {
        NeedsBrowser();
        return _demonstration.Value;
    }

    public Task<AppFixture> EmptyAsync()
    {
        NeedsBrowser();
        return _empty.Value;
    }

    /// <summary>A fresh browser of nobody's.</summary>
    public Task<IBrowserContext> NobodyAsync(AppFixture app, bool script = true)
    {
        NeedsBrowser();
        return _chromium!.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = app.Address.AbsoluteUri,
            JavaScriptEnabled = script,
            Locale = "sv-SE",
            TimezoneId = "Europe/Stockholm",
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
        });
    }

    /// <summary>A page of somebody who is signed in; null: nobody.</summary>
    public async Task<IPage> PageAsync(AppFixture app, Role? role, bool script = true) =>
        await (await ContextAsync(app, role, script)).NewPageAsync();

    /// <summary>
    /// The one tab that somebody looks at page after page in: a new one for each page takes as long as the page.
    /// </summary>
    public async Task<IPage> TabAsync(AppFixture app, Role? role)
    {
        if (!_tabs.TryGetValue((app, role), out var tab) || tab.IsClosed)
            _tabs[(app, role)] = tab = await PageAsync(app, role);
        // A tab behind others may be drawn late, or not at all.
        await tab.BringToFrontAsync();
        return tab;
    }

    private async Task<IBrowserContext> ContextAsync(AppFixture app, Role? role, bool script)
    {
        if (!_people.TryGetValue((app, role, script), out var context))
        {
            context = await NobodyAsync(app, script);
            if (role is { } known)
                await People.SignInAsync(context, app, known);
            _people[(app, role, script)] = context;
        }

        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
        if (_demonstration.IsValueCreated)
            await (await _demonstration.Value).App.DisposeAsync();
        if (_empty.IsValueCreated)
            await (await _empty.Value).DisposeAsync();
    }

    public static void NeedsBrowser() => Assert.SkipWhen(Chromium.WhyMissing is not null, Chromium.WhyMissing ?? "");
}
