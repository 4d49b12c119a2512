using System.Globalization;
using System.Net;
using Oversight.Functions.Tests.Concerns;
using Oversight.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Reviews.Ending;

/// <summary>A kundflytt that no sanction has brought, over HTTP on the domain clock.</summary>
public sealed class CustomerMovePathTests : IAsyncLifetime
{
    private readonly ConcernApp _world = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    [Trait("Requirement", "R71")]
    public async Task A_review_whose_provider_goes_bankrupt_is_played_to_its_end()
    {
        using var reporter = await _world.SomebodyAsync(Role.CaseOfficer);
        using var lead = await _world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        using var chief = await _world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        var driver = new ReviewDriver(lead, await ReviewDriver.TriggerAsync(_world, by: reporter));
        await ReviewMatrixTests.AdvanceAsync(_world, driver, ReviewStatus.AwaitingPlan);
        (await NotesAsync(reporter)).ShouldBeEmpty();

        // The enhetschef hears of the bankruptcy first.
        using (var form = await (await chief.GetFormAsync($"/granskningar/{driver.Id}/gor/oppna-kundflytt"))
            .With("cause", "konkurs").With("reason", "Tingsrätten har beslutat om konkurs.")
            .With("customers", "14").With("lastDay", Day(30)).SubmitAsync())
            await form.ExpectAsync(HttpStatusCode.SeeOther);
        (await NotesAsync(reporter)).ShouldHaveSingleItem().ShouldStartWith("Inga nya kunder sedan");
        (await reporter.GetPageAsync($"/enheter/{_world.Unit}")).Body!.TextContent
            .ShouldContain("Inga nya kunder sedan");
        (await RefusedAsync(driver, "open-move", new
        {
            cause = "konkurs",
            reason = "Igen.",
            customers = 14,
            lastDay = Day(30),
        })).ShouldContain("move.already-moving");

        // No plan will come: what is open has ended with the operation.
        (await RefusedAsync(driver, "drop-plan", new { reason = "Konkurs." })).ShouldContain("review.findings-remain");
        foreach (var finding in (await driver.ReadAsync())["findings"]!.AsArray().ToList())
            await driver.DoAsync("change-finding", new
            {
                number = finding!["number"]!.GetValue<int>(),
                status = "obsolete",
                reason = "Verksamheten har upphört.",
            });
        await driver.DoAsync("drop-plan", new { reason = "Anordnaren är i konkurs." });
        await driver.DoAsync("count-move", new { remaining = 1, choiceOffered = Day(0) });
        (await RefusedAsync(driver, "close", ReviewDriver.Closing)).ShouldContain("move.customers-remain");
        var page = await lead.GetPageAsync($"/granskningar/{driver.Id}");
        page.QuerySelector("section[aria-labelledby=aterstar]")!.TextContent.ShouldContain("1 kund har inte flyttat");
        page.QuerySelector("section[aria-labelledby=kundflytt]")!.TextContent.ShouldContain("Konkurs");
        page.QuerySelector($"a[href='/granskningar/{driver.Id}/gor/avsluta']").ShouldBeNull();

        // The last day passes with somebody left.
        await _world.App.Clock.AdvanceByAsync("P32D");
        (await lead.GetPageAsync("/")).Body!.TextContent.ShouldContain("kundflytten är inte klar");
        var counted = await driver.DoAsync("count-move", new { remaining = 0 });
        counted["move"]!["atStart"]!.GetValue<int>().ShouldBe(14);
        counted["move"]!["remaining"]!.GetValue<int>().ShouldBe(0);
        (await lead.GetPageAsync("/")).Body!.TextContent.ShouldContain("Avsluta granskningen");
        await driver.DoAsync("close", ReviewDriver.Closing);
        await _world.App.Clock.AdvanceByAsync("PT2M");
        (await reporter.GetPageAsync("/synpunkter/mina")).QuerySelector("article")!.TextContent
            .ShouldContain("Bristen är åtgärdad.");

        // Nobody is placed there again; in the register the unit ends.
        (await NotesAsync(reporter)).ShouldHaveSingleItem();
        using var procurement = await _world.SomebodyAsync(Role.Procurement, ConcernApp.Social);
        using (var form = await (await procurement.GetFormAsync($"/enheter/{_world.Unit}/gor/uppgifter"))
            .With("from", Day(0)).With("validTo", Day(0)).SubmitAsync())
            await form.ExpectAsync(HttpStatusCode.SeeOther);
        await _world.App.Clock.AdvanceByAsync("P2D");
        (await reporter.GetPageAsync("/synpunkter/ny")).QuerySelectorAll("datalist option")
            .Select(option => option.GetAttribute("value")).ShouldNotContain("Björkens ledsagning");
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_somebody_who_takes_over_ends_it()
    {
        using var lead = await _world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        using var other = await _world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        using var officer = await _world.SomebodyAsync(Role.CaseOfficer);
        var driver = new ReviewDriver(lead, await ReviewDriver.TriggerAsync(_world));
        await driver.StartAsync(_world);
        await driver.ReadAsync();
        using (var foreign = await new ReviewDriver(other, driver.Id).TryAsync("open-move", new { }, driver.Version))
            foreign.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var said = await RefusedAsync(driver, "open-move", new { cause = "annat", customers = -1 });
        foreach (var code in new[] { "cause", "reason", "customers", "lastDay" })
            said.ShouldContain($"\"{code}\"");
        await driver.DoAsync("open-move", new
        {
            cause = "tillstand-aterkallat",
            reason = "IVO har återkallat tillståndet.",
            customers = 3,
            lastDay = Day(30),
        });
        using var chief = await _world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        (await RefusedAsync(new ReviewDriver(chief, driver.Id), "cancel", ReviewDriver.Closing))
            .ShouldContain("move.customers-remain");
        await driver.DoAsync("call-off-move", new { reason = "Kommunen tar över verksamheten." });
        (await NotesAsync(officer)).ShouldBeEmpty();
        await new ReviewDriver(chief, driver.Id).DoAsync("cancel", ReviewDriver.Closing);
    }

    private string Day(int days) => DateOnly.FromDateTime(_world.App.Clock.Now.Date).AddDays(days)
        .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<string> RefusedAsync(ReviewDriver driver, string operation, object body)
    {
        await driver.ReadAsync();
        using var response = await driver.TryAsync(operation, body);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }

    /// <summary>What stands beside the units in the form of a concern.</summary>
    private static async Task<IReadOnlyList<string>> NotesAsync(HttpClient officer) =>
    [
        .. (await officer.GetPageAsync("/synpunkter/ny")).QuerySelectorAll("datalist option")
            .Select(option => option.GetAttribute("label")).OfType<string>().Where(label => label.Length > 0),
    ];
}
