using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Concerns;
using Oversight.Functions.Concerns.Screens;
using Oversight.Functions.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Lists;

namespace Oversight.Functions.Concerns;

/// <summary><em>Mina synpunkter</em> and the assessors' inbox.</summary>
public sealed class ConcernListPages(
    ConcernLists lists, ConcernQueue queue, ConcernColleagues colleagues, ConcernSubject subject, Conflicts conflicts,
    SettingsProvider settings, ListExport export, LastVisits visits, StockholmTime time)
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
        var since = visits.Note(request, "/synpunkter/mina");
        var reasons = await lists.ReasonsAsync(page.Items, cancellation);
        return Pages.Show<ConcernMinePage>(new
        {
            Page = page,
            Since = since,
            Reasons = reasons,
            Words = await lists.WordsAsync(page.Items, cancellation),
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
        var query = InboxQuery.Read(request.Query, time.Today());
        var boards = query.Board is { } board ? [.. own.Where(candidate => candidate == board)] : own;
        if (query.Board is not null && boards.Count == 0)
            return Pages.Forbidden();
        var filter = query.Filter with
        {
            Closed = await conflicts.OfAsync(request.User(), cancellation),
            Reader = request.User(),
        };
        if (await lists.FindByReferenceAsync(own, query.Place, filter.Closed, cancellation) is { } found)
            return Pages.SeeOther($"/synpunkter/arende/{found}");
        var open = query.ReadsOpen ? await lists.OpenAsync(boards, filter, cancellation) : null;
        var whole = open is null
            ? null
            : Listing.Of(open.Sorted(ConcernColumns.Of(settings.Current.Settings), query.Sort), query.PageToken);
        var page = whole is null
            ? await PageOrNullAsync(() => lists.PageAsync(boards, filter, query.PageToken, cancellation))
            : new Page<ConcernRow>(whole.Rows, null);
        if (page is null)
            return Pages.NotFound();
        var since = visits.Note(request, InboxQuery.Address);
        return Pages.Show<ConcernInboxPage>(new
        {
            Page = page,
            Whole = whole,
            Query = query,
            Since = since,
            New = since is null ? null : open?.Count(row => row.ReceivedAt > since),
            Holders = await colleagues.HoldersAsync(page.Items, cancellation),
            request.User().UserId,
            Assesses = Access.Boards(request.User(), Permission.AssessConcern),
            Saved = SavedOf(request),
            MayExport = Access.Allows(request.User(), Permission.ExportConcerns),
            Boards = own,
            subject.Operations,
            Settings = settings.Current.Settings,
            Today = time.Today(),
        });
    }

    /// <summary>The selection as a workbook, all of its pages, by the rights of the page itself.</summary>
    [Function("Concerns_InboxExcel")]
    [Requires(Permission.ExportConcerns)]
    public async Task<IResult> Excel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "synpunkter/inkorg/excel")]
        HttpRequest request,
        CancellationToken cancellation)
    {
        var query = InboxQuery.Read(request.Query, time.Today());
        var boards = ContentAccess.Boards(request.User(), ContentClass.Concern)
            .Intersect(Access.Boards(request.User(), Permission.ExportConcerns))
            .Where(board => query.Board is not { } asked || asked == board).ToList();
        if (query.Board is not null && boards.Count == 0)
            return Pages.Forbidden();
        var filter = query.Filter with
        {
            Closed = await conflicts.OfAsync(request.User(), cancellation),
            Reader = request.User(),
        };
        var columns = ConcernColumns.Of(settings.Current.Settings);
        var rows = query.ReadsOpen
            ? (await lists.OpenAsync(boards, filter, cancellation)).Sorted(columns, query.Sort)
            : await lists.AllAsync(boards, filter, ListExport.MostRows, cancellation);
        return export.Of("Synpunkter", columns, rows);
    }

    /// <summary>From a concern that is assessed to the next in its selection; after the last, to the inbox.</summary>
    [Function("Concerns_Next")]
    [Requires(Permission.AssessConcern)]
    public async Task<IResult> Next(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "synpunkter/inkorg/nasta")]
        HttpRequest request,
        CancellationToken cancellation)
    {
        var query = InboxQuery.ReadKept(request.Query[InboxQuery.KeptKey], time.Today());
        if (!Id.TryParse(request.Query["efter"], out var done))
            return Pages.SeeOther(query.Href);
        var (next, _) = await queue.AfterAsync(request.User(), query, done, cancellation);
        return Pages.SeeOther(
            (next is { } id ? query.ConcernHref(id) : query.Href).With(ConcernQueue.SavedKey, done.Value));
    }

    /// <summary>The reference of the concern whose assessment has just been saved; null: none.</summary>
    private static string? SavedOf(HttpRequest request) =>
        Id.TryParse(request.Query[ConcernQueue.SavedKey], out var saved)
            ? saved.Reference(ConcernFacts.ReferenceKind)
            : null;

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
