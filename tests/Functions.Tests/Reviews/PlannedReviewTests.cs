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

    private static async Task AdoptAsync(AppFixture app, HttpClient owner)
    {
        var form = await owner.GetFormAsync(PlanDriver.Page, "form[action$='/faststall']");
        using var adopted = await form.With("adoptedOn", "2027-03-02").With("reason", "SOCN § 12.").SubmitAsync();
        await adopted.ExpectAsync(HttpStatusCode.SeeOther);
        await app.Clock.AdvanceByAsync("PT2M");
    }

    private static async Task<IReadOnlyList<JsonNode>> ReviewsAsync(HttpClient client) =>
        [.. (await client.GetFromJsonAsync<JsonObject>("/api/v1/reviews",
            TestContext.Current.CancellationToken))!["items"]!.AsArray().Select(item => item!)];
}
