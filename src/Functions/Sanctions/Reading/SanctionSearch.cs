using Oversight.Functions.Identity;
using Oversight.Functions.Reviews;
using Oversight.Functions.Search;

namespace Oversight.Functions.Sanctions;

/// <summary>
/// Sanctions by reference, by the diarienummer of their ärende and by unit, from the list of their own page: a board
/// has few.
/// </summary>
internal sealed class SanctionSearch(SanctionDesk desk) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> FindAsync(Asked asked, CancellationToken cancellation)
    {
        if (!Access.Allows(asked.User, Permission.ReadSanctions)
            || await desk.ListAsync(asked.User, cancellation) is not { Count: > 0 } rows)
            return [];
        var beginnings = asked.Query.References(SanctionPartitions.ReferenceKind).ToList();
        var registered = await ReviewSearch.OfCaseAsync(asked, rows.Select(row => row.Unit.Board), cancellation);
        return
        [
            .. rows.Where(row => IsReference(row) || registered.Contains(row.ReviewId)
                    || asked.Query.Finds([row.Text, row.Unit.Name, row.Unit.ProviderName]))
                .Select(row => new Found(
                    FoundKind.Sanction, SanctionWords.Title(row.Text, row.Unit.Name),
                    $"{SanctionFunctions.List}/{row.Id}",
                    string.Join(" · ", row.Reference, row.Unit.ProviderName, SanctionColumns.State(row)),
                    asked.Query.IsNumber(row.Reference)
                        || beginnings.Contains(row.Reference, StringComparer.Ordinal))),
        ];

        bool IsReference(SanctionRow row) =>
            beginnings.Any(beginning => row.Reference.StartsWith(beginning, StringComparison.Ordinal));
    }
}
