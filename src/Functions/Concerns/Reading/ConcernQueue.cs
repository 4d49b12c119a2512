using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Lists;

namespace Oversight.Functions.Concerns;

/// <summary>Where an assessor goes from one concern to the next in the selection that the work is done in.</summary>
public sealed class ConcernQueue(
    ConcernLists lists, Streams streams, Conflicts conflicts, SettingsProvider settings)
{
    /// <summary>In the address: the concern whose assessment has just been saved.</summary>
    public const string SavedKey = "sparad";

    /// <summary>
    /// The concerns of the selection that wait for this person's assessment, in its order: what the person has taken,
    /// then what nobody has. What a colleague works with is not offered.
    /// </summary>
    public async Task<IReadOnlyList<ConcernRow>> ReadAsync(
        SignedInUser user, InboxQuery query, CancellationToken cancellation) =>
        Ordered(await UnorderedAsync(user, query, cancellation), user, query);

    /// <summary>The next one after a concern that has just been dealt with, and how many are left.</summary>
    public async Task<(Id? Next, int Left)> AfterAsync(
        SignedInUser user, InboxQuery query, Id after, CancellationToken cancellation)
    {
        var waiting = (await UnorderedAsync(user, query, cancellation)).Where(row => row.ConcernId != after).ToList();
        if (await streams.LoadAsync(ConcernStream.Kind, after, cancellation) is not { } done
            || ConcernStream.RowOf(done.Head, done.State) is not { } row)
            return (waiting.Count > 0 ? Ordered(waiting, user, query)[0].ConcernId : null, waiting.Count);
        var order = Ordered([.. waiting, row with { Severity = null, Status = ConcernStatus.Received }], user, query);
        var rest = order.SkipWhile(candidate => candidate.ConcernId != after).Skip(1).ToList();
        return (rest.Count > 0 ? rest[0].ConcernId : null, rest.Count);
    }

    private async Task<IReadOnlyList<ConcernRow>> UnorderedAsync(
        SignedInUser user, InboxQuery query, CancellationToken cancellation)
    {
        var boards = Access.Boards(user, Permission.AssessConcern)
            .Where(board => query.Board is not { } asked || asked == board);
        var filter = query.Filter with
        {
            Status = ConcernStatus.Received,
            Closed = await conflicts.OfAsync(user, cancellation),
            Reader = user,
        };
        var open = await lists.OpenAsync(boards, filter, cancellation);
        return [.. open.Where(row => row.Holder is null || IsOf(user, row))];
    }

    private static bool IsOf(SignedInUser user, ConcernRow row) => user.ActsFor(row.Holder?.UserId, row.Board);

    private List<ConcernRow> Ordered(IEnumerable<ConcernRow> rows, SignedInUser user, InboxQuery query)
    {
        var sorted = rows.OrderBy(row => row.ReceivedAt).ThenBy(row => row.ConcernId.Value, StringComparer.Ordinal)
            .Sorted(ConcernColumns.Of(settings.Current.Settings), query.Sort);
        return [.. sorted.OrderBy(row => !IsOf(user, row))];
    }
}
