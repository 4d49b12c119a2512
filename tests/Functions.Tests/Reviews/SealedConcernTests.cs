using System.Net;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Reviews;

/// <summary>Misstanke om oegentlighet eller brott seals the matter from the first concern on.</summary>
public sealed class SealedConcernTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_concern_that_is_sealed_is_seen_by_its_sealer_the_enhetschef_and_its_reporter_alone()
    {
        var secret = $"Pengar saknas. {Unique.Word()}";
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var id = await world.ReportAsync(reporter, world.Concern(secret));
        var (sealer, colleague) = (await AssessorAsync(), await AssessorAsync());
        var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        var reference = await ReferenceAsync(sealer, id);
        (await SeenAsync(colleague, id, reference)).ShouldBe("page api inbox list search chronicle");

        await SealAsync(sealer, id, 1);
        (await SeenAsync(colleague, id, reference)).ShouldBe("");
        (await SeenAsync(sealer, id, reference)).ShouldBe("page api inbox list search chronicle");
        (await SeenAsync(chief, id, reference)).ShouldContain("page api");
        (await sealer.GetPageAsync($"/synpunkter/arende/{id}")).Body!.TextContent.ShouldContain("Misstänkt stöld.");

        var own = await reporter.GetPageAsync($"/synpunkter/arende/{id}");
        own.Body!.TextContent.ShouldContain(secret);
        own.Body.TextContent.ShouldNotContain("stöld", Case.Insensitive, "The reporter is not told.");
        own.Body.TextContent.ShouldNotContain("Spärra", Case.Insensitive);

        using (var refused = await ReviewDriver.SendAsync(
            sealer, $"/api/v1/concerns/{id}/actions/unseal", new { reason = "Utrett." }, 2))
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using (var unsealed = await ReviewDriver.SendAsync(
            chief, $"/api/v1/concerns/{id}/actions/unseal", new { reason = "Utrett." }, 2))
            await unsealed.ExpectAsync(HttpStatusCode.OK);
        (await SeenAsync(colleague, id, reference)).ShouldBe("page api inbox list search chronicle");
    }

    [Fact]
    public async Task Reviews_because_of_it_are_sealed_with_it_and_their_reviewers_read_it()
    {
        var (concern, review) = await ReviewedAsync(sealFirst: false);
        var (reviewer, colleague, sealer) = (await AssessorAsync(), await AssessorAsync(), await AssessorAsync());
        var driver = new ReviewDriver(reviewer, review);
        await driver.StartAsync(world);
        await SealAsync(sealer, concern, 3);
        await world.App.Clock.AdvanceByAsync("PT2M");

        (await StatusAsync(colleague, $"/granskningar/{review}")).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(colleague, $"/synpunkter/arende/{concern}")).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(reviewer, $"/synpunkter/arende/{concern}")).ShouldBe(HttpStatusCode.OK);
        (await reviewer.GetPageAsync($"/granskningar/{review}")).Body!.TextContent
            .ShouldContain("spärrades tillsammans med en synpunkt");
        await driver.DoAsync("set-scope", new
        {
            requirements = new[] { "kontaktvagar" },
            methods = new[] { "besok" },
            reason = "Därför.",
        });
        await driver.DoAsync("ask-supplement", new { asked = "Rutinen." }, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_review_that_is_decided_because_of_a_sealed_concern_is_sealed_when_it_is_opened()
    {
        var (_, review) = await ReviewedAsync(sealFirst: true);
        (await StatusAsync(await AssessorAsync(), $"/granskningar/{review}")).ShouldBe(HttpStatusCode.Forbidden);
        (await (await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social)).GetPageAsync($"/granskningar/{review}"))
            .Body!.TextContent.ShouldContain("spärrades tillsammans med en synpunkt");
    }

    [Fact]
    public async Task A_sealed_concern_that_is_joined_to_a_review_seals_the_review()
    {
        var (_, review) = await ReviewedAsync(sealFirst: false);
        var reviewer = await AssessorAsync();
        var driver = new ReviewDriver(reviewer, review);
        await driver.StartAsync(world);
        var other = await world.ReportAsync(await world.SomebodyAsync(Role.CaseOfficer));
        using (var assessed = await ConcernApp.AssessAsync(reviewer, other, ConcernApp.Assessment()))
            await assessed.ExpectAsync(HttpStatusCode.OK);
        await SealAsync(reviewer, other, 2);
        await driver.DoAsync("add-concerns", new { concerns = new[] { other }, reason = "Samma sak." });
        await world.App.Clock.AdvanceByAsync("PT2M");
        (await StatusAsync(await AssessorAsync(), $"/granskningar/{review}")).ShouldBe(HttpStatusCode.Forbidden);
        (await reviewer.GetPageAsync($"/granskningar/{review}")).Body!.TextContent
            .ShouldContain("spärrades tillsammans med en synpunkt");
    }

    [Fact]
    public async Task A_review_stays_with_its_board_and_is_sealed_also_when_the_concern_was_moved_to_another()
    {
        var (concern, review) = await ReviewedAsync(sealFirst: false);
        var reviewer = await AssessorAsync();
        await new ReviewDriver(reviewer, review).StartAsync(world);
        using (var moved = await ReviewDriver.SendAsync(
            await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social),
            $"/api/v1/concerns/{concern}/actions/move", new { unitId = world.ElderUnit.Value, reason = "Fel nämnd." },
            3))
            await moved.ExpectAsync(HttpStatusCode.NoContent);
        await SealAsync(await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Elder), concern, 4);
        await world.App.Clock.AdvanceByAsync("PT2M");
        (await reviewer.GetPageAsync($"/granskningar/{review}")).Body!.TextContent
            .ShouldContain("spärrades tillsammans med en synpunkt");
    }

    /// <summary>A concern and the review that was decided because of it; sealed by its assessor when asked.</summary>
    private async Task<(string Concern, string Review)> ReviewedAsync(bool sealFirst)
    {
        var id = await world.ReportAsync(await world.SomebodyAsync(Role.CaseOfficer));
        var assessor = await AssessorAsync();
        using (var assessed = await ConcernApp.AssessAsync(
            assessor, id, ConcernApp.Assessment("proposeTriggeredReview", "Allvarligt.", 4)))
            await assessed.ExpectAsync(HttpStatusCode.OK);
        var version = 2;
        if (sealFirst)
            await SealAsync(assessor, id, version++);
        using (var decided = await ReviewDriver.SendAsync(
            await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social), $"/api/v1/concerns/{id}/actions/decide",
            new { approved = true, reason = "Granskas." }, version))
            await decided.ExpectAsync(HttpStatusCode.OK);
        await world.App.Clock.AdvanceByAsync("PT2M");
        return (id, Oversight.Functions.Reviews.ReviewIds.OfConcern(Oversight.Id.FromValue(id)).Value);
    }

    private Task<HttpClient> AssessorAsync() => world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);

    private static async Task SealAsync(HttpClient sealer, string id, int version)
    {
        using var done = await ReviewDriver.SendAsync(
            sealer, $"/api/v1/concerns/{id}/actions/seal", new { reason = "Misstänkt stöld." }, version);
        await done.ExpectAsync(HttpStatusCode.OK);
    }

    private static async Task<string> ReferenceAsync(HttpClient reader, string id)
    {
        using var response = await reader.GetAsync($"/api/v1/concerns/{id}", Cancellation);
        return (await response.ReadJsonAsync())["reference"]!.GetValue<string>();
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient reader, string path)
    {
        using var response = await reader.GetAsync(path, Cancellation);
        return response.StatusCode;
    }

    /// <summary>The doors by which somebody sees a concern.</summary>
    private async Task<string> SeenAsync(HttpClient reader, string id, string reference)
    {
        var seen = new List<string>();
        if (await StatusAsync(reader, $"/synpunkter/arende/{id}") == HttpStatusCode.OK)
            seen.Add("page");
        if (await StatusAsync(reader, $"/api/v1/concerns/{id}") == HttpStatusCode.OK)
            seen.Add("api");
        if ((await reader.GetPageAsync("/synpunkter/inkorg")).Body!.TextContent.Contains(reference))
            seen.Add("inbox");
        if (await reader.GetStringAsync("/api/v1/concerns?pageSize=200", Cancellation) is var list
            && list.Contains(id, StringComparison.Ordinal))
            seen.Add("list");
        using var found = await reader.GetAsync($"/synpunkter/inkorg?sok={reference}", Cancellation);
        if ($"{found.Headers.Location} {await found.Content.ReadAsStringAsync(Cancellation)}"
            .Contains($"/synpunkter/arende/{id}", StringComparison.Ordinal))
            seen.Add("search");
        if (await reader.GetStringAsync($"/enheter/{world.Unit}/tidslinje", Cancellation) is var line
            && line.Contains(reference, StringComparison.Ordinal))
            seen.Add("chronicle");
        return string.Join(' ', seen);
    }
}
