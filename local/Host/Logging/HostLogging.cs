using System.Globalization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;
using Serilog;
using Serilog.Extensions.Logging;

namespace Oversight.Local.Host.Logging;

/// <summary>
/// Where the log of a host that somebody runs goes: all of it to files of bounded size, and what is wrong to the
/// console too.
/// </summary>
public static class HostLogging
{
    public const string FileName = "host.log";

    private const int Files = 5;
    private const long BytesPerFile = 5_000_000;
    private const string Line =
        "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} {Level:u3} {SourceContext}: {Message:lj}{NewLine}{Exception}";

    /// <param name="real">A log is of real time; the application's clock may stand in another year.</param>
    public static void AddHostLog(this ILoggingBuilder logging, string dataFolder, TimeProvider real)
    {
        logging.AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Azure", LogLevel.Warning)
            .AddFilter("Grpc", LogLevel.Warning)
            .AddFilter("Host", LogLevel.Warning)
            .AddFilter("DurableTask", LogLevel.Warning)
            .AddFilter("Yarp", LogLevel.Warning)
            .AddSimpleConsole(console => console.SingleLine = true);
        var services = logging.Services;
        services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        services.RemoveAll<ILoggerProvider>();
        services.AddSingleton<ConsoleLoggerProvider>();
        services.AddSingleton<ILoggerProvider>(provider =>
            new RepeatsLeftOut(provider.GetRequiredService<ConsoleLoggerProvider>(), LogLevel.Warning, real));
        services.AddSingleton<ILoggerProvider>(_ =>
            new RepeatsLeftOut(new SerilogLoggerProvider(ToFile(Path.Combine(dataFolder, FileName)), dispose: true),
                LogLevel.Information, real));
    }

    private static Serilog.Core.Logger ToFile(string path) => new LoggerConfiguration()
        .MinimumLevel.Verbose()
        .WriteTo.File(
            path, outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture,
            rollOnFileSizeLimit: true, fileSizeLimitBytes: BytesPerFile, retainedFileCountLimit: Files)
        .CreateLogger();
}
