using System.Diagnostics;
using System.Net;
using Oversight.Functions.Telemetry;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Telemetry;

/// <summary>The trace of one concern from its form to its document, as it stands in docs/operations.md.</summary>
public sealed class ConcernTraceTests(TelemetryApp world) : IClassFixture<TelemetryApp>
{
    [Fact]
    public async Task A_concern_can_be_followed_from_its_form_to_the_document_of_its_decision()
    {
        using var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        using var assessor = await world.SomebodyAsync(Role.QualityDeveloper);
        using var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        var id = await world.ReportAsync(reporter);
        using (var proposed = await ConcernApp.AssessAsync(
            assessor, id, ConcernApp.Assessment("proposeTriggeredReview", "Flera synpunkter.")))
            await proposed.ExpectAsync(HttpStatusCode.OK);
        using (var decided = await ReviewDriver.SendAsync(
            chief, $"/api/v1/concerns/{id}/actions/decide", new { approved = true, reason = "Granskas." }, 2))
            await decided.ExpectAsync(HttpStatusCode.OK);
        await world.App.Clock.AdvanceByAsync("PT3M");

        var spans = world.Gathered.Spans.Where(span => span.Source.Name == Tracing.SourceName)
            .OrderBy(span => span.StartTimeUtc).ToList();
        var appends = spans.Where(span => span.OperationName == "append"
            && Equals(span.GetTagItem(Tracing.Stream), $"concern-{id}")).ToList();
        var traces = appends.Select(span => span.TraceId).Distinct().ToList();
        traces.Count.ShouldBeGreaterThanOrEqualTo(3, "Each request is a trace of its own.");
        foreach (var line in traces.SelectMany(trace => Tree(spans, trace)))
            TestContext.Current.TestOutputHelper?.WriteLine(line);

        Path(spans, appends[0]).ShouldContain("operation ");
        var document = spans.First(span => span.OperationName == "document"
            && Path(spans, span).Contains("effect concern.decision-document", StringComparison.Ordinal));
        var effect = spans.Single(span => span.OperationName == "effect concern.decision-document"
            && span.SpanId == document.ParentSpanId);
        // At once it is a part of the request that decided; later it is linked to it.
        (traces.Contains(effect.TraceId) || effect.Links.Any(link => traces.Contains(link.Context.TraceId)))
            .ShouldBeTrue();
    }

    private static IEnumerable<string> Tree(IReadOnlyList<Activity> all, ActivityTraceId trace)
    {
        var own = all.Where(span => span.TraceId == trace).ToList();
        var ids = own.Select(span => span.SpanId).ToHashSet();
        return own.Where(span => !ids.Contains(span.ParentSpanId)).SelectMany(root => Below(own, root, 0));
    }

    private static IEnumerable<string> Below(IReadOnlyList<Activity> all, Activity span, int depth)
    {
        var took = span.Duration.TotalMilliseconds.ToString("0", System.Globalization.CultureInfo.InvariantCulture);
        yield return $"{new string(' ', 2 * depth)}{span.OperationName} {Kind(span)} {took} ms";
        foreach (var line in all.Where(one => one.ParentSpanId == span.SpanId)
            .SelectMany(child => Below(all, child, depth + 1)))
            yield return line;
    }

    private static string Kind(Activity span) =>
        $"{span.GetTagItem(Tracing.Kind)}{span.GetTagItem("oversight.document")}{span.GetTagItem(Tracing.OutcomeOf)}";

    private static string Path(IReadOnlyList<Activity> all, Activity span)
    {
        var path = span.OperationName;
        for (var at = span; all.FirstOrDefault(one => one.SpanId == at.ParentSpanId) is { } parent; at = parent)
            path = $"{parent.OperationName} / {path}";
        return path;
    }
}
