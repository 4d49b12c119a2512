using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Storage;
using Oversight.Testkit;

namespace Oversight.Benchmarks;

/// <summary>
/// How many calls to storage a command makes until it is answered, in all and one after the other. Storage stands so
/// far away that calls side by side overlap; of several rounds the middle one counts, since timers of the application
/// read in between.
/// </summary>
internal static class Trips
{
    private const int Rounds = 5;
    private const string Board = "aldrenamnden";
    private const string Plan = $"/api/v1/plans/{Board}/2027";
    private static readonly TimeSpan Distance = TimeSpan.FromMilliseconds(40);
    private static readonly string[] Head =
        ["what", "calls in all", "in a row", "of them writes in a row", "which in a row"];
    private static int _number;

    public static async Task MeasureAsync(Report report)
    {
        using var calls = new StorageCalls();
        var storage = await SharedAzurite.NewAccountAsync();
        await using var app = await AppFixture.StartAsync(new AppOptions
        {
            StorageConnectionString = storage,
            Services = services =>
                services.AddSingleton(new StoreOptions { ConnectionString = storage, Transport = calls }),
        });
        var seed = await Seed.ProviderAsync(app);
        using var reporter = await app.SignInAsync("anna", Role.CaseOfficer);
        using var assessor = await app.SignInAsync("bo", Role.QualityDeveloper);
        using var owner = await app.SignInAsync("owner", Role.ProcessOwner);
        using var administrator = await app.SignInAsync("adm", Role.Administrator);
        using var drafted = await assessor.PostAsJsonAsync("/api/v1/plans", new { board = Board, year = 2027 });
        await drafted.ExpectAsync(HttpStatusCode.Created);
        var provider = await ReadAsync(administrator, $"/api/v1/providers/{seed.ProviderId}");
        var agreement = Text(provider["agreements"]![0]!, "id");
        var target = await TargetAsync(administrator);

        List<string> concerns = [];
        await CountAsync("a concern taken in", async () => concerns.Add(await ReportAsync(reporter, seed.UnitId)));
        var assessed = 0;
        await CountAsync("its assessment", () => ChangeAsync(
            assessor, HttpMethod.Post, $"/api/v1/concerns/{concerns[assessed++]}/actions/assess", 1,
            new
            {
                outcome = "nextDialogue",
                kind = "klagomal",
                category = "kommunikationsvagar",
                area = "trygghet-sakerhet",
                severity = 3,
                reason = "Tas upp på nästa dialog.",
            }));
        var seen = 0;
        await CountAsync(
            "a plan adopted, with its documents", () => AdoptAsync(app, owner, seen),
            async () => seen = await OpenAgainAsync(owner));
        List<JsonNode> units = [];
        await CountAsync("a unit registered",
            async () => units.Add(await UnitAsync(administrator, seed.ProviderId, agreement)));
        var taken = 0;
        await CountAsync("a unit taken over", () => ChangeAsync(
            administrator, HttpMethod.Post, $"/api/v1/units/{Text(units[taken], "unitId")}/actions/take-over",
            units[taken++]["version"]!.GetValue<int>(), new
            {
                providerId = target.Provider,
                agreementId = target.Agreement,
                from = "2027-01-01"
            }));

        async Task CountAsync(string what, Func<Task> act, Func<Task>? before = null)
        {
            var rounds = new List<IReadOnlyList<StorageCall>>();
            // The first of each makes tables and reads what is kept for all later ones.
            for (var round = -1; round < Rounds; round++)
            {
                if (before is not null)
                    await before();
                calls.Distance = round < 0 ? TimeSpan.Zero : Distance;
                calls.Take();
                await act();
                if (round >= 0)
                    rounds.Add(calls.Take());
                calls.Distance = TimeSpan.Zero;
            }

            var middle = rounds.OrderBy(round => round.InARow().Count).ThenBy(round => round.Count)
                .ElementAt(Rounds / 2);
            var row = middle.InARow();
            report.Add("Calls to storage until the answer", Head,
            [
                what, $"{middle.Count}", $"{row.Count}",
                $"{row.Count(call => !call.Name.StartsWith("GET", StringComparison.Ordinal))}",
                string.Join(", ", row.Select(call => call.Name)),
            ]);
            report.Note(
                $"{what}: in all {string.Join(", ", rounds.Select(round => round.Count))}; in a row "
                    + $"{string.Join(", ", rounds.Select(round => round.InARow().Count))}");
        }
    }

