using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions.Maintenance.Rebuilding;

public sealed class RebuildPages(
    Rebuilder rebuilder, RebuildTable rebuilds, CompleteLists lists, PendingMarks marks, PendingWorker worker)
{
    internal const string Path = "/drift/ombyggnad";

    [Function("Rebuild_Show")]
    [Requires(Permission.Administer)]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "drift/ombyggnad")] HttpRequest request,
        CancellationToken cancellation) => Pages.Show<RebuildPage>(new
        {
            Rebuilds = await rebuilds.ReadAsync(cancellation),
            IsComplete = (await lists.IncompleteAsync(cancellation)).Count == 0,
            Marks = await marks.CountAsync(cancellation),
        });

    [Function("Rebuild_Start")]
    [Requires(Permission.Administer)]
    public async Task<IResult> Start(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "drift/ombyggnad")] HttpRequest request,
        CancellationToken cancellation)
    {
        await rebuilder.StartAsync(cancellation);
        return Pages.SeeOther(Path);
    }

    [Function("Rebuild_WorkOffMarks")]
    [Requires(Permission.Administer)]
    public async Task<IResult> WorkOffMarks(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "drift/ombyggnad/avbrutna")] HttpRequest request,
        CancellationToken cancellation)
    {
        await worker.WorkOffAllAsync(cancellation);
        return Pages.SeeOther(Path);
    }
}
