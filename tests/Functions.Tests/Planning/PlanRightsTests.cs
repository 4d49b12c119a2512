using System.Net.Http.Json;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Planning.RegisterSeed;

namespace Oversight.Functions.Tests.Planning;

/// <summary>
/// What the board's secretary reads of a plan: the paper for the meeting, and nothing that tells what the annex does.
/// </summary>
public class PlanRightsTests
{
    private static readonly DateTimeOffset March = new(2027, 3, 2, 9, 0, 0, TimeSpan.FromHours(1));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Neither_the_order_of_the_reviews_nor_a_note_tells_what_stands_in_the_annex()
    {
        await using var app = await StartAsync();
        using var owner = await app.SignInAsync("agare", Role.ProcessOwner);
        using var secretary = await app.SignInAsync("sekreterare", Role.BoardSecretary, "socialnamnden");

        var (exact, shown) = (await PlanAsync(owner), await PlanAsync(secretary));
        Names(exact)[0].ShouldBe("Oroliga huset");
        Names(shown).ShouldBe(["Lugna gården", "Oroliga huset", "Åhemmet"]);
        Unassessed(exact).GetArrayLength().ShouldBe(1);
        Unassessed(shown).GetArrayLength().ShouldBe(0);
        foreach (var table in (await secretary.GetPageAsync("/arsplan/socialnamnden/2027"))
            .QuerySelectorAll("#granskningar ~ * tbody"))
        {
            var names = table.QuerySelectorAll("tr th").Select(name => name.TextContent.Trim()).ToList();
            names.ShouldBe(names.Order(StringComparer.Create(new("sv-SE"), ignoreCase: true)));
        }
    }

    [Fact]
    public async Task A_draft_after_the_paper_does_not_take_its_place_with_the_board()
    {
        await using var app = await StartAsync();
        using var owner = await app.SignInAsync("agare", Role.ProcessOwner);
        using var secretary = await app.SignInAsync("sekreterare", Role.BoardSecretary, "socialnamnden");
        var before = (await ListedAsync(secretary)).ShouldHaveSingleItem();
        var (id, paper) = (before.GetProperty("id").GetString()!, before.GetProperty("version").GetInt32());
        await new RegisterSeed(app).ConcernAsync("efteråt", "Lugna gården", Social, severity: 4);
        using var unasked = await DraftAsync(owner, anyway: false);
        await unasked.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        (await unasked.Content.ReadAsStringAsync(Cancellation)).ShouldContain("plan.board-has-version");
        using var drafted = await DraftAsync(owner, anyway: true);
        await drafted.ExpectAsync(HttpStatusCode.Created);

        (await ListedAsync(secretary)).ShouldHaveSingleItem().GetProperty("version").GetInt32().ShouldBe(paper);
        var owned = await ListedAsync(owner);
        owned.Count.ShouldBe(2);
        var newer = owned.Single(row => row.GetProperty("id").GetString() != id).GetProperty("id").GetString()!;
        owned.Single(row => row.GetProperty("id").GetString() == id).GetProperty("version").GetInt32().ShouldBe(paper);
        await ExpectAsync(secretary, $"/api/v1/documents/{id}/link", HttpStatusCode.OK);
        await ExpectAsync(secretary, $"/api/v1/documents/{newer}/link", HttpStatusCode.Forbidden);
        await ExpectAsync(secretary, $"/dokument/{newer}/hamta", HttpStatusCode.Forbidden);
        await ExpectAsync(owner, $"/api/v1/documents/{newer}/link", HttpStatusCode.OK);

        var (board, latest) = (await PlanAsync(secretary), await PlanAsync(owner));
        (board.GetProperty("version").GetInt32(), latest.GetProperty("version").GetInt32()).ShouldBe((1, 2));
        board.GetProperty("standing").GetString().ShouldBe("forMeeting");
        board.GetProperty("inputHash").GetString().ShouldNotBe(latest.GetProperty("inputHash").GetString());
        JsonDocument.Parse(await secretary.GetStringAsync("/api/v1/plans/socialnamnden/2027/versions", Cancellation))
            .RootElement.GetProperty("items").GetArrayLength().ShouldBe(1);
        var page = await secretary.GetPageAsync("/arsplan/socialnamnden/2027");
        page.Body!.TextContent.ShouldNotContain("Version 2");
        page.QuerySelectorAll($"a[href='/dokument/{id}']").Length.ShouldBe(1);
        (await secretary.GetPageAsync("/arsplan")).QuerySelector("td[data-label=Version]")!.TextContent.ShouldBe("1");
        (await secretary.GetPageAsync("/sammantraden/socialnamnden/2027-03-16")).Body!.TextContent
            .ShouldContain("Årsplan 2027: Utkast för nämnden.");
    }

    private static async Task<HttpResponseMessage> DraftAsync(HttpClient client, bool anyway) =>
        await client.PostAsJsonAsync(
            "/api/v1/plans", new { board = "socialnamnden", year = 2027, anyway }, Cancellation);

    private static async Task<AppFixture> StartAsync()
    {
        var app = await AppFixture.StartAsync();
        var seed = new RegisterSeed(app);
        foreach (var name in new[] { "Åhemmet", "Oroliga huset", "Lugna gården" })
            await seed.UnitAsync(name, Social);
        for (var i = 0; i < 4; i++)
            await seed.ConcernAsync($"oro {i}", "Oroliga huset", Social, severity: 4, reporter: $"r{i}");
        await seed.ConcernAsync("obedömd", "Oroliga huset", Social, severity: null);
        await app.Clock.AdvanceToAsync(March);
        return app;
    }

    private static string[] Names(JsonElement plan) =>
        [.. plan.GetProperty("reviews").EnumerateArray()
            .Select(review => review.GetProperty("unit").GetProperty("name").GetString()!)];

    private static JsonElement Unassessed(JsonElement plan) => plan.GetProperty("notes").EnumerateArray()
        .Single(note => note.GetProperty("code").GetString() == "concerns-unassessed").GetProperty("arguments");

    private static async Task<JsonElement> PlanAsync(HttpClient client) =>
        JsonDocument.Parse(await client.GetStringAsync("/api/v1/plans/socialnamnden/2027", Cancellation)).RootElement;

    private static async Task<IReadOnlyList<JsonElement>> ListedAsync(HttpClient client) =>
        [.. JsonDocument.Parse(await client.GetStringAsync("/api/v1/documents?board=socialnamnden&type=arsplan",
            Cancellation)).RootElement.GetProperty("items").EnumerateArray()];

    private static async Task ExpectAsync(HttpClient client, string path, HttpStatusCode expected)
    {
        using var response = await client.GetAsync(path, Cancellation);
        response.StatusCode.ShouldBe(expected, path);
    }
}
