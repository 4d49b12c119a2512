using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Oversight.Functions.Telemetry;

public static class TelemetryServices
{
    internal const string AzureMonitor = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    internal const string Otlp = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>
    /// To Azure Monitor when it is configured, to OTLP when it is told where; otherwise nothing is gathered.
    /// </summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var (monitor, otlp) = (configuration[AzureMonitor], configuration[Otlp]);
        if (string.IsNullOrEmpty(monitor) && string.IsNullOrEmpty(otlp))
            return services;
        services.AddGathering();
        if (!string.IsNullOrEmpty(monitor))
            services.AddOpenTelemetry().UseAzureMonitorExporter(options =>
            {
                options.ConnectionString = monitor;
                options.Credential = new DefaultAzureCredential();
                // Nothing is left on a disk, and nobody looks in while it happens.
                options.DisableOfflineStorage = true;
                options.EnableLiveMetrics = false;
            });
        if (!string.IsNullOrEmpty(otlp))
            services.AddOpenTelemetry().UseOtlpExporter(OtlpExportProtocol.Grpc, new Uri(otlp));
        return services;
    }

    /// <summary>What is gathered, wherever it goes: what must not leave is taken away before any exporter.</summary>
    public static IServiceCollection AddGathering(this IServiceCollection services)
    {
        services.AddLogging(logging => logging.AddFilter<OpenTelemetryLoggerProvider>(
            (category, level) => LogsWithoutWords.IsKept(category, level)));
        services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithTracing(tracing => tracing.AddSource(Tracing.SourceName).AddProcessor(new SpansWithoutWords()))
            .WithMetrics(metrics => metrics.AddMeter(Measures.MeterName))
            .WithLogging(
                logging => logging.AddProcessor(new LogsWithoutWords()),
                options => (options.IncludeFormattedMessage, options.IncludeScopes) = (true, false));
        return services;
    }
}
