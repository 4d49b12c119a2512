using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Oversight.Functions.Dependencies;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Web.Gate;

/// <summary>
/// Notes who of the staff has come through the gate, before the page is made: whoever opens a page stands in what it
/// lists. A page is not worth less because storage is slow or away: it is waited for one second, and the next request
/// tries again. Anything else that goes wrong is a bug and goes where bugs go.
/// </summary>
internal sealed class StaffMiddleware(
    StaffDirectory directory, StockholmTime time, ILogger<StaffMiddleware> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && IsOfStaff(context, http) is { } user)
            await Bounded.OrNullAsync(
                "a note of who has signed in", () => NoteAsync(user), logger, http.RequestAborted);
        await next(context);
    }

    /// <summary>
    /// Whoever comes in by a svarslänk is none of the staff, and style sheets are asked for by anybody.
    /// </summary>
    private static SignedInUser? IsOfStaff(FunctionContext context, HttpContext http) =>
        http.FindUser() is { } user && user.Roles.Count > 0 && !user.Roles.Contains(Role.Provider)
            && FunctionAccess.Of(context.FunctionDefinition) is not FunctionAccess.Open
            ? user
            : null;

    /// <summary>Goes on by itself when the page has stopped waiting.</summary>
    private async Task<bool> NoteAsync(SignedInUser user)
    {
        await directory.NoteAsync(user, time.Today(), CancellationToken.None);
        return true;
    }
}
