using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Concerns;
using Oversight.Functions.Concerns.Screens;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions.Concerns;

/// <summary><em>Mina synpunkter</em> and the assessors' inbox.</summary>
public sealed class ConcernListPages(
    ConcernLists lists, ConcernSubject subject, Conflicts conflicts, SettingsProvider settings, StockholmTime time)
{
    [Function("Concerns_Mine")]
    [Requires(Permission.ReadOwnConcerns)]
    public async Task<IResult> Mine(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "synpunkter/mina")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (await PageOrNullAsync(
            () => lists.MineAsync(request.User(), request.Query["sida"], cancellation)) is not { } page)
            return Pages.NotFound();
        var reasons = await lists.ReasonsAsync(page.Items, cancellation);
        return Pages.Show<ConcernMinePage>(new
        {
            Page = page,
            Reasons = reasons,
            Outcomes = await lists.OutcomesAsync(page.Items, cancellation),
            Dialogues = await lists.TakenUpAsync(page.Items, cancellation),
            Settings = settings.Current.Settings
        });
    }

    [Function("Concerns_Inbox")]
    [Requires(Permission.ReadConcerns)]
    public async Task<IResult> Inbox(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "synpunkter/inkorg")] HttpRequest request,
        CancellationToken cancellation)
    {
        var own = ContentAccess.Boards(request.User(), ContentClass.Concern);
        var query = InboxQuery.Read(request, time.Today());
        var boards = query.Board is { } board ? [.. own.Where(candidate => candidate == board)] : own;
        if (query.Board is not null && boards.Count == 0)
            return Pages.Forbidden();
        var filter = query.Filter with { Closed = await conflicts.OfAsync(request.User(), cancellation) };
        if (await lists.FindByReferenceAsync(own, query.Place, filter.Closed, cancellation) is { } found)
            return Pages.SeeOther($"/synpunkter/arende/{found}");
        var page = query.ReadsOpen
            ? new Page<ConcernRow>(await lists.OpenAsync(boards, filter, cancellation), null)
            : await PageOrNullAsync(() => lists.PageAsync(boards, filter, query.PageToken, cancellation));
        return page is null
            ? Pages.NotFound()
            : Pages.Show<ConcernInboxPage>(new
            {
                Page = page.ReadFrom(query),
                Query = query,
                Boards = own,
                subject.Operations,
                Settings = settings.Current.Settings,
                Today = time.Today(),
            });
    }

    private static async Task<Page<ConcernRow>?> PageOrNullAsync(Func<Task<Page<ConcernRow>>> read)
    {
        try
        {
            return await read();
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

/// <summary>What the inbox is asked for. Without a choice it shows what waits.</summary>
/// <param name="Status"><c>open</c> (what waits), <c>all</c>, or a status by name.</param>
/// <param name="Age">Only concerns older than so many days.</param>
public sealed record InboxQuery(
    string Status, int? Age, string Place, BoardId? Board, string? PageToken, DateOnly Today)
{
    public const string Open = "open";
    public const string All = "all";

    /// <summary>A list of what waits is short, and in the order in which it should be done.</summary>
    public bool ReadsOpen =>
        Status == Open || Names.Find<ConcernStatus>(Status) is ConcernStatus.Received or ConcernStatus.AwaitingDecision;

    public ConcernFilter Filter =>
        new(Names.Find<ConcernStatus>(Status), Age is { } days ? Today.AddDays(-days) : null, Place);

    public string HrefTo(string token) =>
        $"/synpunkter/inkorg?status={Uri.EscapeDataString(Status)}&alder={Age}&sok={Uri.EscapeDataString(Place)}"
            + $"&namnd={Board}&sida={Uri.EscapeDataString(token)}";

    public static InboxQuery Read(HttpRequest request, DateOnly today)
    {
        var status = request.Query["status"].ToString();
        var known = status is Open or All || Names.Find<ConcernStatus>(status) is not null;
        var age = int.TryParse(request.Query["alder"], NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && days is > 0 and < 10_000 ? days : (int?)null;
        var board = request.Query["namnd"].ToString();
        return new InboxQuery(
            known ? status : Open, age, request.Query["sok"].ToString(), board.Length > 0 ? new BoardId(board) : null,
            request.Query["sida"], today);
    }
}

internal static class InboxPaging
{
    private const int OpenShown = 100;

    /// <summary>
    /// What waits comes whole and is shown in pages by number; everything else has been read page by page.
    /// </summary>
    public static Page<ConcernRow> ReadFrom(this Page<ConcernRow> page, InboxQuery query)
    {
        if (!query.ReadsOpen)
            return page;
        var start = int.TryParse(query.PageToken, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            ? from
            : 0;
        var shown = page.Items.Skip(start).Take(OpenShown).ToList();
        return new Page<ConcernRow>(shown, start + OpenShown < page.Items.Count ? $"{start + OpenShown}" : null);
    }
}
