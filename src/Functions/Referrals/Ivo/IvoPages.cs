using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Referrals.Screens;
using Oversight.Functions.Web;
using Oversight.Referrals;

namespace Oversight.Functions.Referrals;

/// <summary>The pages about positions on a report to IVO.</summary>
public sealed class IvoPages(
    IvoDesk desk, ReferralDesk referrals, IvoSubject subject, IvoUnits units, Creation<ConcernScene> raise,
    Settings.SettingsProvider settings, StockholmTime time)
{
    [Function("IvoPages_List")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "ivo")] HttpRequest request,
        CancellationToken cancellation) =>
        Pages.Show<IvoListPage>(new
        {
            Rows = await desk.ListAsync(request.User(), cancellation),
            Referrals = await referrals.ListAsync(request.User(), cancellation),
            settings.Current.Settings,
            Today = time.Today(),
        });

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
