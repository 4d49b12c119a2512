using AngleSharp.Html.Dom;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Concerns;

/// <summary>What is new in a list since the person was there, as the person's own browser knows it.</summary>
public sealed class SinceLastTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    private const string Inbox = "/synpunkter/inkorg";

    [Fact]
    public async Task What_has_come_since_the_assessor_was_there_is_new_for_as_long_as_the_work_goes_on()
    {
        var officer = await world.SomebodyAsync(Role.CaseOfficer);
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var old = await world.ReportAsync(officer);
        (await assessor.GetPageAsync(Inbox)).ShouldSatisfyAllConditions(
            page => Tags(page).ShouldBeEmpty("Nobody knows what is new to somebody who was never there."),
            page => After(page).ShouldBeNull());
        await world.App.Clock.AdvanceByAsync("PT2H");
        var fresh = await world.ReportAsync(officer);

        var first = await assessor.GetPageAsync(Inbox);
        await world.App.Clock.AdvanceByAsync("PT20M");
        var goesOn = await assessor.GetPageAsync(Inbox);
        var alone = await assessor.GetPageAsync(After(first)!);
        await world.App.Clock.AdvanceByAsync("PT40M");
        var later = await assessor.GetPageAsync(Inbox);

        foreach (var page in new[] { first, goesOn })
        {
            Tags(page).ShouldBe([fresh]);
            MainText(page).ShouldContain("En synpunkt har kommit in sedan du var här");
        }

        Ids(alone).ShouldBe([fresh]);
        MainText(alone).ShouldContain("Visar bara det som är nytt sedan");
        alone.QuerySelector("form.filter-form input[name=efter]").ShouldNotBeNull("The selection is kept.");
        (await assessor.GetPageAsync(Link(alone, "Visa allt")!)).ShouldSatisfyAllConditions(
            page => Ids(page).ShouldContain(old),
            page => Ids(page).ShouldContain(fresh));
        Tags(later).ShouldBeEmpty();
        After(later).ShouldBeNull();
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00.000Z")]
    [InlineData("9999-12-31T23:59:59.999Z")]
    [InlineData("i-gar")]
    public async Task Any_instant_in_the_address_is_answered_with_the_list(string after)
    {
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);

        (await assessor.GetPageAsync($"{Inbox}?efter={after}")).QuerySelector("h1")!.TextContent.ShouldBe("Inkorg");
    }

    [Fact]
    public async Task The_browser_of_another_person_and_a_damaged_cookie_know_nothing()
    {
        var officer = await world.SomebodyAsync(Role.CaseOfficer);
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        await assessor.GetPageAsync(Inbox);
        await world.App.Clock.AdvanceByAsync("PT2H");
        await world.ReportAsync(officer);
        using var request = new HttpRequestMessage(HttpMethod.Get, Inbox);
        var cookie = (await assessor.SendAsync(request, ConcernApp.Cancellation)).Headers.GetValues("Set-Cookie")
            .Single(header => header.StartsWith("sedan-sist=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain($"path={Inbox}");
        var value = cookie.Split(';')[0];

        foreach (var sent in new[] { value, "sedan-sist=x", "sedan-sist=..", value + "9999999999999999999" })
        {
            var other = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
            using var asked = new HttpRequestMessage(HttpMethod.Get, Inbox);
            asked.Headers.Add("Cookie", sent);
            using var answer = await other.SendAsync(asked, ConcernApp.Cancellation);
            var page = await answer.ReadPageAsync();
            Tags(page).ShouldBeEmpty(sent);
        }
    }

    [Fact]
    public async Task A_reporter_sees_which_of_the_own_concerns_something_has_happened_to()
    {
        var officer = await world.SomebodyAsync(Role.CaseOfficer);
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var assessed = await world.ReportAsync(officer);
        await world.ReportAsync(officer);
        await officer.GetPageAsync("/synpunkter/mina");
        await world.App.Clock.AdvanceByAsync("PT2H");
        using (var done = await ConcernApp.AssessAsync(assessor, assessed, ConcernApp.Assessment()))
            await done.ExpectAsync(System.Net.HttpStatusCode.OK);

        var page = await officer.GetPageAsync("/synpunkter/mina");

        page.QuerySelectorAll("article").Where(IsNew)
            .Select(article => IdOf(article.QuerySelector("h2 a")!.GetAttribute("href")!)).ShouldBe([assessed]);
    }

    private static bool IsNew(AngleSharp.Dom.IElement element) =>
        element.QuerySelectorAll(".ds-tag").Any(tag => tag.TextContent == "Ny");

    private static List<string> Tags(IHtmlDocument page) =>
    [
        .. page.QuerySelectorAll("main tbody tr").Where(IsNew)
            .Select(row => IdOf(row.QuerySelector("th a")!.GetAttribute("href")!)),
    ];

    private static List<string> Ids(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("main tbody th a").Select(link => IdOf(link.GetAttribute("href")!))];

    private static string IdOf(string href) => href.Split('/')[^1].Split('?')[0];

    private static string MainText(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;

    private static string? After(IHtmlDocument page) => Link(page, "Visa bara det som är nytt");

    private static string? Link(IHtmlDocument page, string text) =>
        page.QuerySelectorAll("main a").SingleOrDefault(link => link.TextContent == text)?.GetAttribute("href");
}
