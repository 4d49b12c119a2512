using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Providers;

/// <summary>The register as a caller of the API uses it.</summary>
internal sealed class RegisterDriver(HttpClient client)
{
    private static int _serial = 550_000_000;

    public HttpClient Client => client;

    /// <summary>A valid organisationsnummer that no other test uses.</summary>
    public static string NextNumber()
    {
        var body = Interlocked.Add(ref _serial, 7).ToString(CultureInfo.InvariantCulture);
        var safe = $"55{Math.Max(2, body[2] - '0')}{body[3..]}";
        return Enumerable.Range(0, 10).Select(check => $"{safe}{check}")
            .First(number => Oversight.Providers.OrganisationNumber.TryParse(number, out _));
    }

    public async Task<JsonElement> ProviderAsync(
        string name = "Omsorg AB", string? number = null, string ownership = "privat") =>
        await JsonAsync(await PostAsync("/api/v1/providers", new { name, number = number ?? NextNumber(), ownership }),
            HttpStatusCode.Created);

    public async Task<JsonElement> AgreementAsync(JsonElement provider, object? agreement = null) => await JsonAsync(
        await PostAsync($"/api/v1/providers/{Text(provider, "providerId")}/actions/sign-agreement",
            agreement ?? Agreement(), provider.GetProperty("version").GetInt32()),
        HttpStatusCode.OK);

    public async Task<JsonElement> UnitAsync(JsonElement provider, string name = "Enheten", object? unit = null)
    {
        var id = Text(provider, "providerId");
        return await JsonAsync(
            await PostAsync($"/api/v1/providers/{id}/units", unit ?? Unit(AgreementId(provider), name)),
            HttpStatusCode.Created);
    }

    public static object Agreement(string form = "kundval", string board = "aldrenamnden", string? validTo = null,
        string? responsibleDelegate = null) => new
        {
            form,
            area = "hemtjanst",
            board,
            services = new[] { "hemtjanst", "avlosning" },
            targetGroups = new[] { "aldre" },
            validFrom = "2024-01-01",
            validTo,
            responsibleDelegate,
        };

    public static object Unit(string agreementId, string name = "Enheten", string? managerName = null) => new
    {
        agreementId,
        name,
        services = new[] { "hemtjanst" },
        validFrom = "2024-01-01",
        customers = 40,
        children = 0,
        countedOn = "2026-12-01",
        managerName,
        managerFrom = managerName is null ? null : "2024-01-01",
    };

    public static string AgreementId(JsonElement provider) =>
        provider.GetProperty("agreements")[0].GetProperty("id").GetString()!;

    public static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;

    public Task<HttpResponseMessage> PostAsync(string path, object body, int? version = null, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (version is { } expected)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"v{expected}\"");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request);
    }

    public Task<HttpResponseMessage> ImportAsync(byte[] file, string? key = null)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new("text/csv");
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports") { Content = content };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request);
    }

    public async Task<string> ExportAsync() =>
        Encoding.UTF8.GetString(await client.GetByteArrayAsync("/api/v1/providers/export"));

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        await response.ExpectAsync(expected);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static async Task<string> CodeAsync(
        HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.UnprocessableEntity) =>
        (await JsonAsync(response, expected)).GetProperty("code").GetString()!;
}
