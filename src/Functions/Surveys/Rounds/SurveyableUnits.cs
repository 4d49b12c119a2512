using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Providers;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys;

/// <summary>
/// Who would be asked: every unit that runs on the day under an agreement of the board, also those of egen produktion.
/// </summary>
public sealed class SurveyableUnits(Views views)
{
    private const int AtOnce = 8;

    public async Task<IReadOnlyList<SurveyedUnit>> OfAsync(
        BoardId board, DateOnly day, CancellationToken cancellation)
    {
        var providers = (await IndexAsync(board, cancellation)).Select(row => row.ProviderId).Distinct();
        var found = new List<SurveyedUnit>();
        foreach (var some in providers.Chunk(AtOnce))
        {
            var units = await Task.WhenAll(some.Select(provider => views.ReadAllAsync<UnitRow>(
                RegisterPartitions.OfProvider(provider), cancellation, RegisterPartitions.UnitPrefix)));
            foreach (var (provider, rows) in some.Zip(units))
            {
                found.AddRange(rows.Where(row => row.IsRunBy(provider)).Select(row => (row.UnitId, row.Unit))
                    .Where(row => row.Unit.Agreement.Board == board && IsRunning(row.Unit, day))
                    .Select(row => Of(row.UnitId, row.Unit)));
            }
        }

        return [.. found.OrderBy(unit => unit.Name, SwedishOrder.Comparer)
            .ThenBy(unit => unit.UnitId.Value, StringComparer.Ordinal)];
    }

    /// <summary>Their names alone, which is one reading however many they are.</summary>
    public async Task<IReadOnlyDictionary<Id, string>> NamesAsync(
        BoardId board, DateOnly day, CancellationToken cancellation) =>
        (await IndexAsync(board, cancellation)).Where(row => day >= row.ValidFrom && !(day > row.ValidTo))
            .ToDictionary(row => row.UnitId, row => row.Name);

    private async Task<IEnumerable<UnitIndexRow>> IndexAsync(BoardId board, CancellationToken cancellation) =>
        (await views.ReadAllAsync<UnitIndexRow>(RegisterPartitions.UnitIndex, cancellation))
        .Where(row => row.Board == board);

    private static bool IsRunning(UnitState.Registered unit, DateOnly day) =>
        day >= unit.Details.ValidFrom && !(day > unit.Details.ValidTo)
        && day >= unit.Agreement.ValidFrom && !(day > unit.Agreement.ValidTo);

    private static SurveyedUnit Of(Id id, UnitState.Registered unit) => new()
    {
        UnitId = id,
        ProviderId = unit.Agreement.ProviderId,
        AgreementId = unit.Agreement.AgreementId,
        Board = unit.Agreement.Board,
        Name = unit.Names.Latest(),
        ProviderName = unit.Agreement.ProviderName,
        Form = unit.Agreement.Form,
        Ownership = unit.Agreement.Ownership,
        Area = unit.Agreement.Area,
        Services = unit.Details.Services,
        IsLicensed = unit.Licence.IsRequired,
    };
}
