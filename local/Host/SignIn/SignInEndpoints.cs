using Oversight.Local.Host.Pages;

namespace Oversight.Local.Host.SignIn;

/// <summary>/.auth as the platform has it, with a page of our own in place of Entra ID's.</summary>
internal sealed class SignInEndpoints(SignInCookie cookie, SignInChoices choices) : ILocalEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/.auth/login/local", (HttpRequest request) =>
            LocalPage.Show("Logga in", SignInPage.Body(choices, request.Query["post_login_redirect_uri"], [])));
        routes.MapGet("/.auth/login/{provider:regex(^(aad)$)}", (HttpRequest request) =>
            Results.Redirect("/.auth/login/local" + request.QueryString));
        routes.MapPost("/.auth/login/local", SignInAsync);
        routes.MapGet("/.auth/me", Me);
        routes.MapMethods("/.auth/logout", ["GET", "POST"], SignOut);
        routes.MapGet("/.auth/logout/complete", () => LocalPage.Show("Du är utloggad", SignInPage.SignedOut));
    }

    private async Task<IResult> SignInAsync(HttpContext http, CancellationToken cancellation)
    {
        var (form, refusal) = await LocalForm.ReadAsync(http.Request, cancellation);
        if (form is null)
            return refusal!;
        string? redirect = form["post_login_redirect_uri"].FirstOrDefault()
            ?? http.Request.Query["post_login_redirect_uri"];
        var (person, errors) = SignInForm.Read(form, choices);
        if (person is null)
            return LocalPage.Show("Logga in", SignInPage.Body(choices, redirect, errors),
                StatusCodes.Status400BadRequest);

        cookie.SignIn(http, person);
        return LocalPage.SeeOther(LocalRedirect.Or(redirect));
    }

    private IResult Me(HttpContext http)
    {
        if (cookie.Read(http) is not { } person)
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        return Results.Json(new[]
        {
            new
            {
                provider_name = "aad",
                user_id = person.User,
                user_claims = PrincipalHeaders.Claims(person)
                    .Select(claim => new { typ = claim.Type, val = claim.Value }),
            },
        });
    }

    private IResult SignOut(HttpContext http)
    {
        cookie.SignOut(http);
        return Results.Redirect(
            LocalRedirect.Or(http.Request.Query["post_logout_redirect_uri"], "/.auth/logout/complete"));
    }
}
