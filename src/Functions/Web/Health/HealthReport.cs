using Microsoft.Extensions.Logging;

namespace Oversight.Functions.Web.Health;

/// <summary>Asks every part at once, and waits no longer than a monitor would.</summary>
public sealed partial class HealthReport(IEnumerable<IHealthCheckPart> parts, ILogger<HealthReport> logger)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public async Task<HealthAnswer> MakeAsync(CancellationToken cancellation)
    {
        var findings = await Task.WhenAll(parts.Select(part => CheckAsync(part, cancellation)));
        return new HealthAnswer(
            findings.Select(finding => finding.Value.State).DefaultIfEmpty(HealthState.Good).Max(),
            findings.OrderBy(finding => finding.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal));
    }

    private async Task<KeyValuePair<string, HealthFinding>> CheckAsync(IHealthCheckPart part, CancellationToken cancellation)
    {
        try
        {
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limited.CancelAfter(LongestWait);
            return new(part.Name, await part.CheckAsync(limited.Token).WaitAsync(limited.Token));
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            PartFailed(logger, failure, part.Name);
            return new(part.Name, new HealthFinding(HealthState.Down));
        }
    }

    [LoggerMessage(1010, LogLevel.Warning, "Health part {Part} does not answer")]
    private static partial void PartFailed(ILogger logger, Exception failure, string part);
}
