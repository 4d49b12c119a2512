using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Providers;
using Oversight.Functions.Providers.Chronicle;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Settings;

namespace Oversight.Functions.Concerns;

/// <summary>The concerns in the history of a unit or a provider: when each came, and when it was decided on.</summary>
public sealed class ConcernChronicle(Views views, Conflicts conflicts, SettingsProvider settings) : IChronicleSource
{
    private const string Kind = "Synpunkt";

    public async Task<IReadOnlyList<ChronicleEntry>> ReadAsync(
        SignedInUser user, ChronicleScope scope, CancellationToken cancellation)
    {
        var boards = ContentAccess.Boards(user, ContentClass.Concern);
        if (boards.Count == 0)
            return [];
        var closed = await conflicts.OfAsync(user, cancellation);
        var inForce = (await settings.GetAsync(cancellation)).Settings;
        var lists = await Task.WhenAll(scope.Providers.Select(provider => views.ReadAllAsync<ConcernRow>(
            RegisterPartitions.OfProvider(provider), cancellation, ConcernPartitions.OfProvider,
            ConcernPartitions.Day(scope.From))));
        return
        [
            .. lists.SelectMany(rows => rows)
                .Where(row => boards.Contains(row.Board) && row.Status != ConcernStatus.Withdrawn
                    && scope.Has(row.UnitId, row.ProviderId) && !closed.Contains(row.ConcernId))
                .DistinctBy(row => row.ConcernId)
                .Select(row => Entry(row, inForce)),
        ];
    }

    private static ChronicleEntry Entry(ConcernRow row, MunicipalitySettings settings)
    {
        var kind = row.Kind is { } known ? $"{settings.Codes(CodeLists.ConcernKinds).Text(known)}. " : "";
        return new ChronicleEntry(
            row.ReceivedOn, Kind, $"Synpunkt {row.Reference} kom in", row.UnitName,
            $"{kind}{settings.Codes(CodeLists.ConcernConsequences).Text(row.Consequence)}. "
                + $"{ConcernWords.Status(row.Status)}.",
            $"/synpunkter/arende/{row.ConcernId}");
    }
}
