using System.Diagnostics;

namespace Oversight.Functions.Telemetry;

/// <summary>
/// The application's own spans. Names and values are ours: names of functions, kinds, effects and steps, ids of
/// streams, numbers. Nothing that a person has written, no address, no text of an exception.
/// </summary>
public static class Tracing
{
    public const string SourceName = "Oversight";
    public const string Stream = "oversight.stream";
    public const string Kind = "oversight.kind";
    public const string OutcomeOf = "oversight.outcome";
    public const string Status = "http.response.status_code";

    private static readonly ActivitySource Source = new(SourceName);
    private static readonly AsyncLocal<Followed?> FollowedNow = new();

    /// <summary>Somebody gathers what is traced.</summary>
    public static bool IsOn => Source.HasListeners();

    /// <summary>The trace that goes on now, to be kept with what will follow later; null when there is none.</summary>
    public static string? Now => FollowedNow.Value is { } followed
        ? followed.First
        : IsOn ? Activity.Current?.Id : null;

    /// <summary>A function of the application: a page, a call, a timer, a message, a step of a loop.</summary>
    public static Activity? Function(string name) => Source.StartActivity(name);

    /// <summary>What somebody does with a subject, by the names of the table of operations.</summary>
    internal static Activity? Operation(string operation, string? subject)
    {
        var span = Source.StartActivity($"operation {operation}");
        span?.SetTag("oversight.operation", operation).SetTag("oversight.subject", subject);
        return span;
    }

    /// <summary>What became of it: done, refused, conflict ...</summary>
    internal static string Word(object outcome) => outcome.GetType().Name.ToLowerInvariant();

    public static Activity? Append(string streamId, string kind, int events)
    {
        var span = Source.StartActivity("append");
        span?.SetTag(Stream, streamId).SetTag(Kind, kind).SetTag("oversight.events", events);
        return span;
    }

    public static Activity? Projection(string streamId, string kind, int version)
    {
        var span = Source.StartActivity("projection");
        span?.SetTag(Stream, streamId).SetTag(Kind, kind).SetTag("oversight.version", version);
        return span;
    }

    public static Activity? Effect(string effect, string streamId, int version)
    {
        var span = Linked($"effect {effect}", FollowedNow.Value);
        span?.SetTag(Stream, streamId).SetTag("oversight.effect", effect).SetTag("oversight.version", version);
        return span;
    }

    /// <param name="trace">What the step follows, perhaps months ago.</param>
    public static Activity? Step(string what, string step, string streamId, string? trace)
    {
        var span = Linked($"step {what} {step}", Contexts([trace]));
        span?.SetTag(Stream, streamId);
        return span;
    }

    public static Activity? Document(string type, int version)
    {
        var span = Source.StartActivity("document");
        span?.SetTag("oversight.document", type).SetTag("oversight.version", version);
        return span;
    }

    /// <summary>What is started until the end of this follows those traces, and is linked to them.</summary>
    public static IDisposable Follow(params IEnumerable<string?> traces)
    {
        var before = FollowedNow.Value;
        FollowedNow.Value = Contexts(traces);
        return new Restored(before);
    }

    /// <summary>That it went wrong, and what kind of failure; never what it says.</summary>
    public static void Failed(this Activity? span, Exception failure) =>
        span?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);

    // A child of what runs now (the sweep, a job), and no more than linked to what it follows.
    private static Activity? Linked(string name, Followed? followed) => Source.StartActivity(
        ActivityKind.Internal, links: followed?.Contexts.Select(context => new ActivityLink(context)), name: name);

    private static Followed? Contexts(IEnumerable<string?> traces)
    {
        if (!IsOn)
            return null;
        var (first, contexts) = ((string?)null, new List<ActivityContext>());
        foreach (var trace in traces)
        {
            if (!ActivityContext.TryParse(trace, null, out var context) || contexts.Contains(context))
                continue;
            first ??= trace;
            contexts.Add(context);
        }

        return first is null ? null : new Followed(first, contexts);
    }

    /// <param name="First">As it is kept and handed on.</param>
    private sealed record Followed(string First, IReadOnlyList<ActivityContext> Contexts);

    private sealed class Restored(Followed? before) : IDisposable
    {
        public void Dispose() => FollowedNow.Value = before;
    }
}
