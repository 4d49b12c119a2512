using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Providers;
using Oversight.Functions.Risk;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Planning;
using Oversight.Providers;
using Oversight.Risk;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Planning.RegisterSeed;

namespace Oversight.Functions.Tests.Risk;

[Trait("Requirement", "R53")]
public sealed class RiskOverHttpTests(RiskOverHttpTests.World world) : IClassFixture<RiskOverHttpTests.World>
{
    private readonly AppFixture _app = world.App;

    [Fact]
    public async Task The_API_ranks_the_units_of_the_callers_boards_with_every_point_explained()
    {
        using var client = await _app.SignInAsync("kvalitet", Role.QualityDeveloper, "socialnamnden");

        var answer = await JsonAsync(client, "/api/v1/risk");

        var items = answer.GetProperty("items").EnumerateArray().ToList();
        items.Select(item => item.GetProperty("unit").GetString()).ShouldBe(["Oroliga huset", "Lugna gården"]);
        answer.GetProperty("nextPage").ValueKind.ShouldBe(JsonValueKind.Null);
        var severity = items[0].GetProperty("areas")[0].GetProperty("severity");
        severity.GetProperty("level").GetInt32().ShouldBe(4);
        var parts = severity.GetProperty("contributions").EnumerateArray().ToList();
        parts.Sum(part => part.GetProperty("points").GetDecimal())
            .ShouldBe(severity.GetProperty("points").GetDecimal());
        parts.Where(part => part.GetProperty("rule").GetString() is "graver" or "gravest").ShouldAllBe(part =>
            part.GetProperty("source").GetString()!.StartsWith("concern-", StringComparison.Ordinal));
        items[0].GetProperty("evidence").GetString().ShouldBe("limited");
    }

