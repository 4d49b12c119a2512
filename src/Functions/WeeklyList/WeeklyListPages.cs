using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Web;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.WeeklyList;

/// <summary><em>Chefens veckolista</em>, as a page and for Excel.</summary>
public sealed class WeeklyListPages(WeeklyLists lists, Municipality municipality)
{
    public const string Address = "/veckolista";

    [Function("WeeklyList_Read")]
    [Requires(Permission.ReadWeeklyList)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "veckolista")] HttpRequest request,
        CancellationToken cancellation) =>
        Pages.Show<WeeklyListPage>(new { List = await lists.ForAsync(request.User(), cancellation) });

    [Function("WeeklyList_Excel")]
    [Requires(Permission.ReadWeeklyList)]
    public async Task<IResult> Excel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "veckolista/excel")] HttpRequest request,
        CancellationToken cancellation)
    {
        var list = await lists.ForAsync(request.User(), cancellation);
        return TypedResults.File(
            WeeklyWorkbook.Of(list, municipality.BoardName), Workbook.ContentType,
            string.Create(CultureInfo.InvariantCulture, $"veckolista-{list.Today:yyyy-MM-dd}.xlsx"));
    }
}

public static class WeeklyListServices
{
    public static IServiceCollection AddWeeklyList(this IServiceCollection services) =>
        services.AddSingleton<WeeklyLists>().AddSingleton<AwaitedWork>().AddSingleton<PeoplesWork>()
            .AddSingleton<IToDoSource, WeeklyToDo>();
}
