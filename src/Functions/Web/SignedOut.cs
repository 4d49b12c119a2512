using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Web;

/// <summary>
/// The way out: what pages keep in the browser is taken away, then the platform signs out. Its own address cannot be
/// given the header.
/// </summary>
public static class SignedOut
{
    public const string Address = "/logga-ut";
    private const string Platform = "/.auth/logout?post_logout_redirect_uri=%2F";

    [Function("SignedOut_Leave")]
    [Open("Whoever is signed out already may leave once more.")]
    public static IResult Leave(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "logga-ut")] HttpRequest request)
    {
        // A link or a picture on another site shall not take away what somebody is writing.
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
            return Pages.SeeOther("/");
        request.HttpContext.Response.Headers["Clear-Site-Data"] = "\"storage\"";
        return Pages.SeeOther(Platform);
    }
}
