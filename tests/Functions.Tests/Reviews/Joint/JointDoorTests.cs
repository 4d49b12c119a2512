using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Reviews.Joint;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Web;
using Oversight.Functions.Web;
using Oversight.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Reviews.Joint;

/// <summary>What somebody of one board sees of the other's review, by every door.</summary>
public sealed class JointDoorTests(JointApp world) : IClassFixture<JointApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "R2")]
    public async Task Another_boards_reader_sees_board_number_state_and_ansvarig_and_not_a_word_more_by_any_door()
    {
        var both = await world.BothAsync();
        var (evidence, finding, why) = (Unique.Word(), Unique.Word(), Unique.Word());
        await JointApp.JudgeAsync(both.First, evidence);
        await JointApp.FindAsync(both.First, finding);
        await both.First.DoAsync("declare-conflict", new { reason = why }, HttpStatusCode.NoContent);
        var successor = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        await new ReviewDriver(successor, both.First.Id).DoAsync("take-over", new { reason = why });
        await new ReviewDriver(successor, both.First.Id).DoAsync(
            "share-finding", new { number = 1, text = "Telefonen besvaras inte." });
        await world.App.Clock.AdvanceByAsync("PT2M");
        var papers = (await ReviewPapers.OfAsync(successor, both.First.Id)).Values;

        var told = await JointReviews.ToldAsync(both.Elder, both.Second);
        told.ShouldContain("Socialnämnden");
        told.ShouldContain(JointApp.SocialNumber);
        told.ShouldContain("Pågår");
        told.ShouldContain("Test user-");
        var joint = (await both.Second.ReadAsync())["joint"]!;
        (joint["board"]!.GetValue<string>(), joint["status"]!.GetValue<string>())
            .ShouldBe((ConcernApp.Social, "underway"));

        var surprises = new List<string>();
        string[] ids = [both.First.Id, both.Second.Id, .. papers.Select(paper => paper.Split('/')[^1])];
        foreach (var role in RoleNames.All)
        {
            using var reader = await world.SomebodyAsync(role, ConcernApp.Elder);
            foreach (var path in RouteTable.All.Where(route => route.Methods.Contains("GET")).SelectMany(PathsOf)
                .SelectMany(path => ids.Select(id => path.Replace(SampleId, id, StringComparison.Ordinal))).Distinct())
            {
                using var response = await reader.GetAsync(path, Cancellation);
                var body = await response.Content.ReadAsStringAsync(Cancellation);
                surprises.AddRange(new[] { evidence, finding, why }
                    .Where(word => body.Contains(word, StringComparison.Ordinal))
                    .Select(word => $"{role}: {path} tells {word}"));
                if (path.Contains(both.First.Id, StringComparison.Ordinal) && (int)response.StatusCode < 300)
                    surprises.Add($"{role}: {path} is open");
            }
        }

        surprises.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_is_in_a_conflict_of_interest_on_one_side_sees_on_the_other_only_that_it_exists()
    {
        var both = await world.BothAsync();
        var sister = await world.App.SignInAsync(
            ConcernApp.NewUser(), [Role.QualityDeveloper], [ConcernApp.Social, ConcernApp.Elder]);
        var page = await sister.GetPageAsync($"/granskningar/{both.Second.Id}");
        page.QuerySelector($"section[aria-labelledby=gemensam] a[href='/granskningar/{both.First.Id}']")
            .ShouldNotBeNull("Who works for both boards gets there.");
        await new ReviewDriver(sister, both.First.Id).DoAsync(
            "declare-conflict", new { reason = "Min syster är chef där." }, HttpStatusCode.NoContent);
        await ShouldOnlyExistAsync(sister, both.Second);
        (await JointReviews.ToldAsync(both.Elder, both.Second)).ShouldContain(JointApp.SocialNumber);
    }

    [Fact]
    public void A_conflict_of_interest_in_what_a_review_is_made_because_of_goes_as_far()
    {
        var (review, concern) = (Id.Derive("test", "review"), Id.Derive("test", "concern"));
        var row = new TwinRow(
            review, new BoardId(ConcernApp.Social), ReviewStatus.Underway, "SOCN 2027-00012", null, [concern]);
        row.IsClosedTo(new ClosedMatters([concern])).ShouldBeTrue();
        row.IsClosedTo(new ClosedMatters([review])).ShouldBeTrue();
        row.IsClosedTo(new ClosedMatters([Id.Derive("test", "another")])).ShouldBeFalse();
    }

    [Fact]
    public async Task Of_a_sealed_review_the_other_board_sees_only_that_it_exists_and_gets_nothing()
    {
        var both = await world.BothAsync();
        await JointApp.JudgeAsync(both.First, "Vi ringde.");
        await JointApp.FindAsync(both.First, "Nås inte.");
        await both.First.DoAsync("seal", new { reason = "Misstänkt stöld." });
        await ShouldOnlyExistAsync(both.Elder, both.Second);
        var page = (await both.Elder.GetPageAsync($"/granskningar/{both.Second.Id}")).Body!.TextContent;
        page.ShouldNotContain("spärrad", Case.Insensitive);
        page.ShouldNotContain("stöld", Case.Insensitive);
        await both.First.DoAsync(
            "share-finding", new { number = 1, text = "Nås inte." }, HttpStatusCode.UnprocessableEntity);
        using (var form = await both.Social.GetAsync($"/granskningar/{both.First.Id}/gor/lamna-brist", Cancellation))
            form.StatusCode.ShouldNotBe(HttpStatusCode.OK);

        await both.First.DeclineReferralAsync(world);
        // What happens while it is sealed is told when the seal is gone.
        var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        await new ReviewDriver(chief, both.First.Id).DoAsync("cancel", new
        {
            reason = "Polisen tar över.",
            decided = "Granskningen avbryts.",
            became = "Ärendet är överlämnat.",
        });
        await ShouldOnlyExistAsync(both.Elder, both.Second);
        (await both.Elder.GetPageAsync($"/granskningar/{both.Second.Id}")).Body!.TextContent
            .ShouldNotContain("avbrutit");
        await new ReviewDriver(chief, both.First.Id).DoAsync("unseal", new { reason = "Utrett." });
        (await JointReviews.ToldAsync(both.Elder, both.Second))
            .ShouldContain("Socialnämnden har avbrutit sin granskning");
    }

    private static string SampleId => Id.Derive("prov", "adress").Value;

    private IEnumerable<string> PathsOf(FunctionRoute route) =>
        Samples.PathsOf(route, world.App.Services.GetRequiredService<OperationTable>()).Select(address => address.Path);

    private static async Task ShouldOnlyExistAsync(HttpClient reader, ReviewDriver review)
    {
        var told = await JointReviews.ToldAsync(reader, review);
        told.ShouldContain("Socialnämnden");
        told.ShouldContain("Finns");
        foreach (var hidden in new[] { JointApp.SocialNumber, "Läge", "Test user-", "ansvariga", "Öppna" })
            told.ShouldNotContain(hidden);
        var joint = (await new ReviewDriver(reader, review.Id).ReadAsync())["joint"]!;
        joint["board"]!.GetValue<string>().ShouldBe(ConcernApp.Social);
        foreach (var hidden in new[] { "status", "caseNumber", "lead" })
            joint[hidden].ShouldBeNull();
    }
}
