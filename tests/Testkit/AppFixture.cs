using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Oversight.Local.Demonstration;
using Oversight.Local.Host;
using Oversight.Local.Host.Worker;
using Xunit;

namespace Oversight.Testkit;

/// <summary>
/// The whole application over HTTP: the local host and the official worker in this process, real storage (an account of
/// its own), domain clock at a chosen time.
/// As a class fixture it starts with the default options; <see cref="StartAsync(AppOptions)"/> takes others.
/// </summary>
public sealed class AppFixture : IAsyncLifetime
{
    public static readonly IReadOnlyList<string> AllBoards = ["socialnamnden", "aldrenamnden"];

    private readonly TemporaryFolder _folder = new();
    private AppOptions _options = new();
    private RunningHost? _host;
    private InProcessWorker? _worker;

    public AppLog Log { get; } = new();

    public Uri Address => Host.Address;

    /// <summary>The inside of the worker.</summary>
    public IServiceProvider Services =>
        _worker?.Services ?? throw new InvalidOperationException("Appen är inte startad.");

    public string StorageConnectionString => Host.StorageConnectionString;

    public AppClock Clock => new(this);

    public RunningHost Host => _host ?? throw new InvalidOperationException("Appen är inte startad.");

    public static async Task<AppFixture> StartAsync(AppOptions? options = null)
    {
        var app = new AppFixture { _options = options ?? new() };
        await app.InitializeAsync();
        return app;
    }

    public async ValueTask InitializeAsync()
    {
        _options = _options with
        { StorageConnectionString = _options.StorageConnectionString ?? await SharedAzurite.NewAccountAsync() };
        _host = await LocalHost.StartAsync(HostOptions(port: 0) with { Clock = _options.Clock });
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.StopAsync();
        _folder.Dispose();
    }

    /// <summary>Stops and starts on the same data, clock and port; clients keep their sign-in.</summary>
    /// <param name="clock">Where the clock stands when it is back, for what was missed meanwhile.</param>
    /// <param name="options">Null: as before. Storage and clock stay in any case.</param>
    public async Task RestartAsync(DateTimeOffset? clock = null, AppOptions? options = null)
    {
        var port = Address.Port;
        _options = options is null
            ? _options
            : options with { StorageConnectionString = _options.StorageConnectionString };
        await Host.StopAsync();
        _host = await LocalHost.StartAsync(HostOptions(port) with { Clock = clock });
    }

    /// <summary>Nobody signed in. Redirects are not followed, so that tests see them.</summary>
    public HttpClient Anonymous()
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true })
        { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return client;
    }

    /// <param name="boards">None: both.</param>
    public Task<HttpClient> SignInAsync(string user, Role role, params string[] boards) =>
        SignInAsync(user, [role], boards.Length == 0 ? AllBoards : boards);

    public async Task<HttpClient> SignInAsync(string user, IEnumerable<Role> roles, IEnumerable<string> boards)
    {
        var client = Anonymous();
        using var response = await client.PostFormAsync("/.auth/login/local",
        [
            new("user", user),
            new("name", $"Test {user}"),
            .. roles.Select(role => KeyValuePair.Create("role", RoleValues.Of(role))),
            .. boards.Select(board => KeyValuePair.Create("board", board)),
        ]);
        await response.ExpectAsync(System.Net.HttpStatusCode.SeeOther);
        return client;
    }

    private LocalHostOptions HostOptions(int port)
    {
        _worker = new InProcessWorker(_options.Application, _options.Services, Log);
        return new LocalHostOptions
        {
            Port = port,
            DataFolder = _folder.Path,
            Empty = !_options.Demonstration,
            StorageConnectionString = _options.StorageConnectionString,
            Settings = _options.Settings,
            Application = HostedApplication.Oversight(RepositoryRoot.Find()) with
            { Queues = _options.Application.Queues },
            Worker = _worker,
            Demonstration = (progress, cancellation) =>
                Services.GetRequiredService<MunicipalityDemonstration>().LoadAsync(progress, cancellation),
            Logging = logging => logging
                .AddProvider(Log)
                .AddFilter("Microsoft", LogLevel.Warning)
                .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
                .AddFilter("Azure", LogLevel.Warning)
                .AddFilter("Grpc", LogLevel.Warning)
                .AddFilter("Yarp", LogLevel.Warning),
        };
    }
}
