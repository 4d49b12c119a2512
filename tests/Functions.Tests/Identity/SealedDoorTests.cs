using Oversight.Functions.Identity;
using Oversight.Functions.Tests.Reviews;
using Oversight.Functions.Tests.Web;
using Oversight.Functions.Web;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Identity;

/// <summary>
/// A sealed review is closed by every door that jäv closes, to everybody but its reviewers and the enhetschef.
/// </summary>
public sealed class SealedDoorTests(ContentWorld world) : IClassFixture<ContentWorld>
{
    private const string Reviewer = "granskaren";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_door_is_closed_while_it_is_sealed_but_to_those_inside_and_open_again_afterwards()
    {
        using var reviewer = await world.App.SignInAsync(Reviewer, Role.QualityDeveloper, ContentWorld.Board);
        using var chief = await world.App.SignInAsync("chefen", Role.UnitManager, ContentWorld.Board);
        var before = await GivenAsync(Role.QualityDeveloper);
        before.Count.ShouldBeGreaterThan(15, "There are doors to close.");
        await new ReviewDriver(reviewer, world.ReviewId).DoAsync("seal", new { reason = "Misstänkt stöld." });

        var surprises = new List<string>();
        foreach (var role in RoleNames.All.Except([Role.UnitManager]))
        {
            using var client = await world.App.SignInAsync($"{role}-utanfor", role, ContentWorld.Board);
            surprises.AddRange((await GivenAsync(client)).Select(door => $"{role}: {door} is open"));
            foreach (var path in RouteTable.All.Where(route => route.Methods.Contains("GET"))
                .SelectMany(world.PathsOf))
            {
                using var response = await client.GetAsync(path, Cancellation);
                var told = $"{response.Headers.Location} {await response.Content.ReadAsStringAsync(Cancellation)}";
                surprises.AddRange(world.ClosedMarks(ContentWorld.InTheReview)
                    .Where(mark =>
                        told.Replace(path, "", StringComparison.Ordinal).Contains(mark, StringComparison.Ordinal))
                    .Select(mark => $"{role}: {path} tells {mark}"));
            }
        }

        surprises.ShouldBeEmpty();
        (await GivenAsync(reviewer)).ShouldBe(before, "The reviewer is inside.");
        (await GivenAsync(chief)).ShouldBe(before, "The enhetschef is inside.");
        (await chief.GetPageAsync($"/granskningar/{world.ReviewId}")).Body!.TextContent
            .ShouldContain("Misstänkt stöld.");

        using var unsealed = await (await chief.GetFormAsync($"/granskningar/{world.ReviewId}/gor/hav-sparren"))
            .With("reason", "Misstanken är utredd.").SubmitAsync();
        await unsealed.ExpectAsync(System.Net.HttpStatusCode.SeeOther);
        (await GivenAsync(Role.QualityDeveloper)).ShouldBe(before);
    }

    private async Task<IReadOnlyList<string>> GivenAsync(Role role)
    {
        using var client = await world.App.SignInAsync($"{role}-annan", role, ContentWorld.Board);
        return await GivenAsync(client);
    }

    /// <summary>The doors to the review and its documents that are open to somebody.</summary>
    private async Task<IReadOnlyList<string>> GivenAsync(HttpClient client)
    {
        var given = new List<string>();
        foreach (var door in world.ClosedDoors(ContentWorld.InTheReview))
        {
            using var response = await client.GetAsync(door.Path, Cancellation);
            var body = await response.Content.ReadAsStringAsync(Cancellation);
            if ((int)response.StatusCode < 400
                && (door.Shows is null || body.Contains(door.Shows, StringComparison.Ordinal)))
                given.Add($"{door.Path} {door.Shows}");
        }

        return given;
    }
}
