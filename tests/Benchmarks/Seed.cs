using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Oversight.Functions.Providers;
using Oversight.Providers.Import;
using Oversight.Testkit;

namespace Oversight.Benchmarks;

internal static class Seed
{
    public const string Board = "aldrenamnden";

    /// <summary>A provider with one unit, by a file as anybody would bring it; the unit's id.</summary>
    public static async Task<string> UnitAsync(AppFixture app) => (await ProviderAsync(app)).UnitId;

    public static async Task<(string ProviderId, string UnitId)> ProviderAsync(AppFixture app)
    {
        using var administrator = await app.SignInAsync("adm", Role.Administrator);
        string[] cells =
        [
            "556016-0680", "Omsorg AB", "privat", "", "kundval", "hemtjanst", Board, "hemtjanst", "aldre", "2024-01-01",
            "", "", "", "", "Enheten", "Storgatan 1", "Hemtjänst", "", "2024-01-01", "", "10", "0", "2026-12-01", "nej",
            "", "", "Gun G", "2024-01-01", "", "",
        ];
        using var file = new ByteArrayContent(
            RegisterCsv.Write(new RegisterTable(RegisterColumns.All, [new RegisterLine(2, cells)])));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using (var imported = await administrator.PostAsync("/api/v1/imports", file))
            await imported.ExpectAsync(HttpStatusCode.Created);
        var providers = await ReadAsync(administrator, "/api/v1/providers");
        var provider = providers["items"]![0]!["providerId"]!.GetValue<string>();
        var units = await ReadAsync(administrator, $"/api/v1/providers/{provider}");
        return (provider, units["units"]![0]!["unitId"]!.GetValue<string>());
    }

    private static async Task<JsonNode> ReadAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        await response.ExpectAsync(HttpStatusCode.OK);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
