using System.Diagnostics.Metrics;

namespace Oversight.Functions.Telemetry;

/// <summary>
/// What is counted and measured. Names are contracts with the alerts in infra/bicep. What a gauge says was found by
/// work that is done anyhow (the sweep of every minute, health): nothing is read for its sake.
/// </summary>
public static class Measures
{
    public const string MeterName = "Oversight";
    public const string RequestDuration = "oversight.request.duration";
    public const string StreamsBegun = "oversight.streams.begun";
    public const string ConcernsReceived = "oversight.concerns.received";
    public const string DocumentsMade = "oversight.documents.made";
    public const string EffectsFailed = "oversight.effects.failed";
    public const string MarksWaiting = "oversight.marks.waiting";
    public const string OldestMark = "oversight.marks.oldest";
    public const string StepsWaiting = "oversight.steps.waiting";
    public const string StepsOverdue = "oversight.steps.overdue";
    public const string MessagesPutAside = "oversight.messages.put_aside";
    public const string EffectsPutAside = "oversight.effects.put_aside";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>(
        RequestDuration, "s", "How long a page or call took, by function and status.");

    private static readonly Counter<int> Begun = Meter.CreateCounter<int>(
        StreamsBegun, "{stream}", "What was begun, by kind of stream.");

    private static readonly Counter<int> Concerns = Meter.CreateCounter<int>(
        ConcernsReceived, "{concern}", "Concerns taken in, whichever way they came.");

    private static readonly Counter<int> Documents = Meter.CreateCounter<int>(
        DocumentsMade, "{document}", "Versions of documents that were made, by type.");

    private static readonly Counter<int> Failures = Meter.CreateCounter<int>(
        EffectsFailed, "{failure}", "Failures of what follows an append, by effect.");

    private static readonly Gauge<int> Marks = Meter.CreateGauge<int>(
        MarksWaiting, "{mark}", "Changes under way or broken off, as the sweep of every minute found them.");

    private static readonly Gauge<double> MarkAge = Meter.CreateGauge<double>(
        OldestMark, "s", "Age of the oldest of them; 0 when there is none.");

    private static readonly Gauge<int> Unseen = Meter.CreateGauge<int>(
        StepsWaiting, "{stream}", "Streams whose loop should have looked more than a minute ago.");

    private static readonly Gauge<int> Overdue = Meter.CreateGauge<int>(
        StepsOverdue, "{step}", "Steps whose day was before today when the day's sweep began.");

    private static readonly Gauge<int> DeadLetters = Meter.CreateGauge<int>(
        MessagesPutAside, "{message}", "Messages put aside, as health last counted them.");

    private static readonly Gauge<int> Aside = Meter.CreateGauge<int>(
        EffectsPutAside, "{effect}", "Effects put aside, as health last counted them.");

    public static void Request(string function, int status, TimeSpan took) => Durations.Record(
        took.TotalSeconds, new("oversight.function", function), new(Tracing.Status, status));

    public static void StreamBegun(string kind)
    {
        Begun.Add(1, new KeyValuePair<string, object?>(Tracing.Kind, kind));
        if (kind == "concern")
            Concerns.Add(1);
    }

    public static void DocumentMade(string type) =>
        Documents.Add(1, new KeyValuePair<string, object?>("oversight.document", type));

    public static void EffectFailed(string effect) =>
        Failures.Add(1, new KeyValuePair<string, object?>("oversight.effect", effect));

    public static void MarksFound(int count, TimeSpan oldest)
    {
        Marks.Record(count);
        MarkAge.Record(oldest.TotalSeconds);
    }

    public static void UnseenFound(int count) => Unseen.Record(count);

    public static void OverdueFound(int count) => Overdue.Record(count);

    public static void MessagesAsideFound(int count) => DeadLetters.Record(count);

    public static void EffectsAsideFound(int count) => Aside.Record(count);
}
