using Oversight.Local.Host.Pages;

namespace Oversight.Local.Host.SignIn;

/// <summary>
/// What is under /.local tells of the application, so it is for those who have signed in; an address that does not is
/// marked as open (<see cref="OpenToAnybody"/>). The pages under /.auth are how one signs in.
/// </summary>
internal static class SignInRequired
{
    public static Task AskAsync(HttpContext http, RequestDelegate next)
    {
        var asks = http.Request.Path.StartsWithSegments("/.local")
            && http.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<OpenToAnybody>() is null
            && http.RequestServices.GetRequiredService<SignInCookie>().Read(http) is null;
        return asks ? Refusal(http.Request).ExecuteAsync(http) : next(http);
    }

    private static IResult Refusal(HttpRequest request)
    {
        var isBrowser = HttpMethods.IsGet(request.Method)
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        return isBrowser
            ? LocalPage.SeeOther("/.auth/login/local"
                + QueryString.Create("post_login_redirect_uri", request.Path + request.QueryString))
            : LocalPage.Problem(StatusCodes.Status401Unauthorized, "Logga in först (/.auth/login/local).",
                "sign-in.required");
    }
}
