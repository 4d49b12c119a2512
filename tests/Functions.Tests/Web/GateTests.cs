using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Oversight.Functions.Web;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Web;

/// <summary>
/// What stands between the world and a function: who, from where, how much, and what every answer carries.
/// </summary>
public sealed class GateTests(AppFixture app) : IClassFixture<AppFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_who_is_not_signed_in_is_sent_to_sign_in_and_back_again()
    {
        using var response = await app.Anonymous().GetAsync("/drift/meddelanden?sida=2", Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString()
            .ShouldBe("/.auth/login/aad?post_login_redirect_uri=%2Fdrift%2Fmeddelanden%3Fsida%3D2");
    }

    [Fact]
    public async Task A_principal_header_from_outside_signs_nobody_in()
    {
        var client = app.Anonymous();
        client.DefaultRequestHeaders.Add(
            "X-MS-CLIENT-PRINCIPAL",
            Convert.ToBase64String(
                Encoding.UTF8.GetBytes(
                    """{"claims":[{"typ":"oid","val":"1"},{"typ":"roles","val":"administrator"}]}""")));

        using var response = await client.GetAsync("/drift", Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Where_the_platform_signs_nobody_in_its_header_is_not_believed()
    {
        await using var open = await AppFixture.StartAsync(
            new() { Settings = new Dictionary<string, string?> { ["WEBSITE_AUTH_ENABLED"] = "false" } });
        var client = await open.SignInAsync("eva", Role.Administrator);

        using var response = await client.GetAsync("/drift", Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        open.Log.Lines.ShouldContain(line => line.Contains("WEBSITE_AUTH_ENABLED", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_wrong_role_gets_403_without_a_word_of_the_content()
    {
        var client = await app.SignInAsync("eva", Role.CaseOfficer);

        var page = await client.GetPageAsync("/drift", HttpStatusCode.Forbidden);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Du har inte tillgång");
        page.Body!.TextContent.ShouldNotContain("Ombyggnad");
    }

    [Theory]
    [InlineData("cross-site", null)]
    [InlineData("same-site", null)]
    [InlineData("cross-site", "self")]
    [InlineData(null, "http://elak.example")]
    [InlineData(null, "null")]
    [InlineData(null, "self by https")]
    [InlineData(null, "self at another port")]
    [InlineData(null, null)]
    public async Task A_write_that_another_site_may_have_sent_is_refused(string? site, string? origin)
    {
        using var request = Post("/finns-inte", site, origin);
        using var response = await (await app.SignInAsync("eva", Role.CaseOfficer)).SendBareAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldContain("annan webbplats");
    }

    [Theory]
    [InlineData("same-origin", null)]
    [InlineData("none", null)]
    [InlineData(null, "self")]
    public async Task A_write_from_our_own_pages_is_let_through(string? site, string? origin)
    {
        using var request = Post("/finns-inte", site, origin);
        using var response = await (await app.SignInAsync("eva", Role.CaseOfficer)).SendBareAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/api/v1/finns-inte", HttpStatusCode.NotFound)]
    [InlineData("/finns-inte", HttpStatusCode.Forbidden)]
    public async Task A_bearer_token_stands_in_for_the_origin_of_an_API_call_alone(string path, HttpStatusCode expected)
    {
        using var request = Post(path, null, null);
        request.Headers.Authorization = new("Bearer", "abc");
        using var response = await (await app.SignInAsync("eva", Role.CaseOfficer)).SendBareAsync(request);

        response.StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/drift")]
    [InlineData("/finns-inte")]
    [InlineData("/api/v1/concerns")]
    [InlineData("/api/v1/finns-inte")]
    [InlineData("/api/health")]
    [InlineData("/api/openapi.json")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        foreach (var client in new[] { app.Anonymous(), await app.SignInAsync("eva", Role.CaseOfficer) })
        {
            using var response = await client.GetAsync(path, Cancellation);
            Header(response, "Content-Security-Policy").ShouldContain("default-src 'none'");
            Header(response, "Content-Security-Policy").ShouldNotContain("unsafe");
            Header(response, "X-Frame-Options").ShouldBe("DENY");
            Header(response, "X-Content-Type-Options").ShouldBe("nosniff");
            Header(response, "Referrer-Policy").ShouldBe("same-origin");
            Header(response, "Cache-Control").ShouldBe("no-store");
        }
    }

    [Fact]
    public async Task A_page_that_does_not_exist_is_a_page_and_an_API_route_is_a_problem()
    {
        var page = await app.Anonymous().GetPageAsync("/finns/inte", HttpStatusCode.NotFound);
        page.QuerySelectorAll("h1").ShouldHaveSingleItem().TextContent.ShouldBe("Sidan finns inte");
        page.DocumentElement.GetAttribute("lang").ShouldBe("sv");

        using var response = await app.Anonymous().DeleteAsync("/api/v1/finns-inte", Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await CodeAsync(response)).ShouldBe(WebRefusals.NotFound);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_before_it_is_read()
    {
        var client = app.Anonymous();

        using var form = await client.PostAsync("/finns-inte",
            new FormUrlEncodedContent([new("text", new string('a', 2_000_000))]), Cancellation);
        form.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await form.ReadPageAsync()).QuerySelector("h1")!.TextContent.ShouldBe("För stort");

        using var file = await client.PostAsync("/finns-inte", new ByteArrayContent(new byte[27 * 1024 * 1024]),
            Cancellation);
        file.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);

        using var json = await client.PostAsync("/api/v1/finns-inte", Json(new string('a', 2_000_000)), Cancellation);
        json.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await CodeAsync(json)).ShouldBe(WebRefusals.TooLarge);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "text=hej", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", "{long}=1", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=annan", "--x\r\n\r\n--x--\r\n", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data", "--x--\r\n", HttpStatusCode.BadRequest)]
    [InlineData(
        "multipart/form-data; boundary=x",
        "--x\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; "
            + "charset=utf-7\r\n\r\n1\r\n--x--\r\n",
        HttpStatusCode.UnsupportedMediaType)]
    public async Task A_form_that_cannot_be_read_is_refused_in_words_on_every_page_that_takes_one(
        string type, string body, HttpStatusCode expected)
    {
        var (reporter, administrator) = (await app.SignInAsync("eva", Role.CaseOfficer),
            await app.SignInAsync("adam", Role.Administrator));
        foreach (var (client, path) in new[]
        {
            (reporter, "/synpunkter/ny"), (reporter, "/api/v1/concerns"), (administrator, "/anordnare/ny"),
            (administrator, "/anordnare/import"),
        })
        {
            using var content = new ByteArrayContent(
                Encoding.UTF8.GetBytes(body.Replace("{long}", new string('k', 3000), StringComparison.Ordinal)));
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
            request.Headers.Add("Idempotency-Key", "en-nyckel");
            using var response = await client.SendAsync(request, Cancellation);
            response.StatusCode.ShouldBe(expected, path);
            Header(response, "X-Content-Type-Options").ShouldBe("nosniff");
            (await response.Content.ReadAsStringAsync(Cancellation)).ShouldNotContain("UTF-7");
        }
    }

    [Fact]
    public async Task A_style_sheet_is_kept_for_ever_under_its_own_hash()
    {
        var client = app.Anonymous();
        var page = await client.GetPageAsync("/finns-inte", HttpStatusCode.NotFound);
        foreach (var link in page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]"))
        {
            var path = link.GetAttribute("href")!;
            using var response = await client.GetAsync(path, Cancellation);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            Header(response, "Cache-Control").ShouldBe("public, max-age=31536000, immutable");
            response.Content.Headers.ContentType!.MediaType.ShouldBe(
                path.EndsWith(".css", StringComparison.Ordinal) ? "text/css" : "image/svg+xml");

            using var again = new HttpRequestMessage(HttpMethod.Get, path);
            again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
            using var unchanged = await client.SendAsync(again, Cancellation);
            unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        }

        using var old = await client.GetAsync("/assets/0000000000000000/oversight.css", Cancellation);
        old.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Health_tells_states_and_counts_and_no_addresses()
    {
        using var response = await app.Anonymous().GetAsync("/api/health", Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        JsonNode.Parse(text)!["status"]!.GetValue<string>().ShouldBe("good");
        text.ShouldNotContain("127.0.0.1");
        text.ShouldNotContain("http");
    }

    private HttpRequestMessage Post(string path, string? site, string? origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app.Address, path))
        { Content = new FormUrlEncodedContent([]) };
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        if (origin is not null)
            request.Headers.Add("Origin", origin switch
            {
                "self" => app.Address.GetLeftPart(UriPartial.Authority),
                "self by https" => $"https://{app.Address.Authority}",
                "self at another port" => $"http://{app.Address.Host}:{app.Address.Port - 1}",
                _ => origin,
            });
        return request;
    }

    private static StringContent Json(string text) => new($"\"{text}\"", Encoding.UTF8, "application/json");

    private static string Header(HttpResponseMessage response, string name) =>
        string.Join(", ", response.Headers.GetValues(name));

    private static async Task<string> CodeAsync(HttpResponseMessage response)
    {
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["code"]!.GetValue<string>();
    }
}

internal static class BareRequests
{
    /// <summary>Without the headers that the test client otherwise adds.</summary>
    public static Task<HttpResponseMessage> SendBareAsync(this HttpClient client, HttpRequestMessage request)
    {
        client.DefaultRequestHeaders.Clear();
        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