    private static async Task<string> ReportAsync(HttpClient reporter, string unit)
    {
        var number = Interlocked.Increment(ref _number);
        var concern = new
        {
            unitId = unit,
            service = "hemtjanst",
            text = $"Hemtjänsten uteblev, nummer {number}.",
            occurred = "2027-01-12",
            consequence = "ej-verkstalld",
        };
        return Text(await SendAsync(reporter, HttpMethod.Post, "/api/v1/concerns", concern, HttpStatusCode.Created),
            "id");
    }

    private static Task<JsonNode> UnitAsync(HttpClient administrator, string provider, string agreement) => SendAsync(
        administrator, HttpMethod.Post, $"/api/v1/providers/{provider}/units",
        new
        {
            agreementId = agreement,
            name = $"Enheten {Interlocked.Increment(ref _number)}",
            services = new[] { "hemtjanst" },
            validFrom = "2024-01-01",
            customers = 40,
            countedOn = "2026-12-01",
            managerName = "Gun G",
            managerFrom = "2024-01-01",
        },
        HttpStatusCode.Created);

    /// <summary>Another provider with an agreement, for units to go to.</summary>
    private static async Task<(string Provider, string Agreement)> TargetAsync(HttpClient administrator)
    {
        var provider = await SendAsync(
            administrator, HttpMethod.Post, "/api/v1/providers", new
            {
                name = "Omsorg Norr AB",
                number = "556036-0793",
                ownership = "privat"
            },
            HttpStatusCode.Created);
        var signed = await SendAsync(
            administrator, HttpMethod.Post, $"/api/v1/providers/{Text(provider, "providerId")}/actions/sign-agreement",
            new
            {
                form = "kundval",
                area = "hemtjanst",
                board = Board,
                services = new[] { "hemtjanst" },
                targetGroups = new[] { "aldre" },
                validFrom = "2024-01-01",
            },
            HttpStatusCode.OK, provider["version"]!.GetValue<int>());
        return (Text(provider, "providerId"), Text(signed["agreements"]![0]!, "id"));
    }

    private static Task<JsonNode> AdoptAsync(AppFixture app, HttpClient owner, int seen) => ChangeAsync(
        owner, HttpMethod.Post, $"{Plan}/actions/adopt", seen,
        new
        {
            version = 1,
            adoptedOn = app.Clock.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            reason = $"Beslut {Interlocked.Increment(ref _number)}.",
        });

    /// <summary>So that it can be adopted once more.</summary>
    /// <returns>The version of the stream.</returns>
    private static async Task<int> OpenAgainAsync(HttpClient owner)
    {
        var page = await owner.GetPageAsync($"/arsplan/{Board}/2027");
        if (page.QuerySelector("form[action$='/revidera']") is not null)
        {
            var form = await owner.GetFormAsync($"/arsplan/{Board}/2027", "form[action$='/revidera']");
            using var opened = await form.With("reason", $"Öppnas {Interlocked.Increment(ref _number)}.").SubmitAsync();
            await opened.ExpectAsync(HttpStatusCode.SeeOther);
        }

        using var plan = await owner.GetAsync(Plan);
        await plan.ExpectAsync(HttpStatusCode.OK);
        return int.Parse(plan.Headers.ETag!.Tag.Trim('"', 'v'), CultureInfo.InvariantCulture);
    }

    private static Task<JsonNode> ChangeAsync(
        HttpClient client, HttpMethod method, string path, int version, object body) =>
        SendAsync(client, method, path, body, HttpStatusCode.OK, version);

    private static async Task<JsonNode> SendAsync(
        HttpClient client, HttpMethod method, string path, object body, HttpStatusCode expected, int? version = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", $"trip-{Interlocked.Increment(ref _number)}");
        if (version is { } seen)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"v{seen}\"");
        using var response = await client.SendAsync(request);
        await response.ExpectAsync(expected);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private static async Task<JsonNode> ReadAsync(HttpClient client, string path) =>
        JsonNode.Parse(await client.GetStringAsync(path))!;

    private static string Text(JsonNode node, string property) => node[property]!.GetValue<string>();
}
