using System.Globalization;
using Oversight.Functions.Storage;
using Oversight.Waiting;

namespace Oversight.Functions.Waiting;

/// <summary>The rows in which a stream shows what it waits for. A stream's kind projects them beside its own.</summary>
public static class WaitingRows
{
    private const string DuePartition = "waiting-due";
    private const string StuckPartition = "waiting-stuck";

    /// <summary>For the kind's <c>Rows</c>.</summary>
    public static IReadOnlyList<Type> Types { get; } = [typeof(WaitingRow), typeof(DueRow), typeof(StuckRow)];

    internal static string Due => DuePartition;

    internal static string Stuck => StuckPartition;

    public static IEnumerable<ViewRow> Of(StreamHead head, Awaited awaited)
    {
        foreach (var answer in awaited.Answers)
        {
            yield return new ViewRow(
                Of(answer.From), $"{Day(answer.Until ?? DateOnly.MaxValue)}|{head.StreamId}|{answer.What}",
                new WaitingRow(head.Kind, head.Id, answer.What, answer.Until, answer.RemindedOn, answer.NotBy));
        }

        if (awaited.NextDay is { } next)
            yield return new ViewRow(
                DuePartition, $"{Day(next)}|{head.StreamId}", new DueRow(head.StreamId, head.Version, next));
        if (awaited is Awaited.Stuck stuck)
            yield return new ViewRow(StuckPartition, head.StreamId, new StuckRow(head.StreamId, stuck.Reason));
    }

    internal static string Of(AwaitedParty party) => $"waiting|{party.Board}|{StoredEnum<Role>.Write(party.Role)}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>
/// One answer that is awaited, in the list of the role and board that it is awaited from, nearest day first.
/// </summary>
/// <param name="Kind">The stream's kind; <paramref name="Id"/> is its id.</param>
/// <param name="NotBy">Who may not answer though they have the role, by their Entra object ids.</param>
public sealed record WaitingRow(
    string Kind, Id Id, string What, DateOnly? Until, DateOnly? RemindedOn, IReadOnlyList<string> NotBy);

/// <summary>That something is to be done about a stream on a day, for the sweep.</summary>
public sealed record DueRow(string StreamId, int Version, DateOnly Day);

/// <summary>That what a stream waits for cannot be worked out, for administrators.</summary>
public sealed record StuckRow(string StreamId, string Reason);

/// <summary>Reads what is waited for.</summary>
public sealed class WaitingLists(Views views)
{
    private const int PageSize = 200;

    /// <summary>
    /// The answers that are awaited from a person in any of these roles, nearest day first; those without a day last.
    /// </summary>
    public async Task<IReadOnlyList<WaitingRow>> ForAsync(
        IEnumerable<AwaitedParty> parties, string userId, CancellationToken cancellation)
    {
        var read = await Task.WhenAll(
            parties.Select(party => views.ReadAllAsync<WaitingRow>(WaitingRows.Of(party), cancellation)));
        return [.. read.SelectMany(rows => rows).Where(row => !row.NotBy.Contains(userId)).OrderBy(
            row => row.Until ?? DateOnly.MaxValue)];
    }

    public Task<IReadOnlyList<StuckRow>> StuckAsync(CancellationToken cancellation) =>
        views.ReadAllAsync<StuckRow>(WaitingRows.Stuck, cancellation);

    /// <summary>Those for which a day has come: the first rows of the list, however long it is.</summary>
    public async Task<IReadOnlyList<DueRow>> DueAsync(DateOnly today, CancellationToken cancellation)
    {
        var due = new List<DueRow>();
        string? token = null;
        do
        {
            var page = await views.ReadPageAsync<DueRow>(WaitingRows.Due, PageSize, token, cancellation);
            due.AddRange(page.Items.TakeWhile(row => row.Day <= today));
            token = page.Items.Count > 0 && page.Items[^1].Day <= today ? page.NextPage : null;
        }
        while (token is not null);
        return due;
    }
}
