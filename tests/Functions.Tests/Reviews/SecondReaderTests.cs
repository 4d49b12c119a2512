using System.Net;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Settings;
using Oversight.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Reviews;

/// <summary>The municipality as it is, but for a second reader of every draft.</summary>
public sealed class SecondReaderApp : ConcernApp
{
    private readonly SettingsFolder _settings = SettingsFolder.CopyOfNacka();

    public SecondReaderApp() => _settings.Edit("reviews.json", rules => rules[0]!["secondReader"] = true);

    protected override AppOptions Options =>
        new() { Settings = new Dictionary<string, string?> { ["Oversight:Settings"] = _settings.Path } };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _settings.Dispose();
    }
}

public sealed class SecondReaderTests(SecondReaderApp world) : IClassFixture<SecondReaderApp>
{
    private const string Member = "join take-over declare-conflict";
    private const string Outside = " seal raise-ivo-question propose-referral open-move";
    private const string AtOnce = " take-urgent-measure";

    [Theory]
    [InlineData(
        ReviewStatus.Underway,
        "set-scope attach-source record-visit judge note-interview add-photos add-finding change-finding "
            + "ask-supplement ask-reading communicate add-concerns join-board declare-conflict pause" + Outside, Member,
        "declare-conflict cancel pause" + Outside + AtOnce)]
    [InlineData(
        ReviewStatus.Reading, "attach-source take-back declare-conflict pause" + Outside,
        "read-draft return-draft " + Member,
        "declare-conflict cancel pause" + Outside + AtOnce)]
    public async Task Every_role_can_do_what_the_table_says_and_nothing_else(
        ReviewStatus status, string lead, string developer, string manager)
    {
        var (driver, reviewer) = await StartAsync();
        if (status == ReviewStatus.Reading)
            await driver.DoAsync("ask-reading");
        var surprises = await ReviewMatrixTests.TryAllAsync(world, reviewer, driver, who => who switch
        {
            null => lead,
            Role.QualityDeveloper => developer,
            Role.UnitManager => manager,
            Role.ProcessOwner or Role.MedicallyResponsible => "declare-conflict",
            _ => "",
        });
        surprises.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_draft_is_read_by_another_before_it_is_communicated_and_the_report_says_by_whom()
    {
        var (driver, reviewer) = await StartAsync();
        await driver.ReadAsync();
        using var unread = await driver.TryAsync("communicate", new { waived = true, reason = "Brådskar." });
        unread.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await unread.ReadJsonAsync()).ToJsonString().ShouldContain("review.not-read");

        (await driver.DoAsync("ask-reading"))["status"]!.GetValue<string>().ShouldBe("reading");
        (await ToDoAsync(reviewer, driver)).ShouldBeNull();
        var reader = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var second = new ReviewDriver(reader, driver.Id);
        (await ToDoAsync(reader, driver)).ShouldNotBeNull()
            .ShouldContain("Läs utkastet till rapport om Björkens ledsagning");
        await AskedLateAsync(driver, reader);
        var papers = await ReviewPapers.OfAsync(reader, driver.Id);
        (await ReviewPapers.TextAsync(reader, papers["Granskningsrapport, version 1"])).ShouldContain("Nås inte.");

        await second.DoAsync("return-draft", new { reason = "Skriv vad som är belagt." });
        (await reviewer.GetPageAsync($"/granskningar/{driver.Id}")).Body!.TextContent
            .ShouldContain("Skriv vad som är belagt.");
        await driver.DoAsync("ask-reading");
        await second.DoAsync("read-draft", new { remarks = "Bra nu." });
        await driver.DoAsync("communicate", new { waived = true, reason = "Brådskar." });
        await driver.DoAsync("establish", new { summary = "En brist." });
        await world.App.Clock.AdvanceByAsync("PT2M");
        var report = await ReviewPapers.TextAsync(reader, papers["Granskningsrapport, version 1"]);
        report.ShouldContain("En andra granskare, Test user-");
        report.ShouldNotContain("utkast", Case.Insensitive);
        (await ToDoAsync(reader, driver)).ShouldBeNull();
    }

    /// <summary>The reader's day has passed: that is seen, and not told to the enhetschef.</summary>
    private async Task AskedLateAsync(ReviewDriver driver, HttpClient reader)
    {
        var (todo, page) = ($"main li[data-late] a[href='/granskningar/{driver.Id}']", $"/granskningar/{driver.Id}");
        (await reader.GetPageAsync("/")).QuerySelector(todo).ShouldBeNull();
        (await reader.GetPageAsync(page)).QuerySelector(".facts")!.TextContent.ShouldContain("Väntas senast");
        await world.App.Clock.AdvanceByAsync("P20D");
        (await reader.GetPageAsync("/")).QuerySelector(todo).ShouldNotBeNull();
        (await reader.GetPageAsync(page)).QuerySelector(".facts")!.TextContent.ShouldContain("försenad");
        var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        (await ToDoAsync(chief, driver)).ShouldBeNull("what staff have to do goes to no chief");
    }

    /// <summary>What <em>Att göra</em> says of the review; null where it says nothing.</summary>
    private static async Task<string?> ToDoAsync(HttpClient client, ReviewDriver driver) =>
        (await client.GetPageAsync("/")).QuerySelector($"main a[href='/granskningar/{driver.Id}']")?.TextContent;

    private async Task<(ReviewDriver Driver, HttpClient Reviewer)> StartAsync()
    {
        var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var driver = new ReviewDriver(reviewer, await ReviewDriver.TriggerAsync(world));
        await ReviewMatrixTests.AdvanceAsync(world, driver, ReviewStatus.Underway);
        return (driver, reviewer);
    }
}
