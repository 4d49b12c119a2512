using Oversight.Functions.Identity;
using Oversight.Functions.Providers.Chronicle;

namespace Oversight.Functions.Reviews;

/// <summary>The reviews in the history of a unit or a provider: begun, reported, and with an approved plan.</summary>
public sealed class ReviewChronicle(ReviewLists lists) : IChronicleSource
{
    private const string Kind = "Granskning";

    public async Task<IReadOnlyList<ChronicleEntry>> ReadAsync(
        SignedInUser user, ChronicleScope scope, CancellationToken cancellation) =>
    [
        .. (await lists.ForAsync(user, cancellation))
            .Where(row => scope.Has(row.Unit.UnitId, row.Unit.ProviderId)).SelectMany(Entries),
    ];

    private static IEnumerable<ChronicleEntry> Entries(ReviewRow row)
    {
        yield return Entry(row, row.OpenedOn, $"{ReviewWords.Text(row.Kind)} granskning {row.Reference} öppnades",
            null);
        if (row.StartedOn is { } started)
            yield return Entry(row, started, $"Granskning {row.Reference} började", null);
        if (row.Reported is not { } report)
            yield break;
        var open = report.Findings.Count(finding => finding.IsOpen);
        yield return Entry(
            row, report.On, $"Granskning {row.Reference} rapporterades",
            report.Findings.Count == 0 ? "Inga brister." : $"Brister: {report.Findings.Count}, varav {open} kvarstår.");
        if (report.PlanApprovedOn is { } approved)
            yield return Entry(row, approved, $"Åtgärdsplan efter granskning {row.Reference} godkändes", null);
    }

    private static ChronicleEntry Entry(ReviewRow row, DateOnly on, string what, string? detail) =>
        new(on, Kind, what, row.Unit.Name, detail, $"/granskningar/{row.Id}");
}
