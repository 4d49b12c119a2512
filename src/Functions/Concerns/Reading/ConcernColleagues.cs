using System.Globalization;
using Oversight.Concerns;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;

namespace Oversight.Functions.Concerns;

/// <summary>
/// Somebody who has worked with a concern of the board. There is no directory of people: whoever has taken a concern is
/// known from then on.
/// </summary>
/// <param name="UserId">Entra object id.</param>
/// <param name="NameName">Where the name is kept, among the texts of the concern.</param>
public sealed record ColleagueRow(Id ConcernId, string UserId, string NameName)
{
    /// <summary>Null: nobody has; what is sealed tells nothing.</summary>
    public static ViewRow? Of(StreamHead head, ConcernFile file) => file is { LastHolder: { } last, Seal: null }
        ? new ViewRow(
            Partition(file.Board),
            string.Create(CultureInfo.InvariantCulture,
                $"{DateOnly.MaxValue.DayNumber - last.Since.DayNumber:D7}|{head.Id}"),
            new ColleagueRow(head.Id, last.UserId, last.Name.Name))
        : null;

    internal static string Partition(BoardId board) => $"concern-colleagues|{board}";
}

/// <summary>A colleague whom a concern can be handed over to.</summary>
public sealed record Colleague(string UserId, string Name);

/// <summary>Those who work with the concerns of a board, and their names.</summary>
public sealed class ConcernColleagues(Views views, PrivateTexts texts)
{
    /// <summary>The latest so many concerns that somebody took say who works there.</summary>
    private const int Latest = 200;

    public async Task<IReadOnlyList<Colleague>> OfAsync(BoardId board, CancellationToken cancellation)
    {
        var page = await views.ReadPageAsync<ColleagueRow>(ColleagueRow.Partition(board), Latest, null, cancellation);
        var found = new List<Colleague>();
        foreach (var one in page.Items.GroupBy(row => row.UserId, StringComparer.Ordinal))
        {
            if (await NameAsync(one.First().ConcernId, one.First().NameName, cancellation) is { } name)
                found.Add(new Colleague(one.Key, name));
        }

        return [.. found.OrderBy(colleague => colleague.Name, SwedishOrder.Comparer)];
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
