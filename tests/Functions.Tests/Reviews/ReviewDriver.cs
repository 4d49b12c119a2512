using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Oversight.Functions.Reviews;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Reviews;

/// <summary>Somebody who works on one review over the API.</summary>
internal sealed class ReviewDriver(HttpClient client, string id)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What a review because of concerns is closed with.</summary>
    public static object Closing { get; } = new
    {
        reason = "Inget återstår.",
        decided = "Verksamheten skulle åtgärda bristen.",
        became = "Bristen är åtgärdad.",
    };

    public string Id => id;

    public int Version { get; private set; }

    /// <summary>The review that comes of a concern on which the enhetschef decides, once it is there.</summary>
    public static async Task<string> TriggerAsync(
        ConcernApp world, string board = ConcernApp.Social, object? concern = null, HttpClient? by = null)
    {
        var reporter = by ?? await world.SomebodyAsync(Role.CaseOfficer);
        var of = await world.ReportAsync(reporter, concern);
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper, board);
        using var assessed = await ConcernApp.AssessAsync(assessor, of,
            ConcernApp.Assessment("proposeTriggeredReview", "Allvarligt.", 4));
        await assessed.ExpectAsync(HttpStatusCode.OK);
        var chief = await world.SomebodyAsync(Role.UnitManager, board);
        using var decided = await SendAsync(
            chief, $"/api/v1/concerns/{of}/actions/decide", new { approved = true, reason = "Granskas." }, 2);
        await decided.ExpectAsync(HttpStatusCode.OK);
        // What follows the decision is made up for within a minute at the latest.
        await world.App.Clock.AdvanceByAsync("PT2M");
        return ReviewIds.OfConcern(Oversight.Id.FromValue(of)).Value;
    }

    /// <summary>Begins, and the registrator opens the ärende.</summary>
    public async Task StartAsync(ConcernApp world, string board = ConcernApp.Social)
    {
        await DoAsync("start");
        using var registrar = await world.SomebodyAsync(Role.Registrar, board);
        await registrar.OpenCaseAsync(id);
    }

    public async Task<JsonNode> ReadAsync()
    {
        using var response = await client.GetAsync($"/api/v1/reviews/{id}", Cancellation);
        await response.ExpectAsync(HttpStatusCode.OK);
        var read = await response.ReadJsonAsync();
        Version = read["version"]!.GetValue<int>();
        return read;
    }

    /// <summary>What must be done.</summary>
    public async Task<JsonNode> DoAsync(string operation, object? body = null)
    {
        await ReadAsync();
        using var response = await TryAsync(operation, body);
        await response.ExpectAsync(HttpStatusCode.OK);
        return await response.ReadJsonAsync();
    }

    public async Task DoAsync(string operation, object body, HttpStatusCode expected)
    {
        await ReadAsync();
        using var response = await TryAsync(operation, body);
        await response.ExpectAsync(expected);
    }

    /// <summary>
    /// The enhetschef decides on what the review waits for of IVO: reported at once, so that it can be closed.
    /// </summary>
    public async Task ReportToIvoAsync(ConcernApp world, string board = ConcernApp.Social)
    {
        using var chief = await world.SomebodyAsync(Role.UnitManager, board);
        foreach (var position in await Referrals.Positions.OfAsync(chief, id))
        {
            if (position.Status != "open")
                continue;
            await position.DoAsync(
                "decide", new { report = true, ground = "allvarliga-brister", reason = "Allvarligt." });
            var today = world.App.Clock.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            await position.DoAsync("record-report", new { reportedOn = today, number = "IVO 2027-1" });
        }
    }

    /// <summary>
    /// A marked suspicion is answered: the enhetschef decides that nothing goes to another authority.
    /// </summary>
    public async Task DeclineReferralAsync(ConcernApp world, string board = ConcernApp.Social)
    {
        await DoAsync("propose-referral", new
        {
            recipient = "polisen",
            ground = "lag-2025-170",
            data = new[] { "ekonomi" },
            fields = "Fakturorna",
            weighing = "Polisen har dem redan.",
        });
        using var chief = await world.SomebodyAsync(Role.UnitManager, board);
        var referral = (await Referrals.Positions.ReferralsAsync(chief, id)).ShouldHaveSingleItem();
        await referral.DoAsync("decide", new { handOver = false, reason = "Polisen har uppgifterna." });
    }

    public Task<HttpResponseMessage> TryAsync(string operation, object? body = null, int? version = null) =>
        SendAsync(client, $"/api/v1/reviews/{id}/actions/{operation}", body ?? new { }, version ?? Version);

    public static async Task<HttpResponseMessage> SendAsync(HttpClient by, string address, object body, int version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"v{version}\"");
        return await by.SendAsync(request, Cancellation);
    }
}
