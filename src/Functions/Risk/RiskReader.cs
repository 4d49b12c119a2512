using Oversight.Functions.Concerns;
using Oversight.Functions.Providers;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Risk;

namespace Oversight.Functions.Risk;

/// <summary>
/// Reads the facts of a board (five partitions), no further back than the model looks, and asks Core what the risk is.
/// </summary>
public sealed class RiskReader(Views views, SettingsProvider settings)
{
    /// <summary>Every fact there is, however old.</summary>
    public Task<BoardFacts> ReadAsync(BoardId board, CancellationToken cancellation) =>
        ReadAsync(board, null, cancellation);

    /// <summary>The facts that can count on a day.</summary>
    public Task<BoardFacts> ReadAsync(BoardId board, DateOnly asOf, CancellationToken cancellation) =>
        ReadAsync(board, From(asOf), cancellation);

    /// <summary>The units of the boards, highest risk first.</summary>
    public async Task<IReadOnlyList<UnitRisk>> AnalyseAsync(
        IEnumerable<BoardId> boards, DateOnly asOf, CancellationToken cancellation)
    {
        var model = settings.Current.Settings.RiskModelOn(asOf);
        var facts = await Task.WhenAll(boards.Select(board => ReadAsync(board, asOf, cancellation)));
        return Ranked([.. facts.Select(
            board => RiskAnalysis.Of(board.Units, board.Concerns, asOf, model, board.Told))]);
    }

    /// <summary>The same, with the units that have a tidig varning of late, the strongest first.</summary>
    public async Task<BoardRisk> JudgeAsync(
        IEnumerable<BoardId> boards, DateOnly asOf, CancellationToken cancellation)
    {
        var model = settings.Current.Settings.RiskModelOn(asOf);
        var facts = await Task.WhenAll(boards.Select(board => ReadAsync(board, asOf, cancellation)));
        var judged = facts
            .Select(board => BoardRisk.Of(board.Units, board.Concerns, asOf, model, board.Told)).ToList();
        return new BoardRisk(
            Ranked([.. judged.Select(board => board.Units)]),
            [.. judged.SelectMany(board => board.Warnings).OrderByDescending(found => found.Warning.Height)]);
    }

    /// <summary>
    /// One unit with the concerns that can count on a day or later, and what is usual at its board then; null when the
    /// register has no such unit.
    /// </summary>
    /// <param name="asked">A concern of the unit that is wanted even when it is too old to count.</param>
    public async Task<UnitCase?> FindUnitAsync(Id unitId, DateOnly asOf, Id? asked, CancellationToken cancellation)
    {
        if (await views.FindAsync<UnitIndexRow>(RegisterPartitions.UnitIndex, unitId.Value,
            cancellation) is not { } index)
            return null;
        var board = await ReadAsync(index.Board, asOf, cancellation);
        if (board.Units.FirstOrDefault(candidate => candidate.UnitId == unitId) is not { } unit)
            return null;
        IReadOnlyList<ConcernFact> concerns = [.. board.Concerns.Where(fact => fact.UnitId == unitId)];
        if (asked is { } concern && concerns.All(fact => fact.ConcernId != concern))
            concerns = await views.ReadAllAsync<ConcernFact>(
                ConcernPartitions.Facts(index.Board), cancellation, ConcernPartitions.FactsOfUnit(unitId));
        return new UnitCase(unit, concerns, board.Told.Of(unitId))
        {
            Usual = Usual.Of(board.Units, board.Concerns, asOf, settings.Current.Settings.RiskModelOn(asOf)),
        };
    }

    private static IReadOnlyList<UnitRisk> Ranked(IReadOnlyList<IReadOnlyList<UnitRisk>> boards) =>
        boards is [var only] ? only : [.. boards.SelectMany(units => units).Order(RiskOrder.HighestFirst)];

    private async Task<BoardFacts> ReadAsync(BoardId board, string? from, CancellationToken cancellation)
    {
        var units = views.ReadAllAsync<UnitFact>(RegisterPartitions.Units(board), cancellation);
        var concerns = views.ReadAllAsync<ConcernFact>(
            ConcernPartitions.Facts(board), cancellation, ConcernPartitions.FactsByDay, from);
        var surveys = views.ReadAllAsync<SurveySignal>(SurveySignalLists.Of(board), cancellation);
        var reviews = views.ReadAllAsync<ReviewFact>(ReviewFactLists.Of(board), cancellation);
        var judged = views.ReadAllAsync<ClassJudgement>(ClassJudgementLists.Of(board), cancellation);
        return new BoardFacts(
            await units, await concerns, new ToldOfUnits(await surveys, await reviews) { Judged = await judged });
    }

    private string From(DateOnly asOf) =>
        ConcernPartitions.Day(settings.Current.Settings.RiskModelOn(asOf).FirstDayFor(asOf));
}

public sealed record BoardFacts(
    IReadOnlyList<UnitFact> Units, IReadOnlyList<ConcernFact> Concerns, ToldOfUnits Told);

public sealed record UnitCase(
    UnitFact Unit, IReadOnlyList<ConcernFact> Concerns, ToldOfUnits Told)
{
    /// <summary>What is usual at the unit's board as of the day.</summary>
    public required Usual Usual { get; init; }
}
