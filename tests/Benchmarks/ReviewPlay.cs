using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Reviews;
using Oversight.Functions.Storage;
using Oversight.Testkit;

namespace Oversight.Benchmarks;

/// <summary>
/// Reviews from the decision to the approved åtgärdsplan: how many in a minute, and what each operation costs in
/// storage calls.
/// </summary>
internal static class ReviewPlay
{
    private const int Played = 12;
    private const int AtOnce = 4;
    private const int AimOfCalls = 8;
    private const string Requirement = "kontaktvagar";
    private static int _number;

    private static readonly (string Operation, object Body)[] Way =
    [
        ("set-scope", new { requirements = new[] { Requirement }, methods = new[] { "besok" },
            reason = "Efter synpunkterna." }),
        ("judge", new { requirement = Requirement, fulfilment = "notMet", source = "akter",
            evidence = "Ingen svarade." }),
        ("add-finding", new { requirement = Requirement, category = "kommunikationsvagar", severity = 2,
            text = "Svarar inte." }),
        ("ask-supplement", new { asked = "Rutinen." }),
        ("receive-supplement", new { number = 1, receivedOn = "2027-01-15", answer = "Rutinen." }),
        ("communicate", new { waived = true, reason = "Brådskar." }),
        ("establish", new { summary = "En brist." }),
        ("ask-plan", new { }),
        ("add-measure", new { finding = 1, what = "Ny växel.", responsible = "Chef", due = "2027-06-01" }),
        ("approve-plan", new { reason = "Bra." }),
    ];

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
        var unit = (await Seed.ProviderAsync(app)).UnitId;
        using var reviewer = await app.SignInAsync("bo", Role.QualityDeveloper);
        using var registrar = await app.SignInAsync("rut", Role.Registrar);
        var counted = await DecideAsync(app, unit);
        await app.Clock.AdvanceByAsync("PT2M");
        // The first makes tables and reads what is kept for all later ones.
        await StartAsync(reviewer, registrar, counted);
        foreach (var (operation, body) in Way)
            await DoAsync(reviewer, counted, operation, body);
        counted = await DecideAsync(app, unit);
        await app.Clock.AdvanceByAsync("PT2M");
        await StartAsync(reviewer, registrar, counted);
        foreach (var (operation, body) in Way)
        {
            var version = await VersionAsync(reviewer, counted);
            calls.Take();
            await SendAsync(reviewer, counted, operation, body, version);
            var row = calls.Take().InARow();
            report.Add("Calls to storage of a review's operation", ["operation", "in a row", "aim", "holds", "which"],
            [
                operation, $"{row.Count}", $"at most {AimOfCalls}", row.Count <= AimOfCalls ? "yes" : "NO",
                string.Join(", ", row.Select(call => call.Name)),
            ]);
        }

        var ids = new List<string>();
        for (var number = 0; number < Played; number++)
            ids.Add(await DecideAsync(app, unit));
        await app.Clock.AdvanceByAsync("PT2M");
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (id, _) =>
        {
            await StartAsync(reviewer, registrar, id);
            foreach (var (operation, body) in Way)
                await DoAsync(reviewer, id, operation, body);
        });
        // Until every document and letter is made, too.
        await app.Clock.AdvanceByAsync("PT1S");
        report.Add("Reviews played", ["what", "reviews", "at once", "in a minute"],
        [
            "decision to approved plan, documents and letters included", $"{Played}", $"{AtOnce}",
            (Played / watch.Elapsed.TotalMinutes).ToString("0.0", CultureInfo.InvariantCulture),
        ]);
    }

    private static async Task StartAsync(HttpClient reviewer, HttpClient registrar, string id)
    {
        await DoAsync(reviewer, id, "start", new { });
        await registrar.OpenCaseAsync(id);
    }

    private static async Task DoAsync(HttpClient reviewer, string id, string operation, object body) =>
        await SendAsync(reviewer, id, operation, body, await VersionAsync(reviewer, id));

    private static async Task<int> VersionAsync(HttpClient reviewer, string id) =>
        JsonNode.Parse(await reviewer.GetStringAsync($"/api/v1/reviews/{id}"))!["version"]!.GetValue<int>();

    private static async Task<string> DecideAsync(AppFixture app, string unit)
    {
        using var reporter = await app.SignInAsync("anna", Role.CaseOfficer);
        using var assessor = await app.SignInAsync("bo", Role.QualityDeveloper);
        using var chief = await app.SignInAsync("eva", Role.UnitManager);
        using var reported = await PostAsync(
            reporter, "/api/v1/concerns",
            new
            {
                unitId = unit,
                service = "hemtjanst",
                text = $"Ingen kom, nummer {++_number}.",
                occurred = "2027-01-12",
                consequence = "ej-verkstalld"
            }, null);
        var id = JsonNode.Parse(await (await reported.ExpectAsync(HttpStatusCode.Created)).Content
            .ReadAsStringAsync())!["id"]!.GetValue<string>();
        using var proposed = await PostAsync(
            assessor, $"/api/v1/concerns/{id}/actions/assess",
            new
            {
                outcome = "proposeTriggeredReview",
                kind = "klagomal",
                category = "kommunikationsvagar",
                area = "trygghet-sakerhet",
                severity = 4,
                reason = "Flera."
            }, 1);
        await proposed.ExpectAsync(HttpStatusCode.OK);
        using var decided = await PostAsync(chief, $"/api/v1/concerns/{id}/actions/decide", new
        {
            approved = true,
            reason = "Granskas."
        }, 2);
        await decided.ExpectAsync(HttpStatusCode.OK);
        return ReviewIds.OfConcern(Id.FromValue(id)).Value;
    }

    private static async Task SendAsync(HttpClient client, string id, string operation, object body, int version)
    {
        using var done = await PostAsync(client, $"/api/v1/reviews/{id}/actions/{operation}", body, version);
        await done.ExpectAsync(HttpStatusCode.OK);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, object body, int? version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", $"play-{Interlocked.Increment(ref _number)}");
        if (version is { } seen)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"v{seen}\"");
        return await client.SendAsync(request);
    }
}
