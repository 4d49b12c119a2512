using Oversight.Functions.Identity;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;

namespace Oversight.Functions.Concerns;

/// <summary>A colleague whom a concern can be handed over to.</summary>
public sealed record Colleague(string UserId, string Name);

/// <summary>Those who work with the concerns of a board, and their names.</summary>
public sealed class ConcernColleagues(StaffDirectory staff, PrivateTexts texts)
{
    /// <summary>Everybody who has signed in of late and assesses the concerns of the board.</summary>
    public async Task<IReadOnlyList<Colleague>> OfAsync(
        BoardId board, DateOnly today, CancellationToken cancellation)
    {
        var assessors = (await staff.AllAsync(today, cancellation))
            .Where(member => Access.Allows(staff.Rebuilt(member), Permission.AssessConcern, board));
        var named = await Task.WhenAll(assessors.Select(async member =>
            (member.UserId, Name: await staff.NameAsync(member.UserId, cancellation))));
        return
        [
            .. named.Where(one => one.Name is not null).Select(one => new Colleague(one.UserId, one.Name!))
                .OrderBy(colleague => colleague.Name, SwedishOrder.Comparer),
        ];
    }

    /// <summary>Who works with each of the concerns, by name; a name that has been erased is left out.</summary>
    public async Task<IReadOnlyDictionary<Id, string>> HoldersAsync(
        IEnumerable<ConcernRow> rows, CancellationToken cancellation)
    {
        var read = await Task.WhenAll(rows.Where(row => row.Holder is not null).Select(async row =>
            (row.ConcernId, Name: await NameAsync(row.ConcernId, row.Holder!.NameName, cancellation))));
        return read.Where(one => one.Name is not null).ToDictionary(one => one.ConcernId, one => one.Name!);
    }

    private async Task<string?> NameAsync(Id concern, string kept, CancellationToken cancellation) =>
        RequestTexts.Locate(kept) is var (entry, field)
        && await texts.FindAsync(ConcernStream.StreamId(concern), entry, cancellation) is { } found
            ? found.Fields.GetValueOrDefault(field)
            : null;
}
