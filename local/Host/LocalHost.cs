using System.Net.Sockets;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Oversight.Local.Host.Clock;
using Oversight.Local.Host.Emulator;
using Oversight.Local.Host.Http;
using Oversight.Local.Host.Messaging;
using Oversight.Local.Host.Pages;
using Oversight.Local.Host.SignIn;
using Oversight.Local.Host.Timers;

namespace Oversight.Local.Host;

/// <summary>The whole application on one machine: what Azure does for it is done here, on loopback only.</summary>
public static class LocalHost
{
    /// <summary>In-flight requests get this long; with Azurite's end after it the host is gone within twenty seconds.</summary>
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(7);

    /// <exception cref="StartRefusedException">With a message for whoever started it.</exception>
    public static async Task<RunningHost> StartAsync(LocalHostOptions options, CancellationToken cancellation = default)
    {
        RefuseTakenPort(options.Port);
#pragma warning disable RS0030 // The composition root is where the real clock is chosen.
        var real = TimeProvider.System;
#pragma warning restore RS0030
        var folder = DataFolder.Take(Path.GetFullPath(options.DataFolder));
        AzuriteKeeper? azurite = null;
        WebApplication? app = null;
        try
        {
            var clock = new DomainClock(real, folder.File("clock.json"), options.Clock);
            if (options.StorageConnectionString is null)
            {
                options.Progress?.Report("Startar Azurite …");
                azurite = await AzuriteKeeper.StartAsync(
                    new(AzuriteScript(options.Root), folder.Path) { LowSpace = options.LowDiskSpace }, real, cancellation);
            }

            var storage = options.StorageConnectionString ?? azurite!.Endpoints.ConnectionString();
            app = Build(options, storage, folder, clock);
            app.Services.GetRequiredService<RouteTable>().Checked();
            await app.StartAsync(cancellation);
            azurite?.Watch(app.Services.GetRequiredService<ILogger<AzuriteKeeper>>());
            await LoadDemonstrationAsync(options, folder, app.Services, cancellation);
            return new(app, Address(app), clock, folder, azurite, storage);
        }
        catch (Exception failure)
        {
            if (app is not null)
                await app.DisposeAsync();
            if (azurite is not null)
                await azurite.DisposeAsync();
            folder.Dispose();
            if (IsTaken(failure))
                throw PortTaken(options.Port, failure);
            throw;
        }
    }

    public static string AzuriteScript(string root) => Path.Combine(root, "node_modules", "azurite", "dist", "src", "azurite.js");

    /// <summary>Once per folder; a load that was cut off is done again, and a folder that was started empty stays without.</summary>
    private static async Task LoadDemonstrationAsync(
        LocalHostOptions options, DataFolder folder, IServiceProvider services, CancellationToken cancellation)
    {
        var mark = folder.File("demonstration");
        if (File.Exists(mark))
            return;
        // Asked for only when wanted: an application of its own, as in tests, does not have what the demonstration is made with.
        if (!options.Empty)
        {
            if (services.GetService<IDemonstration>() is not { } demonstration)
                return;
            await demonstration.LoadAsync(options.Progress ?? new Progress<string>(), cancellation);
        }

        AtomicFile.Write(mark, options.Empty ? "utan" : "laddad");
    }

    private static WebApplication Build(LocalHostOptions options, string storage, DataFolder folder, DomainClock clock)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = options.Root,
            EnvironmentName = Environments.Production,
            ApplicationName = typeof(LocalHost).Assembly.GetName().Name,
        });
        builder.AddApplicationSettings(options, storage);
        builder.Logging.ClearProviders();
        options.Logging?.Invoke(builder.Logging);
        builder.WebHost.UseUrls().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeToFinish);
        builder.Services.AddSingleton<IHostLifetime, OwnLifetime>();
        builder.Services.AddRouting();
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new(folder.File("keys")));
        builder.Services.AddLocalHost(options.Application, HostSettings.Read(Path.Combine(options.Root, "host.json")), folder, clock);
        builder.Services.AddLocalMessages(builder.Configuration).AddLocalTimers(builder.Configuration);
        options.Application.AddServices(builder.Services, builder.Configuration);

        var app = builder.Build();
        app.Use(RefuseForeignNamesAsync);
        app.MapWhen(IsLocalOnly, local => local
            .Use(LocalHeaders.AddAsync).Use(AnswerFailuresAsync).UseRouting().Use(SignInRequired.AskAsync).UseEndpoints(routes =>
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
        return app;
    }

    private static bool IsLocalOnly(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/.local") || http.Request.Path.StartsWithSegments("/.auth");

    private static Task RefuseForeignNamesAsync(HttpContext http, RequestDelegate next)
    {
        if (!SameOrigin.IsLoopbackName(http.Request.Host))
            return Refuse(http, StatusCodes.Status400BadRequest);
        return IsLocalOnly(http) && !SameOrigin.Allows(http.Request) ? Refuse(http, StatusCodes.Status403Forbidden) : next(http);
    }

    private static async Task AnswerFailuresAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (Exception failure) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            http.RequestServices.GetRequiredService<ILogger<RunningHost>>().LocalAddressFailed(failure);
            await LocalPage.Problem(StatusCodes.Status500InternalServerError, "Det gick inte. Orsaken står i värdens logg.").ExecuteAsync(http);
        }
    }

    private static Task Refuse(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        LocalHeaders.Add(http.Response);
        return Task.CompletedTask;
    }

    private static Uri Address(WebApplication app) => new(app.Services.GetRequiredService<IServer>()
        .Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    private static void RefuseTakenPort(int port)
    {
        if (port == 0)
            return;
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
            probe.Start();
        }
        catch (SocketException taken)
        {
            throw PortTaken(port, taken);
        }
    }

    private static bool IsTaken(Exception failure) => failure is AddressInUseException || failure.InnerException is AddressInUseException;

    private static StartRefusedException PortTaken(int port, Exception inner) =>
        new($"Port {port} på 127.0.0.1 är upptagen eller får inte användas. Välj en annan med --port.", inner);
}
