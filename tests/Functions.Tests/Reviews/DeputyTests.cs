using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Concerns;
using Oversight.Functions.Concerns;
using Oversight.Functions.Reviews;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Referrals;
using Oversight.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Reviews;

/// <summary>What the substitute does in the place of an enhetschef, and what the årsplan takes away.</summary>
public sealed class DeputyTests(ReferralApp world) : IClassFixture<ReferralApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_enhetschefs_jav_in_the_review_lets_the_substitute_decide_at_once()
    {
        using var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        using var biased = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        using var owner = await world.SomebodyAsync(Role.ProcessOwner, ConcernApp.Social);
        var driver = await world.FindAsync(reviewer, severity: 4);
        var position = (await Positions.OneAsync(biased, driver.Id)).By(owner);
        (await owner.GetPageAsync("/")).Body!.InnerHtml.ShouldNotContain($"/ivo/{position.Id}");
        await new ReviewDriver(biased, driver.Id).DeclareAsync();
        await world.App.Clock.AdvanceByAsync("PT2M");
        (await owner.GetPageAsync("/")).Body!.InnerHtml.ShouldContain($"/ivo/{position.Id}");
        (await owner.GetPageAsync($"/ivo/{position.Id}")).Body!.TextContent.ShouldContain("Jäv anmält i granskningen");
        (await position.By(biased).StatusAsync()).ShouldBe(HttpStatusCode.Forbidden);
        await position.DoAsync(
            "decide", new { report = true, ground = "allvarliga-brister", reason = "Allvarligt." });
    }

    [Fact]
    public async Task One_that_is_raised_afterwards_is_the_substitutes_from_its_first_day()
    {
        using var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        using var biased = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        using var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        using var owner = await world.SomebodyAsync(Role.ProcessOwner, ConcernApp.Social);
        var driver = await world.FindAsync(reviewer, severity: 3);
        await new ReviewDriver(biased, driver.Id).DeclareAsync();
        await driver.DoAsync("raise-ivo-question", new { ground = "lamplighet", reason = "Kan ifrågasättas." });
        await world.App.Clock.AdvanceByAsync("PT2M");
        var position = await Positions.OneAsync(chief, driver.Id);
        foreach (var decider in new[] { chief, owner })
            (await decider.GetPageAsync("/")).Body!.InnerHtml.ShouldContain($"/ivo/{position.Id}");
    }

    [Fact]
    public async Task Where_an_enhetschef_is_in_conflict_the_substitute_reads_a_sealed_review_and_takes_the_seal_away()
    {
        using var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        using var biased = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        using var owner = await world.SomebodyAsync(Role.ProcessOwner, ConcernApp.Social);
        var driver = await world.FindAsync(reviewer, severity: 2);
        await driver.DoAsync("seal", new { reason = "Misstänkt stöld." });
        await world.App.Clock.AdvanceByAsync("PT2M");
        using (var closed = await owner.GetAsync($"/api/v1/reviews/{driver.Id}", Cancellation))
            closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await new ReviewDriver(biased, driver.Id).DeclareAsync();
        await world.App.Clock.AdvanceByAsync("PT2M");
        (await owner.GetPageAsync("/granskningar")).Body!.InnerHtml.ShouldContain(driver.Id);
        await new ReviewDriver(owner, driver.Id).DoAsync("unseal", new { reason = "Misstanken höll inte." });
    }

    [Fact]
    public async Task Whoever_told_of_what_is_struck_from_the_plan_is_answered_once()
    {
        using var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var concern = Id.FromValue(await world.ReportAsync(reporter));
        var streams = world.App.Services.GetRequiredService<Streams>();
        var id = Id.Derive("test", "struck");
        var unit = new ReviewedUnit(
            world.Unit, Id.Derive("test", "provider"), Id.Derive("test", "agreement"), new BoardId(ConcernApp.Social),
            "Björken", "Omsorg AB");
        var origin = new ReviewOrigin(
            ReviewKind.Planned, CutOff.Today(world.App), false, 2027,
            [new ReviewConcern(concern, CutOff.Today(world.App), "key")]);
        await TellAsync(new ReviewCommand.Open(unit, origin));
        await TellAsync(new ReviewCommand.Drop());
        await world.App.Clock.AdvanceByAsync("PT2M");
        (await AnswersAsync()).ShouldBe(1);
        (await reporter.GetPageAsync("/synpunkter/mina")).QuerySelector("article")!.TextContent
            .ShouldContain("Granskningen ströks ur årsplanen");

        // It comes back with the next plan, and ends in its own words.
        await TellAsync(new ReviewCommand.Open(unit, origin));
        await CutOff.WorkOffAsync(world.App);
        using var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        await new ReviewDriver(chief, id.Value).DoAsync("cancel", ReviewDriver.Closing);
        await world.App.Clock.AdvanceByAsync("PT2M");
        (await AnswersAsync()).ShouldBe(2);

        async Task TellAsync(ReviewCommand command)
        {
            var envelope = await CutOff.EnvelopeAsync(world.App);
            var outcome = await streams.LoadAsync(ReviewStream.Kind, id, Cancellation) is null
                ? await streams.CreateAsync(ReviewStream.Kind, id, command, envelope, Cancellation)
                : await streams.ChangeAsync(ReviewStream.Kind, id, command, envelope, Cancellation);
            outcome.ShouldBeOfType<Outcome<ReviewState>.Done>();
        }

        async Task<int> AnswersAsync() => (await streams.HistoryAsync(ConcernStream.Kind, concern, Cancellation))
            .Count(recorded => recorded.Event is ConcernEvent.AnsweredByReview);
    }
}

internal static class DeclaringDriver
{
    /// <summary>Declares jäv: nothing of the review is told in return.</summary>
    public static async Task DeclareAsync(this ReviewDriver driver)
    {
        await driver.ReadAsync();
        using var declared = await driver.TryAsync("declare-conflict", new { reason = "Släkt med ägaren." });
        declared.StatusCode.ShouldBeOneOf(HttpStatusCode.NoContent, HttpStatusCode.OK);
    }
}
