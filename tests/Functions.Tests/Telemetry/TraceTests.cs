using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Telemetry;
using Oversight.Functions.Tests.Storage;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Storage.StorageWorld;

namespace Oversight.Functions.Tests.Telemetry;

/// <summary>What follows at once is part of the same trace; what follows later is linked to it.</summary>
public sealed class TraceTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Later = "test.later";
    private const string InstrumentationKey = "InstrumentationKey=00000000-0000-0000-0000-000000000001";

    private static readonly StreamKind<Notebook, NotebookCommand, NotebookEvent> Kind = Notebooks.Kind with
    { Effects = [Effect.OfEvent<NotebookEvent>(Later, _ => true)] };

    [Fact]
    public async Task An_effect_that_runs_later_is_linked_to_the_trace_of_its_append_and_no_part_of_it()
    {
        var handler = new FailsOnce();
        await using var world = new StorageWorld(azurite, kind: Kind, effects: handler, platform: handler.Clock);
        var id = NewId();
        var stream = $"notebook-{id}";
        using var spans = new Spans(stream);

        ActivityTraceId request;
        using (var asked = spans.Request())
        {
            request = asked.TraceId;
            await world.OpenAsync(id, lines: "line");
        }

        var first = spans.Of($"effect {Later}").ShouldHaveSingleItem();
        (first.TraceId, first.Links.Count()).ShouldBe((request, 0));
        (first.Status, first.StatusDescription).ShouldBe((ActivityStatusCode.Error, nameof(InvalidOperationException)));
        spans.Of("append").ShouldHaveSingleItem().TraceId.ShouldBe(request);
        spans.Of("projection").ShouldHaveSingleItem().TraceId.ShouldBe(request);

        handler.Clock.Offset = TimeSpan.FromHours(3);
        ActivityTraceId sweep;
        using (var minute = spans.Request())
        {
            sweep = minute.TraceId;
            await world.Get<PendingWorker>().WorkOffAllAsync(Cancellation);
        }

        var later = spans.Of($"effect {Later}").Where(span => span != first).ShouldHaveSingleItem();
        (later.TraceId, later.Status).ShouldBe((sweep, ActivityStatusCode.Unset));
        later.Links.ShouldHaveSingleItem().Context.TraceId.ShouldBe(request);
        later.TraceId.ShouldNotBe(request);
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("http://127.0.0.1:4317", null, true)]
    [InlineData(null, $"{InstrumentationKey};IngestionEndpoint=http://127.0.0.1:1/", true)]
    public async Task Telemetry_goes_where_it_is_told_to_and_otherwise_nothing_is_gathered(
        string? otlp, string? monitor, bool isGathered)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("OTEL_EXPORTER_OTLP_ENDPOINT", otlp), new("APPLICATIONINSIGHTS_CONNECTION_STRING", monitor),
        ]).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration)
            .AddTelemetry(configuration).BuildServiceProvider();

        (services.GetService<TracerProvider>() is not null).ShouldBe(isGathered);
        (services.GetService<MeterProvider>() is not null).ShouldBe(isGathered);
    }

    private sealed class FailsOnce : IEffectHandler<Notebook, NotebookEvent>
    {
        private int _runs;

        public ManualClock Clock { get; } = new();

        public string Effect => Later;

        public string Title => "Prov";

        public Task<EffectProgress> RunAsync(
            EffectCall<Notebook, NotebookEvent> call, CancellationToken cancellation) =>
            Interlocked.Increment(ref _runs) == 1
                ? throw new InvalidOperationException("What it says.")
                : Task.FromResult(EffectProgress.Done);
    }

    /// <summary>The spans of one stream, whatever other tests do meanwhile.</summary>
    private sealed class Spans : IDisposable
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<Activity> _ended = new();
        private readonly ActivitySource _requests = new($"test-{Guid.NewGuid():N}");
        private readonly ActivityListener _listener;

        public Spans(string stream)
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == Tracing.SourceName || source == _requests,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = span =>
                {
                    if (Equals(span.GetTagItem(Tracing.Stream), stream))
                        _ended.Enqueue(span);
                },
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public Activity Request()
        {
            Activity.Current = null;
            return _requests.StartActivity("request")!;
        }

        public IReadOnlyList<Activity> Of(string name) => [.. _ended.Where(span => span.OperationName == name)];

        public void Dispose()
        {
            _listener.Dispose();
            _requests.Dispose();
        }
    }
}
