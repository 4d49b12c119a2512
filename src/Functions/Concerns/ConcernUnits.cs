using Oversight.Concerns;
using Oversight.Functions.Providers;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Concerns;

/// <summary>A unit of the register as concerns see it.</summary>
public static class UnitLabels
{
    extension(UnitIndexRow unit)
    {
        /// <summary>As the reporter sees and types it.</summary>
        public string Label => $"{unit.Name} – {unit.ProviderName}";

        public ConcernUnit ToUnit() => new(unit.UnitId, unit.ProviderId, unit.AgreementId, unit.Board, unit.Name, unit.ProviderName);
    }
}

/// <summary>Finds units for those who name one: by id, by the words of the list, or by parts of a name.</summary>
public sealed class ConcernUnits(Views views)
{
    public const int MostMatches = 20;

    public Task<IReadOnlyList<UnitIndexRow>> AllAsync(CancellationToken cancellation) => views.ReadAllAsync<UnitIndexRow>(RegisterPartitions.UnitIndex, cancellation);

    /// <summary>The unit of that id, or what is wrong with the id.</summary>
    public async Task<ConcernPlace> FindAsync(string? unitId, CancellationToken cancellation)
    {
        if (TypedText.IsBlank(unitId))
            return new ConcernPlace.NotChosen();
        return Id.TryParse(unitId, out var id) && await views.FindAsync<UnitIndexRow>(RegisterPartitions.UnitIndex, id.Value, cancellation) is { } found
            ? new ConcernPlace.AtUnit(found.ToUnit())
            : new ConcernPlace.NoSuchUnit();
    }

    /// <summary>
    /// The units that a typed text may mean: the one whose label it is, else those that hold every word of it, at most
    /// <see cref="MostMatches"/>.
    /// </summary>
    public static IReadOnlyList<UnitIndexRow> Match(IEnumerable<UnitIndexRow> units, string typed)
    {
        var text = TypedText.Line(typed);
        var all = units.ToList();
        var exact = all.Where(unit => TypedText.IsSame(unit.Label, text)).ToList();
        if (exact.Count > 0 || text.Length is 0)
            return exact;
        var words = TypedText.Code(text).Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return
        [
            .. all
                .Where(unit => words.All(word => TypedText.Holds(unit.Label, word)))
                .OrderBy(unit => unit.Label, SwedishOrder.Comparer)
                .Take(MostMatches),
        ];
    }
}
