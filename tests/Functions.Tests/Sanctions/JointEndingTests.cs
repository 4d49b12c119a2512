using System.Net;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Functions.Tests.Reviews.Joint;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Sanctions;

/// <summary>Each nämnd is its own authority: one visit, two proposals, two decisions and two ends.</summary>
public sealed class JointEndingTests(JointApp world) : IClassFixture<JointApp>
{
    [Fact]
    [Trait("Requirement", "R2"), Trait("Requirement", "R83")]
    public async Task In_a_joint_review_one_board_warns_and_the_other_does_not_and_each_is_closed_on_its_own()
    {
        var both = await world.BothAsync();
        var warned = await SubmittedAsync(both.First, both.Social, "ledsagarservice", "2027-02-16");
        var spared = await SubmittedAsync(both.Second, both.Elder, "hemtjanst", "2027-02-17");
        await AtAsync(2, 17);
        await DecideAsync(warned, ConcernApp.Social, "granted");
        await DecideAsync(spared, ConcernApp.Elder, "rejected");
        (await spared.ReadAsync(both.Elder))["ending"]!.GetValue<string>().ShouldBe("rejected");
        await warned.DoAsync(both.Social, "notify");
        foreach (var (reader, sanction) in new[] { (both.Elder, warned), (both.Social, spared) })
        {
            using var foreign = await reader.GetAsync(
                $"/api/v1/sanctions/{sanction.Id}", TestContext.Current.CancellationToken);
            foreign.StatusCode.ShouldBe(HttpStatusCode.Forbidden, "It is another board's.");
        }

        await AtAsync(6, 20);
        await RemediedAsync(both.Second);
        (await CloseAsync(both.Second)).ShouldBe(HttpStatusCode.OK, "It does not wait for the other board.");
        await RemediedAsync(both.First);
        (await CloseAsync(both.First)).ShouldBe(HttpStatusCode.UnprocessableEntity, "The warning stands.");
        await warned.DoAsync(both.Social, "reconsider", new { what = "lift", reason = "Allt är åtgärdat." });
        await warned.DoAsync(both.Social, "write-paper", SanctionDriver.Paper(null));
        await warned.DoAsync(both.Social, "submit", new { meeting = "2027-08-17" });
        await AtAsync(8, 17);
        await DecideAsync(warned, ConcernApp.Social, "granted");
        (await CloseAsync(both.First)).ShouldBe(HttpStatusCode.OK);
        var notice = (await warned.PapersAsync(both.Social))["Underrättelse om beslut"];
        (await ReviewPapers.TextAsync(both.Social, notice)).ShouldContain(JointApp.SocialNumber);
        (await ReviewPapers.TextAsync(both.Social, notice)).ShouldNotContain(JointApp.ElderNumber);
    }

    private Task<ClockMove> AtAsync(int month, int day) => world.App.Clock.AdvanceToAsync(
        new DateTimeOffset(2027, month, day, 9, 0, 0, TimeSpan.FromHours(2)));

    private async Task<SanctionDriver> SubmittedAsync(
        ReviewDriver review, HttpClient reviewer, string service, string meeting)
    {
        await JointApp.JudgeAsync(review, "Vi ringde.");
        await JointApp.FindAsync(review, "Nås inte.");
        await review.DoAsync("communicate", new { waived = true, reason = "Brådskar." });
        await review.DoAsync("establish", new { summary = "En brist." });
        await review.DoAsync(
            "set-final-date", new { day = "2027-06-01", followUpOn = "2027-05-15", checkOn = "2027-06-10" });
        await review.DoAsync("propose-sanction", new
        {
            step = "varning",
            services = new[] { service },
            findings = new[] { "1" },
            reason = "Det lindrigare räcker inte.",
        });
        await world.App.Clock.AdvanceByAsync("PT2M");
        var sanction = SanctionDriver.Of(review.Id);
        await sanction.DoAsync(reviewer, "write-paper", SanctionDriver.Paper("2027-06-01"));
        await sanction.DoAsync(reviewer, "hear", new { waived = true, reason = "Brådskar." });
        await sanction.DoAsync(reviewer, "submit", new { meeting });
        return sanction;
    }

    private async Task DecideAsync(SanctionDriver sanction, string board, string outcome) => await sanction.DoAsync(
        await world.SomebodyAsync(Role.BoardSecretary, board), "record-board-decision",
        new { outcome, paragraph = "§ 9", words = "Nämnden finner skäl.", approvedAtOnce = true });

    private static async Task RemediedAsync(ReviewDriver review)
    {
        await review.DoAsync("follow-finding", new
        {
            finding = 1,
            status = "remedied",
            evidence = "Vi ringde tio gånger.",
            isEnough = true,
        });
        await review.DoAsync(
            "record-follow-up", new { madeOn = "2027-06-17", method = "besok", result = "Uppföljt på plats." });
    }

    private async Task<HttpStatusCode> CloseAsync(ReviewDriver review)
    {
        await world.App.Clock.AdvanceByAsync("PT2M");
        await review.ReadAsync();
        using var closed = await review.TryAsync("close", ReviewDriver.Closing);
        return closed.StatusCode;
    }
}
