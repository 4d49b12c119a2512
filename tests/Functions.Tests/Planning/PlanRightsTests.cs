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
    public async Task A_draft_after_the_paper_is_not_for_the_secretary_who_still_reads_the_paper()
    {
        await using var app = await StartAsync();
        using var owner = await app.SignInAsync("agare", Role.ProcessOwner);
        using var secretary = await app.SignInAsync("sekreterare", Role.BoardSecretary, "socialnamnden");
        var before = (await ListedAsync(secretary)).ShouldHaveSingleItem();
        var (id, paper) = (before.GetProperty("id").GetString()!, before.GetProperty("version").GetInt32());
        await new RegisterSeed(app).ConcernAsync("efteråt", "Lugna gården", Social, severity: 4);
        using var drafted = await owner.PostAsJsonAsync("/api/v1/plans", new { board = "socialnamnden", year = 2027 },
            Cancellation);
        await drafted.ExpectAsync(HttpStatusCode.Created);

        var listed = (await ListedAsync(secretary)).ShouldHaveSingleItem();
        listed.GetProperty("version").GetInt32().ShouldBe(paper);
        listed.TryGetProperty("earlier", out _).ShouldBeFalse();
        (await ListedAsync(owner)).Single(row => row.GetProperty("id").GetString() == id).GetProperty("version")
            .GetInt32().ShouldBe(paper + 1);
        using var link = await secretary.GetAsync($"/api/v1/documents/{id}/link", Cancellation);
        await link.ExpectAsync(HttpStatusCode.OK);
        JsonDocument.Parse(await link.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("version")
            .GetInt32().ShouldBe(paper);
        await ExpectAsync(secretary, $"/api/v1/documents/{id}/link?version={paper + 1}", HttpStatusCode.Forbidden);
        await ExpectAsync(secretary, $"/dokument/{id}/hamta?version={paper + 1}", HttpStatusCode.Forbidden);
        await ExpectAsync(secretary, "/arsplan/socialnamnden/2027", HttpStatusCode.Forbidden);
        await ExpectAsync(secretary, "/api/v1/plans/socialnamnden/2027/versions", HttpStatusCode.Forbidden);
        (await secretary.GetStringAsync($"/dokument/{id}", Cancellation)).ShouldNotContain($"version={paper + 1}");
        (await owner.GetStringAsync($"/dokument/{id}", Cancellation)).ShouldContain($"version={paper + 1}");
    }

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
        [.. JsonDocument.Parse(await client.GetStringAsync("/api/v1/documents?board=socialnamnden",
            Cancellation)).RootElement.GetProperty("items").EnumerateArray()];

    private static async Task ExpectAsync(HttpClient client, string path, HttpStatusCode expected)
    {
        using var response = await client.GetAsync(path, Cancellation);
        response.StatusCode.ShouldBe(expected, path);
    }
}
