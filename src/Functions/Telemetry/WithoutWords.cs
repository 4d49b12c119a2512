using System.Diagnostics;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Oversight.Functions.Telemetry;

/// <summary>
/// The worker notes what an exception says on its own span of a function. That may be anything, and cannot be taken
/// away again, so such a span is not kept; the application's span of the same function says what kind of failure.
/// </summary>
internal sealed class SpansWithoutWords : BaseProcessor<Activity>
{
    private static readonly string[] Addresses =
        ["url.full", "url.path", "url.query", "http.url", "http.target", "http.path", "exception.message"];

    public override void OnEnd(Activity data)
    {
        if (data.Source.Name == Tracing.SourceName)
            return;
        foreach (var name in Addresses)
            data.SetTag(name, null);
        if (data.Status == ActivityStatusCode.Error)
            data.SetStatus(ActivityStatusCode.Error, "failed");
        if (data.Events.Any())
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}

/// <summary>
/// Of an exception the kinds and the places in the code are kept, never what it says (a server that refuses a letter
/// names the address). Of a line that is not ours, the words without the values.
/// </summary>
internal sealed class LogsWithoutWords : BaseProcessor<LogRecord>
{
    internal const string Own = "Oversight.";
    private const string Template = "{OriginalFormat}";

    public override void OnEnd(LogRecord data)
    {
        if (!IsOwn(data.CategoryName))
        {
            data.FormattedMessage = null;
            data.Attributes = [.. (data.Attributes ?? []).Where(one => one.Key == Template)];
            data.Body = data.Attributes is [{ Value: string words }] ? words : "";
        }

        if (data.Exception is not { } failure)
            return;
        data.Exception = null;
        data.Attributes =
        [
            .. data.Attributes ?? [], new("exception.type", string.Join(" < ", Kinds(failure))),
            new("exception.stacktrace", failure.StackTrace),
        ];
    }

    internal static bool IsOwn(string? category) => category?.StartsWith(Own, StringComparison.Ordinal) == true;

    /// <summary>What is gathered: our own from information on, of others what is wrong.</summary>
    internal static bool IsKept(string? category, LogLevel level) =>
        level >= (IsOwn(category) ? LogLevel.Information : LogLevel.Warning);

    private static IEnumerable<string> Kinds(Exception failure)
    {
        for (Exception? one = failure; one is not null; one = one.InnerException)
            yield return one.GetType().FullName ?? one.GetType().Name;
    }
}
