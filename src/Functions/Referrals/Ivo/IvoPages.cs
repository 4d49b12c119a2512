using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Referrals.Screens;
using Oversight.Functions.Web;
using Oversight.Referrals;

namespace Oversight.Functions.Referrals;

/// <summary>The pages about positions on a report to IVO.</summary>
public sealed class IvoPages(
    IvoDesk desk, ReferralDesk referrals, IvoSubject subject, IvoUnits units, Creation<ConcernScene> raise,
    Settings.SettingsProvider settings, Municipality municipality, ListExport export, StockholmTime time)
{
    [Function("IvoPages_List")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "ivo")] HttpRequest request,
        CancellationToken cancellation)
    {
        var user = request.User();
        return Pages.Show<IvoListPage>(new
        {
            List = IvoColumns.Of(user, municipality).Show(
                await desk.ListAsync(user, cancellation), request.Query, ListExport.For(user, IvoFunctions.List)),
            Referrals = IvoColumns.Referrals(user, municipality, settings.Current.Settings).Show(
                await referrals.ListAsync(user, cancellation), request.Query,
                ListExport.For(user, ReferralFunctions.List)),
            settings.Current.Settings,
            Today = time.Today(),
        });
    }

    [Function("IvoPages_Excel")]
    [Requires(Permission.ExportMatters)]
    public async Task<IResult> Excel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "ivo/excel")] HttpRequest request,
        CancellationToken cancellation) => export.Of(
            "IVO", IvoColumns.Of(request.User(), municipality),
            await desk.ListAsync(request.User(), cancellation), request);

    [Function("IvoPages_ReferralsExcel")]
    [Requires(Permission.ExportMatters)]
    public async Task<IResult> ReferralsExcel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "overlamnanden/excel")] HttpRequest request,
        CancellationToken cancellation) => export.Of(
            "Överlämnanden", IvoColumns.Referrals(request.User(), municipality, settings.Current.Settings),
            await referrals.ListAsync(request.User(), cancellation), request);

    [Function("IvoPages_Read")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "ivo/{id:length(27)}")]
        HttpRequest request, string id, CancellationToken cancellation)
    {
        var opening = await subject.OpenAsync(request, id, cancellation);
        if (opening is not Opening<OpenIvo>.Opened { Subject: var open })
            return opening is Opening<OpenIvo>.Missing ? Pages.NotFound() : Pages.Forbidden();
        return Pages.Show<IvoPage>(new
        {
            Open = open,
            Unit = await units.FindAsync(
                open.Position.Unit, open.InForce.Settings.IvoRulesOn(open.Position.RaisedOn), cancellation),
            History = await subject.HistoryAsync(open, cancellation),
            Operations = (IReadOnlyList<IOperation>)[.. subject.Operations, raise],
            Links = subject.Links(open),
            DocumentHref = open.Position.Decision is { Report: true }
                && Access.Allows(open.User, Permission.ReadDocuments, open.Board)
                ? $"/dokument/{IvoPaper.IdOf(open.Head.Id)}"
                : null,
        });
    }
}
