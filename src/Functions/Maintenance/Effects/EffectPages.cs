using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Web;

namespace Oversight.Functions.Maintenance.Effects;

public sealed class EffectPages(PutAsideEffects aside, EffectHandlers handlers)
{
    internal const string Address = "/drift/efterarbete";
    private const int MostShown = 200;

    [Function("Effects_PutAside")]
    [Requires(Permission.Administer)]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "drift/efterarbete")] HttpRequest request,
        CancellationToken cancellation)
    {
        var found = await aside.ListAsync(MostShown, cancellation);
        bool? ran = request.Query["kord"].ToString() switch { "ja" => true, "nej" => false, _ => null };
        return Pages.Show<PutAsidePage>(new
        {
            Effects = found.OrderBy(one => one.Since)
                .Select(one => new PutAsideLine(one, handlers.Find(one.Effect)?.Title ?? one.Effect)).ToList(),
            Ran = ran,
        });
    }

    [Function("Effects_RunAgain")]
    [Requires(Permission.Administer)]
    public async Task<IResult> RunAgain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "drift/efterarbete")] HttpRequest request,
        CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        var ran = await aside.RunAgainAsync(form["stream"], form["effect"], cancellation);
        return Pages.SeeOther($"{Address}?kord={(ran ? "ja" : "nej")}");
    }
}

public sealed record PutAsideLine(PutAside Effect, string Title);
