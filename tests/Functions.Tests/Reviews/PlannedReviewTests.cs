using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Oversight.Functions.Tests.Planning;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Planning.RegisterSeed;

namespace Oversight.Functions.Tests.Reviews;

public sealed class PlannedReviewTests
{
    private static readonly DateTimeOffset March = new(2027, 3, 2, 9, 0, 0, TimeSpan.FromHours(1));
    private static readonly DateTimeOffset February = new(2028, 2, 2, 9, 0, 0, TimeSpan.FromHours(1));
    private static readonly DateTimeOffset April = new(2027, 4, 1, 9, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    [Trait("Requirement", "R33"), Trait("Requirement", "R54")]
    public async Task An_adopted_plan_opens_its_reviews_which_start_in_their_quarter_and_follow_a_revised_plan()
    {
        await using var app = await AppFixture.StartAsync();
        var seed = new RegisterSeed(app);
        await YearlyPlanTests.SeedAsync(seed);
        await app.Clock.AdvanceToAsync(March);
        using var owner = await app.SignInAsync("agare", Role.ProcessOwner);
        using var developer = await app.SignInAsync("utvecklare", Role.QualityDeveloper, "socialnamnden");
        (await ReviewsAsync(developer)).ShouldBeEmpty();

        await AdoptAsync(app, owner);
        var planned = await ReviewsAsync(developer);
        planned.ShouldNotBeEmpty();
        planned.ShouldAllBe(review => review["status"]!.GetValue<string>() == "toStart"
            && review["planYear"]!.GetValue<int>() == 2027);
        (await developer.GetPageAsync("/")).Body!.TextContent.ShouldNotContain("Börja granskning");
        var first = planned.OrderBy(review => review["notBefore"]!.GetValue<string>(), StringComparer.Ordinal).First();
        var driver = new ReviewDriver(developer, first["id"]!.GetValue<string>());
        await driver.ReadAsync();
        using var early = await driver.TryAsync("start");
        (await early.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .ShouldContain("review.too-early");

        await PlanDriver.ReopenAsync(owner, "Ny enhet.");
        await PlanDriver.DraftAsync(owner);
        await AdoptAsync(app, owner);
        (await ReviewsAsync(developer)).Count.ShouldBe(planned.Count, "Adopted once more, a plan opens nothing twice.");

        await app.Clock.AdvanceToAsync(April);
        (await developer.GetPageAsync("/")).Body!.TextContent.ShouldContain("Börja granskning");
        (await driver.DoAsync("start"))["status"]!.GetValue<string>().ShouldBe("scoping");
    }

    [Fact]
    [Trait("Requirement", "R54")]
    public async Task What_has_begun_stays_in_a_revised_plan_and_what_is_carried_over_stands_once()
    {
        await using var app = await AppFixture.StartAsync(new AppOptions { Clock = March });
        var seed = new RegisterSeed(app);
        await YearlyPlanTests.SeedAsync(seed);
        await seed.UnitAsync("Tysta gården", Social);
        using var owner = await app.SignInAsync("agare", Role.ProcessOwner);
        using var developer = await app.SignInAsync("utvecklare", Role.QualityDeveloper, "socialnamnden");
        await PlanDriver.DraftAsync(owner);
        await AdoptAsync(app, owner);
        await app.Clock.AdvanceToAsync(April);
        await StartAsync(developer, "Lugna gården");

        await PlanDriver.ReopenAsync(owner, "Ny enhet.");
        await seed.UnitAsync("Nya gården", Social);
        await PlanDriver.DraftAsync(owner);
        await AdoptAsync(app, owner, "2027-04-01");
        (await WhyAsync(owner, 2027))["Lugna gården"].ShouldBe("begun");
        (await ReviewsAsync(developer)).Count.ShouldBe(4);

        // The draft of February: two were not begun. One of them is, before it is adopted.
        await app.Clock.AdvanceToAsync(February);
        var why = await WhyAsync(owner, 2028);
        (why["Oroliga huset"], why["Tysta gården"]).ShouldBe(("carried-over", "carried-over"));
        why.ShouldNotContainKey("Lugna gården");
        await StartAsync(developer, "Oroliga huset");
        await AdoptAsync(app, owner, "2028-02-02", 2028);

        var reviews = await ReviewsAsync(developer);
        Years(reviews, "Oroliga huset").ShouldBe(["2027 scoping"]);
        Years(reviews, "Tysta gården").ShouldBe(["2027 closed", "2028 toStart"]);
        (await owner.GetPageAsync("/arsplan/socialnamnden/2028"))
            .QuerySelector("section[aria-labelledby=utfall]")!.TextContent.ShouldContain("Pågår");
    }

    private static string[] Years(IEnumerable<JsonNode> reviews, string unit) =>
    [
        .. reviews.Where(review => NameOf(review) == unit)
            .Select(review => $"{review["planYear"]} {review["status"]}").Order(StringComparer.Ordinal),
    ];

    private static string NameOf(JsonNode review) => review["unit"]!["name"]!.GetValue<string>();

    private static async Task StartAsync(HttpClient developer, string unit)
    {
        var review = (await ReviewsAsync(developer)).Single(review => NameOf(review) == unit);
        var driver = new ReviewDriver(developer, review["id"]!.GetValue<string>());
        await driver.ReadAsync();
        await driver.DoAsync("start");
    }

    /// <summary>Each chosen unit with why.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> WhyAsync(HttpClient client, int year) =>
        (await client.GetFromJsonAsync<JsonObject>(
            $"/api/v1/plans/socialnamnden/{year}", TestContext.Current.CancellationToken))!["reviews"]!.AsArray()
            .ToDictionary(NameOf!, review => review!["why"]!["code"]!.GetValue<string>());

    private static async Task AdoptAsync(
        AppFixture app, HttpClient owner, string on = "2027-03-02", int year = 2027)
    {
        var form = await owner.GetFormAsync($"/arsplan/socialnamnden/{year}", "form[action$='/faststall']");
        using var adopted = await form.With("adoptedOn", on).With("reason", "SOCN § 12.").SubmitAsync();
        await adopted.ExpectAsync(HttpStatusCode.SeeOther);
        await app.Clock.AdvanceByAsync("PT2M");
    }

    private static async Task<IReadOnlyList<JsonNode>> ReviewsAsync(HttpClient client) =>
        [.. (await client.GetFromJsonAsync<JsonObject>("/api/v1/reviews",
            TestContext.Current.CancellationToken))!["items"]!.AsArray().Select(item => item!)];
}
