using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Web.Gate;

/// <summary>
/// Who is calling, and whether a function may be called by them. The principal header is read only where the platform
/// says that its authentication is on: elsewhere anybody could write it.
/// </summary>
internal sealed class IdentityMiddleware(
    IConfiguration configuration, Municipality municipality, IOperationPermissions operations, IGuests guests,
    StandIns standIns, StockholmTime time, ILogger<IdentityMiddleware> logger)
    : IFunctionsWorkerMiddleware
{
    private readonly bool _isPlatformSigningIn = PlatformAuthentication.IsOn(configuration);
    private readonly string _loginPath = configuration["Oversight:LoginPath"] ?? "/.auth/login/aad";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        var access = FunctionAccess.Of(context.FunctionDefinition);
        var needed = access is FunctionAccess.Open ? null : Needed(access, context);
        var isForGuests = needed == Permission.AnswerByLink;
        var user = isForGuests ? await guests.FindAsync(http.Request, http.RequestAborted) : SignedIn(http.Request);
        if (user is not null && needed is { } asked && !isForGuests)
            user = await standIns.TodayAsync(user, asked, time.Today(), http.RequestAborted);
        if (user is not null)
            http.SetUser(user);

        if (access is FunctionAccess.Open)
            await next(context);
        else if (user is null && isForGuests)
            await GateAnswers.With(context, await AskForCodeAsync(http));
        else if (user is null)
            await GateAnswers.With(context, await SignInAsync(http));
        else if (needed is not { } permission)
            await GateAnswers.With(
                context, GateAnswers.For(http, StatusCodes.Status404NotFound, new Refusal(WebRefusals.NotFound)));
        else if (Access.Allows(user, permission))
            await next(context);
        else
            await RefuseAsync(context, http, user);
    }

    /// <summary>Null when the address names no operation that there is.</summary>
    private Permission? Needed(FunctionAccess access, FunctionContext context) => access switch
    {
        FunctionAccess.Needs needs => needs.Permission,
        FunctionAccess.NeedsByOperation { Subject: var subject }
            when context.BindingContext.BindingData.TryGetValue(ByOperationAttribute.Parameter, out var named) =>
            operations.Needed(subject, named as string ?? ""),
        _ => null,
    };

    private SignedInUser? SignedIn(HttpRequest request) =>
        _isPlatformSigningIn
            ? PrincipalHeader.Read(request.Headers[PrincipalHeader.Name].ToString(), municipality.Boards)
            : null;

    /// <summary>Whoever holds a svarslänk gives its code; whoever was writing keeps what they wrote.</summary>
    private static async Task<IResult> AskForCodeAsync(HttpContext http) =>
        await KeptForm.AnswerAsync(
            http, StatusCodes.Status401Unauthorized, "Skriv koden igen", "Det har gått en stund sedan du skrev koden.",
            GuestAddresses.Code)
        ?? Pages.SeeOther(GuestAddresses.Code);

    /// <summary>Whoever was reading signs in and reads on; whoever was writing keeps what they wrote.</summary>
    private async Task<IResult> SignInAsync(HttpContext http)
    {
        if (http.Request.IsApi())
            return Problems.NotSignedIn();
        return await KeptForm.AnswerAsync(
                http, StatusCodes.Status401Unauthorized, "Du är inte längre inloggad", "Din inloggning har gått ut.",
                SignInAt("/inloggad"))
            ?? Results.Redirect(SignInAt(ComeBackTo(http.Request)));
    }

    private string SignInAt(string comeBackTo) =>
        $"{_loginPath}?post_login_redirect_uri={Uri.EscapeDataString(comeBackTo)}";

    /// <summary>Only an address of our own, and only one that may be read again after signing in.</summary>
    private static string ComeBackTo(HttpRequest request)
    {
        var path = request.Path.ToUriComponent();
        var isReading = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        return isReading && path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal)
            && !path.Contains('\\')
            ? path + request.QueryString.ToUriComponent()
            : "/";
    }

    private Task RefuseAsync(FunctionContext context, HttpContext http, SignedInUser user)
    {
        if (logger.IsEnabled(LogLevel.Information))
            WebLog.NotAllowed(
                logger, context.FunctionDefinition.Name, string.Join(',', user.Roles.Select(RoleNames.Claim)));
        return GateAnswers.With(
            context, GateAnswers.For(http, StatusCodes.Status403Forbidden, new Refusal(WebRefusals.Forbidden)));
    }
}
