using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Lists;

namespace Oversight.Functions.Providers.Pages;

/// <summary>All units of the register, as a page and as a workbook.</summary>
public sealed class UnitListPages(Views views, SettingsProvider settings, ListExport export)
{
    [Function("UnitPages_List")]
    [Requires(Permission.ReadRegister)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "enheter")] HttpRequest request,
        CancellationToken cancellation)
    {
        var query = UnitListQuery.Read(request.Query);
        return Web.Pages.Show<UnitListPage>(new
        {
            List = Listing.Of(await ReadAsync(query, cancellation), request.Query[Listing.PageKey]),
            Query = query,
            Settings = settings.Current.Settings,
            MayExport = Access.Allows(request.User(), Permission.ExportRegister),
        });
    }

    [Function("UnitPages_Excel")]
    [Requires(Permission.ExportRegister)]
    public async Task<IResult> Excel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "enheter/excel")] HttpRequest request,
        CancellationToken cancellation) => export.Of(
            "Enheter", UnitColumns.Of(settings.Current.Settings),
            await ReadAsync(UnitListQuery.Read(request.Query), cancellation));

    private async Task<IReadOnlyList<UnitIndexRow>> ReadAsync(UnitListQuery query, CancellationToken cancellation) =>
        (await views.ReadAllAsync<UnitIndexRow>(RegisterPartitions.UnitIndex, cancellation))
            .Where(query.Takes).OrderBy(unit => unit.Name, SwedishOrder.Comparer)
            .Sorted(UnitColumns.Of(settings.Current.Settings), query.Sort);
}
