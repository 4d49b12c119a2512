using System.Globalization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;
using Serilog;
using Serilog.Extensions.Logging;

namespace Oversight.Local.Host.Logging;

/// <summary>Where the log of a host that somebody runs goes: all of it to files of bounded size, and what is wrong to the console too.</summary>
public static class HostLogging
{
    public const string FileName = "host.log";

    private const int Files = 5;
    private const long BytesPerFile = 5_000_000;
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} {Level:u3} {SourceContext}: {Message:lj}{NewLine}{Exception}";

    public static void AddHostLog(this ILoggingBuilder logging, string dataFolder)
    {
        logging.AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Azure", LogLevel.Warning)
            .AddSimpleConsole(console => console.SingleLine = true);
        var services = logging.Services;
        services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        services.RemoveAll<ILoggerProvider>();
        services.AddSingleton<ConsoleLoggerProvider>();
#pragma warning disable RS0030 // A log is of real time; the application's clock may stand in another year.
        var real = TimeProvider.System;
#pragma warning restore RS0030
        services.AddSingleton<ILoggerProvider>(provider =>
            new RepeatsLeftOut(provider.GetRequiredService<ConsoleLoggerProvider>(), LogLevel.Warning, real));
        services.AddSingleton<ILoggerProvider>(_ =>
            new RepeatsLeftOut(new SerilogLoggerProvider(ToFile(Path.Combine(dataFolder, FileName)), dispose: true), LogLevel.Information, real));
    }

    private static Serilog.Core.Logger ToFile(string path) => new LoggerConfiguration()
        .MinimumLevel.Verbose()
        .WriteTo.File(
            path, outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture,
            rollOnFileSizeLimit: true, fileSizeLimitBytes: BytesPerFile, retainedFileCountLimit: Files)
        .CreateLogger();
}
