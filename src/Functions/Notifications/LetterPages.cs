using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Notifications.Screens;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Lists;
using Oversight.Functions.Web.Components;
using Oversight.Notifications;

namespace Oversight.Functions.Notifications;

/// <summary>The pages <em>Utskick</em>: letters to providers, and what hinders those that are not sent.</summary>
public sealed class LetterPages(
    LetterSubject subject, LetterLists lists, OperationEdge<OpenLetter> edge, Postman postman, Streams streams,
    UnitContacts contacts, CommandContexts contexts, Municipality municipality, ListExport export,
    LastVisits visits)
{
    private const string Page = "utskick/{id:length(27)}";

    [Function("LetterPages_List")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "utskick")] HttpRequest request,
        CancellationToken cancellation) =>
        Pages.Show<LetterListPage>(new
        {
            List = LetterColumns.Of(request.User(), municipality).Show(
                await lists.ForAsync(request.User(), cancellation), request.Query,
                ListExport.For(request.User(), LetterColumns.Address),
                visits.Note(request, LetterColumns.Address)),
        });

    [Function("LetterPages_Excel")]
    [Requires(Permission.ExportMatters)]
    public async Task<IResult> Excel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "utskick/excel")] HttpRequest request,
        CancellationToken cancellation) => export.Of(
            "Utskick", LetterColumns.Of(request.User(), municipality),
            await lists.ForAsync(request.User(), cancellation), request);

    [Function("LetterPages_Read")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request, string id,
        CancellationToken cancellation) =>
        await subject.OpenAsync(request, id, cancellation) switch
        {
            Opening<OpenLetter>.Opened { Subject: var open } => await ShowAsync(open, null, cancellation),
            Opening<OpenLetter>.Missing => Pages.NotFound(),
            _ => Pages.Forbidden(),
        };

    /// <summary>
    /// The letter with its link or code, for whoever brings it to the receiver when mail does not. Posted, as it is
    /// recorded and as each time makes a new secret; answered with the letter itself, as no address may hold it.
    /// </summary>
    [Function("LetterPages_HandOver")]
    [Requires(Permission.Review)]
    public async Task<IResult> HandOver(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Page + "/brev")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        var opening = await subject.OpenAsync(request, id, cancellation);
        if (opening is not Opening<OpenLetter>.Opened { Subject: var open })
            return opening is Opening<OpenLetter>.Missing ? Pages.NotFound() : Pages.Forbidden();
        if (!Access.Allows(open.User, Permission.Review, open.Letter.Board))
            return Pages.Forbidden();
        // A new code would put the one out of use that is on its way.
        if (!open.State.MayBeBrought)
            return Pages.SeeOther(open.Address);
        var role = Access.ActingRole(open.User, Permission.Review, open.Letter.Board);
        var written = await postman.WriteAsync(open.Letter, cancellation);
        var outcome = await streams.ChangeAsync(
            NotificationStream.Kind, open.Head.Id, written is null
                ? new NotificationCommand.Drop()
                : new NotificationCommand.HandOver(),
            new Envelope(contexts.For(open.User, role), open.InForce.Hash, Against.Latest), cancellation,
            loaded: open.Read);
        return outcome is Outcome<NotificationState>.Done done
            ? await ShowAsync(open with { Read = new(done.Head, done.State) }, written, cancellation)
            : Pages.SeeOther(open.Address);
    }

    [Function("LetterPages_OperationForm")]
    [ByOperation(LetterSubject.SubjectName)]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page + "/gor/{operation}")]
        HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.FormAsync(request, id, operation, cancellation);

    [Function("LetterPages_OperationPost")]
    [ByOperation(LetterSubject.SubjectName)]
    public Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Page + "/gor/{operation}")] HttpRequest request,
        string id,
        string operation, CancellationToken cancellation) => edge.PostAsync(request, id, operation, cancellation);

    private async Task<IResult> ShowAsync(OpenLetter open, Letter? written, CancellationToken cancellation)
    {
        var (unit, address) = await contacts.OfUnitAsync(open.Letter.UnitId, contexts.ForSystem().Today, cancellation);
        return Pages.Show<LetterPage>(new
        {
            Open = open,
            Title = postman.Title(open.Letter.Kind),
            Unit = unit,
            MailAddress = address,
            Written = written,
            MayHandOver = Access.Allows(open.User, Permission.Review, open.Letter.Board) && open.State.MayBeBrought,
            History = await subject.HistoryAsync(open, cancellation),
            subject.Operations,
            Links = subject.Links(open),
        });
    }
}

/// <summary>The letters that somebody may know of.</summary>
public sealed class LetterLists(Views views, Postman postman)
{
    /// <summary>Those that wait for somebody first, then the newest.</summary>
    public async Task<IReadOnlyList<ShownLetter>> ForAsync(SignedInUser user, CancellationToken cancellation)
    {
        var rows = new List<LetterRow>();
        foreach (var board in ContentAccess.Boards(user, ContentClass.Review))
            rows.AddRange(await views.ReadAllAsync<LetterRow>(NotificationStream.PartitionOf(board), cancellation));
        var names = (await views.ReadAllAsync<UnitIndexRow>(RegisterPartitions.UnitIndex, cancellation))
            .ToDictionary(unit => unit.UnitId, unit => unit.Name);
        return
        [
            .. (await postman.SeenByAsync(rows, row => row.Letter, user, cancellation))
                .OrderBy(row => row.Status != NotificationStatus.ToSend).ThenByDescending(row => row.QueuedAt)
                .Select(row => new ShownLetter(row, postman.Title(row.Letter.Kind),
                    names.GetValueOrDefault(row.Letter.UnitId, "–"))),
        ];
    }
}

public sealed record ShownLetter(LetterRow Row, string Title, string Unit);