    [Theory]
    [InlineData("igår")]
    [InlineData("2027-13-01")]
    [InlineData("2027-1-1")]
    [InlineData("2999-01-01")]
    [InlineData("0001-01-01")]
    public async Task A_day_that_cannot_be_used_is_a_bad_request(string asOf)
    {
        using var client = await _app.SignInAsync("kvalitet", Role.QualityDeveloper);
        using var response = await client.GetAsync($"/api/v1/risk?asOf={Uri.EscapeDataString(asOf)}");

        await response.ExpectAsync(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain("risk.as-of-");
    }

    [Fact]
    public async Task An_earlier_day_does_not_know_what_came_later()
    {
        using var client = await _app.SignInAsync("kvalitet", Role.QualityDeveloper);

        var answer = await JsonAsync(client, "/api/v1/risk?asOf=2026-12-31");

        answer.GetProperty("items").EnumerateArray().ShouldAllBe(item => item.GetProperty("concerns").GetInt32() == 0);
    }

    [Fact]
    public async Task Another_boards_risk_is_forbidden_and_an_unknown_board_is_refused()
    {
        using var client = await _app.SignInAsync("kvalitet", Role.QualityDeveloper, "socialnamnden");

        (await client.GetAsync("/api/v1/risk?board=aldrenamnden")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetAsync("/api/v1/risk?board=byggnadsnamnden")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.GetAsync("/api/v1/risk?page=-1")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.GetAsync($"/risk/{IdOf("Äldreboendet")}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetAsync($"/risk/{IdOf("finns inte")}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_case_officer_does_not_see_the_risk()
    {
        using var client = await _app.SignInAsync("handlaggare", Role.CaseOfficer);

        (await client.GetAsync("/api/v1/risk")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetAsync("/risk")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_page_shows_the_matrix_and_the_highest_risk_first()
    {
        using var client = await _app.SignInAsync("kvalitet", Role.QualityDeveloper);

        var page = await client.GetPageAsync("/risk");

        page.QuerySelectorAll(".risk-matrix tbody td").Length.ShouldBe(16);
        page.QuerySelectorAll(".risk-matrix .risk-count")
            .Sum(cell => int.Parse(cell.TextContent, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(3);
        page.QuerySelector("section[aria-labelledby=enheter] tbody th")!.TextContent.ShouldBe("Oroliga huset");
        (await client.GetPageAsync("/risk?namnd=aldrenamnden"))
            .QuerySelectorAll("section[aria-labelledby=enheter] tbody tr").Length.ShouldBe(1);
    }

    /// <summary>
    /// A row stands under the later of its days: the last day on which it is read is that day and the model's whole
    /// age.
    /// </summary>
    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task What_is_too_old_to_count_is_not_read_and_the_result_is_that_of_all_facts(
        int daysAfterTheLast, bool isRead)
    {
        var reader = _app.Services.GetRequiredService<RiskReader>();
        var all = await reader.ReadAsync(Social, TestContext.Current.CancellationToken);
        var model = _app.Services.GetRequiredService<SettingsProvider>().Current.Settings
            .RiskModelOn(all.Concerns[0].Received);
        var asOf = all.Concerns[0].Received.AddDays(model.MaxAgeDays + daysAfterTheLast);

        var read = await reader.ReadAsync(Social, asOf, TestContext.Current.CancellationToken);
        var ranked = await reader.AnalyseAsync([Social], asOf, TestContext.Current.CancellationToken);

        all.Concerns.Select(fact => fact.Received).Distinct().Count().ShouldBe(1);
        all.Concerns.Select(fact => fact.ConcernId).ShouldBeUnique();
        read.Concerns.Count.ShouldBe(isRead ? all.Concerns.Count : 0);
        JsonSerializer.Serialize(ranked)
            .ShouldBe(JsonSerializer.Serialize(RiskAnalysis.Of(all.Units, all.Concerns, asOf, model)));
    }

    [Fact]
    public async Task A_concern_too_old_to_count_is_found_when_it_is_asked_for()
    {
        var reader = _app.Services.GetRequiredService<RiskReader>();
        var (unit, concern) = (IdOf("Oroliga huset"), IdOf("oro 0"));
        var later = DateOnly.FromDateTime(_app.Clock.Now.UtcDateTime).AddYears(20);

        (await reader.FindUnitAsync(unit, later, null, TestContext.Current.CancellationToken))!.Concerns
            .ShouldBeEmpty();
        var found = await reader.FindUnitAsync(unit, later, concern, TestContext.Current.CancellationToken);

        found!.Concerns.Select(fact => fact.ConcernId).ShouldContain(concern);
    }

    [Fact]
    public async Task A_units_page_shows_how_a_concern_moved_it()
    {
        using var client = await _app.SignInAsync("kvalitet", Role.QualityDeveloper);

        var page = await client.GetPageAsync($"/risk/{IdOf("Oroliga huset")}?synpunkt={IdOf("oro 0")}");

        page.QuerySelector("#paverkan")!.TextContent.ShouldContain(IdOf("oro 0").Reference('S'));
        page.QuerySelectorAll("section[aria-labelledby=paverkan] tbody tr").Length.ShouldBeGreaterThan(0);
        page.QuerySelectorAll($"a[href='/synpunkter/arende/{IdOf("oro 0")}']").Length.ShouldBeGreaterThan(0);
        page.QuerySelectorAll(".bar-row").Length.ShouldBeGreaterThan(6);
        page.QuerySelector("#main, main")!.TextContent.ShouldContain("Oftare: synpunkter motsvarande");
        page.QuerySelector("#main, main")!.TextContent.ShouldContain("Det vanliga räknas av");
        page.QuerySelector("#andra").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_unknown_or_unassessed_is_shown_as_uncertain()
    {
        using var client = await _app.SignInAsync("kvalitet", Role.QualityDeveloper);

        var text = (await client.GetPageAsync($"/risk/{IdOf("Äldreboendet")}")).Body!.TextContent;

        text.ShouldContain("Antalet kunder är okänt");
        text.ShouldContain("antas tills synpunkten är bedömd");
    }

    [Fact]
    [Trait("Requirement", "R18")]
    [Trait("Requirement", "R19")]
    [Trait("Requirement", "R20")]
    public void Ownership_and_form_of_agreement_do_not_reach_the_analysis()
    {
        var facts =
            from ownership in Enum.GetValues<Ownership>()
            from form in Enum.GetValues<AgreementForm>()
            select FactOf(ownership, form);

        facts.Distinct().Count().ShouldBe(1);
    }

    /// <summary>
    /// As the register's projection writes it, with the lists written out so that equal facts are equal.
    /// </summary>
    private static string FactOf(Ownership ownership, AgreementForm form)
    {
        var registered = new UnitEvent.Registered(
            "E1", "Enheten", Agreement("Enheten", Social, ownership, form),
            new UnitDetails(null, [], [], new DateOnly(2020, 1, 1), null), new Licence(false, null, null));
        var state = UnitStream.Kind.Evolve(UnitStream.Kind.Initial, registered);
        var head = new StreamHead("unit", IdOf("Enheten"), 1, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
        return StoredJson.Write(UnitStream.Kind.Project(head, state).Select(row => row.Document).OfType<UnitFact>()
            .Single(), typeof(UnitFact));
    }

    private static async Task<JsonElement> JsonAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        await response.ExpectAsync(HttpStatusCode.OK);
        return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
    }

    public sealed class World : IAsyncLifetime
    {
        public AppFixture App { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await App.InitializeAsync();
            var seed = new RegisterSeed(App);
            await seed.UnitAsync("Lugna gården", Social);
            await seed.UnitAsync("Oroliga huset", Social);
            await seed.UnitAsync("Äldreboendet", Elderly, customers: null);
            for (var i = 0; i < 6; i++)
                await seed.ConcernAsync($"oro {i}", "Oroliga huset", Social, severity: 4, reporter: $"r{i}");
            await seed.ConcernAsync("ny", "Äldreboendet", Elderly, severity: null);
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
