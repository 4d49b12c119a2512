using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Search;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Concerns;

/// <summary>
/// Concerns by their references, and one's own also by where they are about. Never by what somebody has written.
/// </summary>
internal sealed class ConcernSearch(ConcernLists lists, ConcernKeys keys, Streams streams) : ISearchSource
{
    /// <summary>Beginnings of references are told apart long before there are so many.</summary>
    private const int Most = 50;

    public async Task<IReadOnlyList<Found>> FindAsync(Asked asked, CancellationToken cancellation)
    {
        var beginnings = asked.Query.References(ConcernFacts.ReferenceKind).ToList();
        var own = OwnAsync(asked, beginnings, cancellation);
        var boards = ContentAccess.Boards(asked.User, ContentClass.Concern);
        var ids = (await Task.WhenAll(beginnings.Select(
            beginning => lists.FindByBeginningAsync(boards, beginning, asked.Closed, cancellation))))
            .SelectMany(some => some).Distinct().Take(Most);
        var hashes = await keys.GetAsync(cancellation);
        var read = await Task.WhenAll(ids.Select(id => streams.LoadAsync(ConcernStream.Kind, id, cancellation)));
        return
        [
            .. (await own).Concat(read
                .Where(one => one?.State.FileOrNone is not null && ConcernAccess.Of(asked.User, one.State, hashes).Any)
                .Select(one => ConcernStream.RowOf(one!.Head, one.State)!))
                .DistinctBy(row => row.ConcernId)
                .Select(row => new Found(
                    FoundKind.Concern, row.Reference, $"/synpunkter/arende/{row.ConcernId}",
                    string.Join(
                        " · ", ConcernWords.Place(row), ConcernWords.Status(row.Status),
                        SwedishDates.Text(row.ReceivedOn)),
                    asked.Query.IsNumber(row.Reference)
                        || beginnings.Contains(row.Reference, StringComparer.Ordinal))),
        ];
    }

    private async Task<IReadOnlyList<ConcernRow>> OwnAsync(
        Asked asked, IReadOnlyList<string> beginnings, CancellationToken cancellation)
    {
        if (!Access.Allows(asked.User, Permission.ReadOwnConcerns))
            return [];
        return
        [
            .. (await lists.AllMineAsync(asked.User, cancellation)).Where(row =>
                beginnings.Any(beginning => row.Reference.StartsWith(beginning, StringComparison.Ordinal))
                || asked.Query.Finds([row.UnitName ?? "", row.ProviderName ?? ""])),
        ];
    }
}
