using Oversight.Risk;

namespace Oversight.Concerns;

/// <summary>
/// How many concerns a unit has had and from how many different reporters (R86): three concerns from three people say
/// more than three from one.
/// </summary>
public sealed record ConcernCount(Id UnitId, int Concerns, int Reporters);

public static class ConcernCounts
{
    /// <summary>
    /// Per unit, concerns received from <paramref name="from"/> to <paramref name="to"/>, both days included.
    /// Withdrawn, unfounded and twice sent concerns are not counted. Units without concerns are left out.
    /// </summary>
    public static IReadOnlyList<ConcernCount> PerUnit(IEnumerable<ConcernFact> facts, DateOnly from, DateOnly to) =>
    [
        .. facts
            .Where(fact => fact.Weighting != ConcernWeighting.Nothing && fact.Received >= from && fact.Received <= to)
            .GroupBy(fact => fact.UnitId)
            .Select(unit =>
                new ConcernCount(unit.Key, unit.Count(), unit.Select(fact => fact.ReporterKey).Distinct().Count()))
            .OrderBy(count => count.UnitId.Value, StringComparer.Ordinal),
    ];
}
