using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Providers;

namespace Oversight.Functions.Providers.Pages;

public sealed class ProviderPages(Views views, ManagerNames names, SettingsProvider settings, StockholmTime time)
{
    [Function("ProviderPages_List")]
    [Requires(Permission.ReadRegister)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "anordnare")] HttpRequest request, CancellationToken cancellation)
    {
        var filter = new ProviderFilter(
            TypedText.Line(request.Query["namn"]), request.Query["form"].ToString(), request.Query["namnd"].ToString(),
            int.TryParse(request.Query["sida"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1);
        var providers = views.ReadAllAsync<ProviderRow>(RegisterPartitions.Providers, cancellation);
        var units = views.ReadAllAsync<UnitIndexRow>(RegisterPartitions.UnitIndex, cancellation);
        return Web.Pages.Show<ProviderListPage>(new
        {
            List = ProviderList.Of(await providers, await units, filter, time.Today()),
            Filter = filter,
            Settings = settings.Current.Settings,
            MayEdit = Access.Allows(request.User(), Permission.EditRegister),
        });
    }

    /// <summary>
    /// Anordnaren på en A4: one partition of the views, its concerns no further back than the trend, and one of the names that are
    /// kept apart.
    /// </summary>
    [Function("ProviderPages_Provider")]
    [Requires(Permission.ReadRegister)]
    public async Task<IResult> Provider(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "anordnare/{id:length(27)}")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var providerId))
            return Web.Pages.NotFound();
        var managers = names.OfProviderAsync(providerId, cancellation);
        var today = time.Today();
        var trend = ConcernPartitions.Day(ConcernTrendData.FirstDay(today, ProviderSheet.TrendMonths));
        var rows = await views.ReadRowsAsync(
            RegisterPartitions.OfProvider(providerId), cancellation, from: RegisterPartitions.ConcernPrefix + trend);
        var managerNames = await managers;
        if (rows.FirstOrDefault(row => row.Key == RegisterPartitions.ProviderKey)?.As<ProviderRow>() is not { } provider)
            return Web.Pages.NotFound();
        var user = request.User();
        var boards = ContentAccess.Boards(user, ContentClass.Concern);
        return Web.Pages.Show<ProviderPage>(new
        {
            Sheet = ProviderSheet.Of(
                provider, Rows<UnitRow>(rows, RegisterPartitions.UnitPrefix), await ConcernsAsync(providerId, rows, boards, cancellation),
                Rows<OpenConcernRow>(rows, RegisterPartitions.OpenConcernPrefix).Count(row => boards.Contains(row.Board)),
                managerNames, today, settings.Current.Settings),
            ShowsConcerns = boards.Count > 0,
            MayEdit = Access.Allows(user, Permission.EditRegister),
            EditableBoards = Access.Boards(user, Permission.EditRegister),
        });
    }

    private async Task<IReadOnlyList<ConcernRow>> ConcernsAsync(
        Id provider, IReadOnlyList<StoredRow> rows, IReadOnlyList<BoardId> boards, CancellationToken cancellation)
    {
        var concerns = Rows<ConcernRow>(rows, RegisterPartitions.ConcernPrefix).Where(row => boards.Contains(row.Board)).ToList();
        if (boards.Count == 0 || concerns.Count >= ProviderSheet.ShownConcerns)
            return concerns;
        // Where few have come, the latest ones may be older than the trend.
        var all = await views.ReadAllAsync<ConcernRow>(
            RegisterPartitions.OfProvider(provider), cancellation, RegisterPartitions.ConcernPrefix);
        return [.. all.Where(row => boards.Contains(row.Board))];
    }

    private static IReadOnlyList<T> Rows<T>(IEnumerable<StoredRow> rows, string prefix)
        where T : class =>
        [.. rows.Where(row => row.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(row => row.As<T>())];
}
