using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Oversight.Local.Host.Clock;
using Oversight.Local.Host.Durable;
using Oversight.Local.Host.Emulator;
using Oversight.Local.Host.Http;
using Oversight.Local.Host.Machine;
using Oversight.Local.Host.Messaging;
using Oversight.Local.Host.Pages;
using Oversight.Local.Host.SignIn;
using Oversight.Local.Host.Timers;
using Oversight.Local.Host.Worker;
using Oversight.Local.ServiceBus;

namespace Oversight.Local.Host;

/// <summary>What the browser's side is made of.</summary>
internal sealed record FrontParts
{
    public required LocalHostOptions Options { get; init; }

    public required DataFolder Folder { get; init; }

    public required DomainClock Clock { get; init; }

    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    public required LocalTables Tables { get; init; }

    public required FunctionWorker Worker { get; init; }

    public required FunctionCatalogue Catalogue { get; init; }

    public required DurableEngine Engine { get; init; }

    public required Broker Broker { get; init; }

    public required HeldMessages Held { get; init; }

    public required ILoggerFactory Logs { get; init; }
}

/// <summary>The browser's side: sign-in, the host's own addresses, and everything else to the functions.</summary>
internal sealed class HostFront : IAsyncDisposable
{
    /// <summary>In-flight requests get this long.</summary>
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(7);

    /// <summary>Below the servers' own limit, whose answer to a longer address is beyond our reach.</summary>
    private const int LongestAddress = 8_000;
    private const int LongestRequestLine = 64 * 1024;

    private readonly WebApplication _app;

    private HostFront(WebApplication app) => _app = app;

    public Uri Address =>
        new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <exception cref="StartRefusedException">Routes that the platform refuses, or that would lead elsewhere
    /// there.</exception>
    public static HostFront Build(FrontParts parts)
    {
        var options = parts.Options;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = options.Root,
            EnvironmentName = Environments.Production,
            ApplicationName = typeof(HostFront).Assembly.GetName().Name,
        });
        builder.Configuration.AddInMemoryCollection(
            parts.Settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddSingleton(parts.Logs);
        builder.WebHost.UseUrls().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
        });
        AddServices(builder.Services, parts);

        var app = builder.Build();
        app.Services.GetRequiredService<RouteTable>().Checked();
        app.Use(RefuseLongAddressesAsync);
        app.Use(RefuseForeignNamesAsync);
        app.MapWhen(IsLocalOnly, local => local.Use(LocalHeaders.AddAsync).Use(AnswerFailuresAsync).UseRouting()
            .Use(SignInRequired.AskAsync).UseEndpoints(routes =>
            {
                foreach (var endpoints in app.Services.GetServices<ILocalEndpoints>())
                    endpoints.Map(routes);
            }));
        var cookie = app.Services.GetRequiredService<SignInCookie>();
        var dispatcher = app.Services.GetRequiredService<FunctionDispatcher>();
        app.Run(http =>
        {
            PrincipalHeaders.Apply(http, cookie.Read(http));
            return dispatcher.DispatchAsync(http);
        });
        return new(app);
    }

    public Task StartAsync(CancellationToken cancellation) => _app.StartAsync(cancellation);

    /// <summary>
    /// No longer answering at once; requests under way finish, or are cut off when their time is over, as on the
    /// platform.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        var log = _app.Services.GetRequiredService<ILogger<HostFront>>();
        try
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
        catch (Exception unfinished)
        {
            // Whatever was left undone here, storage must be closed all the same.
            log.CutOff(unfinished);
        }
    }

    private static void AddServices(IServiceCollection services, FrontParts parts)
    {
        var settings = HostSettings.Read(Path.Combine(parts.Options.Root, "host.json"));
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeToFinish);
        services.AddSingleton<IHostLifetime, OwnLifetime>();
        services.AddRouting().AddHttpForwarder();
        services.AddDataProtection().PersistKeysToFileSystem(new(parts.Folder.File("keys")));
        services
            .AddSingleton<TimeProvider>(parts.Clock)
            .AddSingleton(parts.Clock)
            .AddSingleton(parts.Folder)
            .AddSingleton(settings)
            .AddSingleton(parts.Worker)
            .AddSingleton(parts.Catalogue)
            .AddSingleton(provider =>
                RouteTable.Of(parts.Catalogue, settings, provider.GetRequiredService<IInlineConstraintResolver>()))
            .AddSingleton<FunctionDispatcher>()
            .AddSingleton<ClockMover>()
            .AddSingleton<SignInCookie>()
            .AddSingleton(new SignInChoices(parts.Settings["Oversight:Settings"]))
            .AddSingleton<ILocalEndpoints, ClockEndpoints>()
            .AddSingleton<ILocalEndpoints, SignInEndpoints>()
            .AddSingleton<ILocalEndpoints>(new LocalStyle(parts.Options.Root))
            .AddLocalMessages(parts.Broker, parts.Held)
            .AddLocalTimers(parts.Tables)
            .AddLocalOrchestrations(parts.Engine);
    }

    private static bool IsLocalOnly(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/.local") || http.Request.Path.StartsWithSegments("/.auth");

    private static Task RefuseLongAddressesAsync(HttpContext http, RequestDelegate next) =>
        http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Length > LongestAddress
            ? Refuse(http, StatusCodes.Status414UriTooLong)
            : next(http);

    private static Task RefuseForeignNamesAsync(HttpContext http, RequestDelegate next)
    {
        if (!SameOrigin.IsLoopbackName(http.Request.Host))
            return Refuse(http, StatusCodes.Status400BadRequest);
        return IsLocalOnly(http) && !SameOrigin.Allows(http.Request)
            ? Refuse(http, StatusCodes.Status403Forbidden)
            : next(http);
    }

    private static async Task AnswerFailuresAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (Exception failure) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            http.RequestServices.GetRequiredService<ILogger<HostFront>>().LocalAddressFailed(failure);
            await LocalPage.Problem(StatusCodes.Status500InternalServerError,
                "Det gick inte. Orsaken står i värdens logg.").ExecuteAsync(http);
        }
    }

    private static Task Refuse(HttpContext http, int status)
    {
        LocalHeaders.Add(http.Response);
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
