using System.Collections;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Oversight.Functions.Telemetry;

namespace Oversight.Functions.Tests.Telemetry;

/// <summary>Everything that would have gone to Azure Monitor or OTLP, taken where it would have left.</summary>
internal sealed class Gathered
{
    private readonly Kept<Activity> _spans = new();
    private readonly Kept<LogRecord> _logs = new();
    private readonly Kept<MetricSnapshot> _metrics = new();

    public IReadOnlyList<Activity> Spans => _spans.All;

    public IReadOnlyList<LogRecord> Logs => _logs.All;

    public IReadOnlyList<MetricSnapshot> Metrics => _metrics.All;

    public void AddTo(IServiceCollection services)
    {
        services.AddGathering();
        services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddInMemoryExporter(_spans))
            .WithMetrics(metrics => metrics.AddInMemoryExporter(_metrics))
            .WithLogging(logging => logging.AddInMemoryExporter(_logs));
    }

    public void Flush(IServiceProvider services) => services.GetRequiredService<MeterProvider>().ForceFlush();

    /// <summary>Every word of it: one line for each span, log record and metric.</summary>
    public IEnumerable<string> Words() =>
    [
        .. Spans.Select(span => string.Join(' ', new[]
        {
            "span", span.Source.Name, span.OperationName, span.DisplayName, span.StatusDescription,
            Text(span.TagObjects), Text(span.Baggage.Select(one => KeyValuePair.Create(one.Key, (object?)one.Value))),
            string.Join(' ', span.Events.Select(one => $"{one.Name} {Text(one.Tags)}")),
            string.Join(' ', span.Links.Select(link => Text(link.Tags ?? []))), span.TraceStateString,
        })),
        .. Logs.Select(log =>
            $"log {log.CategoryName} {log.EventId} {log.Body} {log.FormattedMessage} {Text(log.Attributes ?? [])} "
                + $"{log.Exception}"),
        .. Metrics.Select(metric => $"metric {metric.Name} {metric.Description} {string.Join(' ', Points(metric))}"),
    ];

    private static IEnumerable<string> Points(MetricSnapshot metric)
    {
        foreach (var point in metric.MetricPoints)
        {
            foreach (var tag in point.Tags)
                yield return $"{tag.Key}={tag.Value}";
        }
    }

    private static string Text(IEnumerable<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));

    /// <summary>Exporters write from many threads.</summary>
    private sealed class Kept<T> : ICollection<T>
    {
        private readonly List<T> _items = [];
        private readonly Lock _gate = new();

        public IReadOnlyList<T> All
        {
            get
            {
                lock (_gate)
                    return [.. _items];
            }
        }

        public int Count => All.Count;

        public bool IsReadOnly => false;

        public void Add(T item)
        {
            lock (_gate)
                _items.Add(item);
        }

        public void Clear() => throw new NotSupportedException();

        public bool Contains(T item) => All.Contains(item);

        public void CopyTo(T[] array, int arrayIndex) => throw new NotSupportedException();

        public bool Remove(T item) => throw new NotSupportedException();

        public IEnumerator<T> GetEnumerator() => All.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
