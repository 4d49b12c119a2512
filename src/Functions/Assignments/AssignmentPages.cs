using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Assignments.Operations;
using Oversight.Functions.Assignments.Screens;
using Oversight.Functions.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Lists;

namespace Oversight.Functions.Assignments;

/// <summary>The pages <em>Uppgifter</em>.</summary>
public sealed class AssignmentPages(
    AssignmentDesk desk, AssignmentSubject subject, Creation<AssigningScene> assign, StockholmTime time,
    Municipality municipality, ListExport export, LastVisits visits)
{
    [Function("AssignmentPages_List")]
    [Requires(Permission.ReadAssignments)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "uppgifter")] HttpRequest request,
        CancellationToken cancellation) =>
        Pages.Show<AssignmentListPage>(new
        {
            List = AssignmentColumns.Of(request.User(), municipality).Show(
                await desk.ListAsync(request.User(), cancellation), request.Query,
                ListExport.For(request.User(), AssignmentFunctions.List),
                visits.Note(request, AssignmentFunctions.List)),
            Today = time.Today(),
        });

    [Function("AssignmentPages_Excel")]
    [Requires(Permission.ExportMatters)]
    public async Task<IResult> Excel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "uppgifter/excel")] HttpRequest request,
        CancellationToken cancellation) => export.Of(
            "Uppgifter", AssignmentColumns.Of(request.User(), municipality),
            await desk.ListAsync(request.User(), cancellation), request);

    [Function("AssignmentPages_Read")]
    [Requires(Permission.ReadAssignments)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "uppgifter/{id:length(27)}")]
        HttpRequest request, string id, CancellationToken cancellation)
    {
        var opening = await subject.OpenAsync(request, id, cancellation);
        if (opening is not Opening<OpenAssignment>.Opened { Subject: var open })
            return opening is Opening<OpenAssignment>.Missing ? Pages.NotFound() : Pages.Forbidden();
        return Pages.Show<AssignmentPage>(new
        {
            Open = open,
            MayReadReview = Access.Allows(open.User, Permission.ReadReviews, open.Board),
            History = await subject.HistoryAsync(open, cancellation),
            Operations = (IReadOnlyList<IOperation>)[.. subject.Operations, assign],
            Links = subject.Links(open),
        });
    }
}
