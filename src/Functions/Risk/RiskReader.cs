using Oversight.Functions.Concerns;
using Oversight.Functions.Providers;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Risk;

namespace Oversight.Functions.Risk;

/// <summary>Reads the facts of a board (two partitions) and asks Core what the risk is.</summary>
public sealed class RiskReader(Views views, SettingsProvider settings)
{
    public async Task<BoardFacts> ReadAsync(BoardId board, CancellationToken cancellation)
    {
        var units = views.ReadAllAsync<UnitFact>(RegisterPartitions.Units(board), cancellation);
        var concerns = views.ReadAllAsync<ConcernFact>(ConcernPartitions.Facts(board), cancellation);
        return new BoardFacts(await units, await concerns);
    }

    /// <summary>The units of the boards, highest risk first.</summary>
    public async Task<IReadOnlyList<UnitRisk>> AnalyseAsync(IEnumerable<BoardId> boards, DateOnly asOf, CancellationToken cancellation)
    {
        var model = settings.Current.Settings.RiskModelOn(asOf);
        var facts = await Task.WhenAll(boards.Select(board => ReadAsync(board, cancellation)));
        var ranked = facts.Select(board => RiskAnalysis.Of(board.Units, board.Concerns, asOf, model)).ToList();
        return ranked is [var only] ? only : [.. ranked.SelectMany(units => units).Order(RiskOrder.HighestFirst)];
    }

    /// <summary>One unit with its concerns; null when the register has no such unit.</summary>
    public async Task<UnitCase?> FindUnitAsync(Id unitId, CancellationToken cancellation)
    {
        if (await views.FindAsync<UnitIndexRow>(RegisterPartitions.UnitIndex, unitId.Value, cancellation) is not { } index)
            return null;
        var unit = views.FindAsync<UnitFact>(RegisterPartitions.Units(index.Board), unitId.Value, cancellation);
        var concerns = views.ReadAllAsync<ConcernFact>(ConcernPartitions.Facts(index.Board), cancellation, keyPrefix: $"{unitId}|");
        return await unit is { } fact ? new UnitCase(fact, await concerns) : null;
    }
}

public sealed record BoardFacts(IReadOnlyList<UnitFact> Units, IReadOnlyList<ConcernFact> Concerns);

public sealed record UnitCase(UnitFact Unit, IReadOnlyList<ConcernFact> Concerns);
