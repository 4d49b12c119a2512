using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Concerns;
using Oversight.Functions.Concerns;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Waiting;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Waiting;

/// <summary>A proposed påkallad granskning from its proposal to its decision, months in seconds.</summary>
[Trait("Requirement", "R41")]
public sealed class DecisionWaitTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    private const string ToDecide = "Besluta om påkallad granskning";

    [Fact]
    public async Task A_proposal_is_reminded_of_and_goes_to_the_substitute_once_each_and_nothing_follows_the_decision()
    {
        var (reporter, assessor) = (await world.SomebodyAsync(Role.CaseOfficer),
            await world.SomebodyAsync(Role.QualityDeveloper));
        var (manager, substitute) = (await world.SomebodyAsync(Role.UnitManager),
            await world.SomebodyAsync(Role.ProcessOwner));
        var (id, wait) = await ProposeAsync(reporter, assessor);
        (await ToDoAsync(manager, id)).ShouldNotBeNull().ShouldNotContain("Påminnelse");
        (await ToDoAsync(substitute, id)).ShouldBeNull();

        await ToAsync(wait.RemindOn.AddDays(-1));
        (await HappenedAsync(id)).ShouldBe(["Reported", "Assessed"]);
        await ToAsync(wait.RemindOn);
        (await ToDoAsync(manager, id)).ShouldNotBeNull().ShouldContain("Påminnelse");
        await ToAsync(wait.DecideBy);
        (await HappenedAsync(id)).ShouldBe(["Reported", "Assessed", $"DecisionReminded {wait.RemindOn:O}"]);

        await ToAsync(wait.DecideBy.AddDays(1));
        (await ToDoAsync(manager, id)).ShouldBeNull();
        (await ToDoAsync(substitute, id)).ShouldNotBeNull();
        var timeline = (await assessor.GetPageAsync($"/synpunkter/arende/{id}")).Body!.TextContent;
        timeline.ShouldContain("Påminnelse om beslut");
        timeline.ShouldContain("Beslutet gick över till ersättaren");
        (await reporter.GetPageAsync($"/synpunkter/arende/{id}")).Body!.TextContent
            .ShouldNotContain("Påminnelse om beslut");

        await DecideAsync(substitute, id, "false", "Bristerna är redan åtgärdade.");
        var mine = (await reporter.GetPageAsync("/synpunkter/mina")).Body!.TextContent;
        mine.ShouldContain("Ingen påkallad granskning");
        mine.ShouldContain("Bristerna är redan åtgärdade.");
        var decided = await HappenedAsync(id);
        decided.ShouldBe(
        [
            "Reported", "Assessed", $"DecisionReminded {wait.RemindOn:O}",
            $"DecisionEscalated {wait.DecideBy.AddDays(1):O}", "TriggeredReviewDecided",
        ]);

        await world.App.Clock.AdvanceByAsync("PT1M");
        (await LoopAsync(id)).ShouldNotBeNull().Version.ShouldBe(decided.Count);
        await world.App.Clock.AdvanceByAsync("P40D");
        (await HappenedAsync(id)).ShouldBe(decided);
        (await LoopAsync(id)).ShouldBeNull("It ended more than thirty days ago.");
        (await ToDoAsync(substitute, id)).ShouldBeNull();
    }

    [Fact]
    public async Task A_decision_in_time_is_the_last_thing_that_happens()
    {
        var (id, wait) = await ProposeAsync(await world.SomebodyAsync(Role.CaseOfficer),
            await world.SomebodyAsync(Role.QualityDeveloper));
        var (manager, substitute) = (await world.SomebodyAsync(Role.UnitManager),
            await world.SomebodyAsync(Role.ProcessOwner));
        (await substitute.GetPageAsync($"/synpunkter/arende/{id}/beslut")).QuerySelector("main form[method=post]")
            .ShouldBeNull();
        using var early = await CallAsync(substitute, id, "decide", new { approved = true, reason = "Jag hann före." });
        await early.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        (await early.CodesAsync()).ShouldBe([$":{ConcernRefusals.NotTheDecider}"]);

        await DecideAsync(manager, id, "true", "Enheten granskas.");
        await ToAsync(wait.DecideBy.AddDays(20));

        (await HappenedAsync(id)).ShouldBe(["Reported", "Assessed", "TriggeredReviewDecided"]);
    }

    [Fact]
    public async Task Whoever_declares_a_conflict_of_interest_reads_and_decides_no_more_and_the_substitute_does()
    {
        var (reporter, assessor) = (await world.SomebodyAsync(Role.CaseOfficer),
            await world.SomebodyAsync(Role.QualityDeveloper));
        var (id, wait) = await ProposeAsync(reporter, assessor);
        var userId = ConcernApp.NewUser();
        var manager = await world.App.SignInAsync(userId, Role.UnitManager);
        var substitute = await world.SomebodyAsync(Role.ProcessOwner);
        var form = await manager.GetFormAsync($"/synpunkter/arende/{id}/beslut");

        using var declared = await (await manager.GetFormAsync($"/synpunkter/arende/{id}/gor/anmal-jav"))
            .With("reason", "Min bror driver enheten.").SubmitAsync();

        await declared.ExpectAsync(HttpStatusCode.SeeOther);
        using var late = await form.With("approved", "true").With("reason", "Granskas.").SubmitAsync();
        await late.ExpectAsync(HttpStatusCode.Forbidden);
        using var closed = await manager.GetAsync($"/synpunkter/arende/{id}", ConcernApp.Cancellation);
        await closed.ExpectAsync(HttpStatusCode.Forbidden);
        (await ToDoAsync(manager, id)).ShouldBeNull();
        (await ToDoAsync(substitute, id)).ShouldNotBeNull();
        (await assessor.GetPageAsync($"/synpunkter/arende/{id}")).Body!.TextContent
            .ShouldContain("Min bror driver enheten.");
        (await reporter.GetPageAsync($"/synpunkter/arende/{id}")).Body!.TextContent.ShouldNotContain("Jäv");

        await ToAsync(wait.DecideBy.AddDays(1));
        var days = await HappenedAsync(id);
        days.Count(happened => happened.StartsWith("DecisionReminded", StringComparison.Ordinal))
            .ShouldBe(1, "The substitute has a day of its own.");
        days.ShouldNotContain(happened => happened.StartsWith("DecisionEscalated", StringComparison.Ordinal));
        await DecideAsync(substitute, id, "true", "Enheten granskas.");
        (await reporter.GetPageAsync("/synpunkter/mina")).Body!.TextContent.ShouldContain("Ingår i granskning");
    }

    private static async Task DecideAsync(HttpClient client, string id, string approved, string reason)
    {
        using var decided = await PostDecisionAsync(client, id, approved, reason);
        await decided.ExpectAsync(HttpStatusCode.SeeOther);
    }

    private static async Task<HttpResponseMessage> PostDecisionAsync(
        HttpClient client, string id, string approved, string reason) =>
        await (await client.GetFormAsync($"/synpunkter/arende/{id}/beslut")).With("approved", approved)
            .With("reason", reason).SubmitAsync();

    private async Task<(string Id, DecisionWait Wait)> ProposeAsync(HttpClient reporter, HttpClient assessor)
    {
        var id = await world.ReportAsync(reporter);
        using var proposed = await ConcernApp.AssessAsync(assessor, id,
            ConcernApp.Assessment("proposeTriggeredReview", "Flera synpunkter."));
        await proposed.ExpectAsync(HttpStatusCode.OK);
        var loaded = await Streams.LoadAsync(ConcernStream.Kind, Id.FromValue(id), ConcernApp.Cancellation);
        return (id, loaded!.State.ShouldBeOfType<ConcernState.AwaitingDecision>().Wait!);
    }

    private static async Task<HttpResponseMessage> CallAsync(
        HttpClient client, string id, string operation, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/concerns/{id}/actions/{operation}")
        { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", "\"v2\"");
        return await client.SendAsync(request, ConcernApp.Cancellation);
    }

    /// <summary>Noon of a day in Stockholm.</summary>
    private Task<ClockMove> ToAsync(DateOnly day) =>
        world.App.Clock.AdvanceToAsync(new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.FromHours(1)));

    /// <summary>What <em>Att göra</em> says about the concern; null: nothing.</summary>
    private static async Task<string?> ToDoAsync(HttpClient client, string id) =>
        (await client.GetPageAsync("/")).QuerySelectorAll("li")
            .Select(item => (Text: item.TextContent, Link: item.QuerySelector("a.todo-text")?.GetAttribute("href")))
            .SingleOrDefault(item => item.Link == $"/synpunkter/arende/{id}/beslut"
                && item.Text.Contains(ToDecide, StringComparison.Ordinal)).Text;

    /// <summary>Names of events; with their day for what the system did.</summary>
    private async Task<IReadOnlyList<string>> HappenedAsync(string id) =>
    [
        .. (await Streams.HistoryAsync(ConcernStream.Kind, Id.FromValue(id), ConcernApp.Cancellation))
            .Select(recorded =>
                recorded.Actor == Actor.System
                    ? $"{recorded.Event.GetType().Name} {recorded.Day:O}"
                    : recorded.Event.GetType().Name),
    ];

    private Task<LoopRow?> LoopAsync(string id) => world.App.Services.GetRequiredService<LoopRows>()
        .FindAsync(ConcernStream.StreamId(Id.FromValue(id)), ConcernApp.Cancellation);

    private Streams Streams => world.App.Services.GetRequiredService<Streams>();
}
