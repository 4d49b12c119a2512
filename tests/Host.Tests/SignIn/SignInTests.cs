using System.Net;
using System.Text;
using System.Text.Json;
using Oversight.Functions.Identity;
using Oversight.Testkit;

namespace Oversight.Host.Tests.SignIn;

public sealed class SignInTests : IAsyncLifetime
{
    private AppFixture _app = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _app = await AppFixture.StartAsync(new()
    {
        Application = TestApplication.Of(typeof(PrincipalFunctions)),
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Signing_in_gives_the_application_the_principal_of_the_platform()
    {
        using var client = await _app.SignInAsync("anna", [Role.CaseOfficer, Role.Procurement], ["aldrenamnden"]);
        using var principal = JsonDocument.Parse(
            Convert.FromBase64String(await client.GetStringAsync("/principal", Cancellation)));
        principal.RootElement.GetProperty("auth_typ").GetString().ShouldBe("aad");
        principal.RootElement.GetProperty("role_typ").GetString().ShouldBe("roles");
        var claims = principal.RootElement.GetProperty("claims").EnumerateArray()
            .Select(claim => (claim.GetProperty("typ").GetString(), claim.GetProperty("val").GetString()))
            .ToList();
        claims.ShouldContain(("http://schemas.microsoft.com/identity/claims/objectidentifier", "anna"));
        claims.ShouldContain(("roles", "handlaggare"));
        claims.ShouldContain(("roles", "inkop"));
        claims.ShouldContain(("board", "aldrenamnden"));
        claims.ShouldNotContain(("board", "socialnamnden"));
    }

    [Fact]
    public async Task The_cookie_is_kept_from_scripts_and_other_sites()
    {
        using var client = _app.Anonymous();
        using var response = await PostAsync(client, ("user", "anna"), ("role", "handlaggare"));
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
    }

    [Fact]
    public async Task A_cookie_that_was_tampered_with_is_nobody()
    {
        using var client = _app.Anonymous();
        using var response = await PostAsync(client, ("user", "anna"), ("role", "handlaggare"));
        var (name, value) = response.Headers.GetValues("Set-Cookie").Single().Split(';')[0]
            .Split('=', 2) is [var n, var v] ? (n, v) : default;
        var forged = Convert.ToBase64String(
            Encoding.UTF8.GetBytes("""{"user":"anna","name":"anna","roles":["administrator"],"boards":[]}"""))
            .TrimEnd('=') + "." + value.Split('.')[1];

        using var stranger = new HttpClient(new SocketsHttpHandler { UseCookies = false })
        { BaseAddress = _app.Address };
        stranger.DefaultRequestHeaders.Add("Cookie", $"{name}={forged}");
        (await stranger.GetStringAsync("/principal", Cancellation)).ShouldBeEmpty();
        stranger.DefaultRequestHeaders.Remove("Cookie");
        stranger.DefaultRequestHeaders.Add("Cookie", $"{name}=%%%");
        (await stranger.GetStringAsync("/principal", Cancellation)).ShouldBeEmpty();
        stranger.DefaultRequestHeaders.Remove("Cookie");
        stranger.DefaultRequestHeaders.Add("Cookie", $"{name}={value}");
        (await stranger.GetStringAsync("/principal", Cancellation)).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("role", "rektor", "rektor")]
    [InlineData("board", "byggnadsnamnden", "byggnadsnamnden")]
    [InlineData("user", "åsa <b>", "användarnamn")]
    [InlineData("role", "<script>alert(1)</script>", "&lt;script&gt;")]
    public async Task An_unknown_role_or_board_is_refused_with_a_message(string field, string value, string expected)
    {
        using var client = _app.Anonymous();
        var fields = new Dictionary<string, string>
        { ["user"] = "anna", ["role"] = "handlaggare", ["board"] = "aldrenamnden", [field] = value };
        using var response = await client.PostFormAsync("/.auth/login/local", fields);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldContain(expected);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/synpunkter/ny?x=1", "/synpunkter/ny?x=1")]
    [InlineData("https://example.org/", "/")]
    [InlineData("//example.org", "/")]
    [InlineData("/\\example.org", "/")]
    [InlineData("/\t/example.org", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("", "/")]
    public async Task After_signing_in_only_an_address_of_our_own_is_gone_to(string wanted, string expected)
    {
        using var client = _app.Anonymous();
        using var response = await PostAsync(client, ("user", "anna"), ("role", "handlaggare"),
            ("post_login_redirect_uri", wanted));
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        response.Headers.Location!.OriginalString.ShouldBe(expected);
    }

    [Fact]
    public async Task Who_one_is_can_be_asked_until_one_signs_out()
    {
        using var client = await _app.SignInAsync("anna", Role.Registrar);
        using (var me = JsonDocument.Parse(await client.GetStringAsync("/.auth/me", Cancellation)))
            me.RootElement[0].GetProperty("user_id").GetString().ShouldBe("anna");

        using var signOut = await client.GetAsync("/.auth/logout?post_logout_redirect_uri=https://example.org",
            Cancellation);
        signOut.Headers.Location!.OriginalString.ShouldBe("/.auth/logout/complete");
        using var afterwards = await client.GetAsync("/.auth/me", Cancellation);
        afterwards.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await client.GetStringAsync("/principal", Cancellation)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("user=a%00b&role=handlaggare")]
    [InlineData(null)]
    public async Task A_form_that_cannot_be_read_is_refused(string? body)
    {
        using var client = _app.Anonymous();
        using var content = new StringContent(
            body ?? string.Join('&', Enumerable.Repeat("role=handlaggare", 2000)), Encoding.UTF8,
            "application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/.auth/login/local") { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var response = await client.SendAsync(request, Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Another_site_cannot_sign_somebody_in()
    {
        using var client = _app.Anonymous();
        client.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var response = await PostAsync(client, ("user", "anna"), ("role", "administrator"));
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        client.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        client.DefaultRequestHeaders.Add("Origin", "https://example.org");
        using var older = await PostAsync(client, ("user", "anna"), ("role", "administrator"));
        older.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_page_offers_a_person_for_every_role_with_one_click()
    {
        using var client = _app.Anonymous();
        using var viaPlatformAddress = await client.GetAsync("/.auth/login/aad?post_login_redirect_uri=%2Frisk",
            Cancellation);
        viaPlatformAddress.Headers.Location!.OriginalString.ShouldBe(
            "/.auth/login/local?post_login_redirect_uri=%2Frisk");

        var page = await client.GetPageAsync("/.auth/login/local?post_login_redirect_uri=%2Frisk");
        var forms = page.QuerySelectorAll("main li form");
        // The system is nobody, and a provider comes in by a svarslänk.
        forms.Length.ShouldBe(Enum.GetValues<Role>().Except([Role.System, Role.Provider]).Count());
        foreach (var form in forms)
        {
            using var someone = _app.Anonymous();
            var fields = form.QuerySelectorAll("input")
                .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!));
            using var response = await someone.PostFormAsync("/.auth/login/local", fields);
            response.Headers.Location!.OriginalString.ShouldBe("/risk");
        }
    }

    [Fact]
    public async Task The_roles_are_those_that_the_application_knows_under_the_same_titles()
    {
        var page = await _app.Anonymous().GetPageAsync("/.auth/login/local");
        var offered = page.QuerySelectorAll("input[name=role][type=checkbox]")
            .Select(box => (box.GetAttribute("value"), page.QuerySelector($"label[for='{box.Id}']")!.TextContent));
        offered.ShouldBe(RoleNames.All.Select(role => ((string?)RoleNames.Claim(role), RoleNames.Title(role))));
    }

    [Fact]
    public async Task A_restart_signs_nobody_out()
    {
        using var client = await _app.SignInAsync("anna", Role.Registrar);
        await _app.RestartAsync();
        (await client.GetStringAsync("/principal", Cancellation)).ShouldNotBeEmpty();
    }

    private static Task<HttpResponseMessage> PostAsync(
        HttpClient client, params (string Name, string Value)[] fields) =>
        client.PostFormAsync("/.auth/login/local",
            fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
