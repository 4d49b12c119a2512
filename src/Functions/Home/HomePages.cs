using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Web;

namespace Oversight.Functions.Home;

public sealed class HomePages(ToDoList list, StockholmTime time)
{
    // The Functions host gives "/" to a function only by a parameter that matches nothing: Route = "" means the
    // function's name.
    [Function("Home_ToDo")]
    [Requires(Permission.ReadOwnStartPage)]
    public async Task<IResult> ToDo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{ignored:maxlength(0)?}")]
        HttpRequest request,
        CancellationToken cancellation)
    {
        var user = request.User();
        var today = time.Today();
        return Pages.Show<ToDoPage>(
            new { User = user, Today = today, Items = await list.ForAsync(user, today, cancellation) });
    }

    [Function("Home_Administration")]
    [Requires(Permission.Administer)]
    public IResult Administration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "drift")] HttpRequest request) =>
        Pages.Show<AdministrationPage>(new { Today = time.Today() });
}
