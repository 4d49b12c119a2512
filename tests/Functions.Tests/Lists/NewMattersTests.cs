using AngleSharp.Html.Dom;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Lists;

/// <summary>What has come into a list of matters since the person was there, as their own browser knows it.</summary>
public sealed class NewMattersTests(ListedMatters world) : IClassFixture<ListedMatters>
{
    private static int _added = 900;

    [Theory]
    [InlineData("/granskningar", "En granskning har kommit till sedan du var här")]
    [InlineData("/uppgifter", "En uppgift har kommit sedan du var här")]
    [InlineData("/dokument", "Ett dokument har kommit till sedan du var här")]
    [InlineData("/utskick", "Ett brev har kommit till sedan du var här")]
    public async Task What_has_come_is_marked_counted_and_shown_alone(string list, string told)
    {
        var somebody = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        Tags(await somebody.GetPageAsync(list)).ShouldBeEmpty("Nobody knows what is new to who was never there.");
        await world.App.Clock.AdvanceByAsync("PT2H");
        var name = $"Nybygget {Interlocked.Increment(ref _added)}";
        await world.AddAsync(_added, name);

        var page = await somebody.GetPageAsync($"{list}?namn=nybygget&sortera=dokument");
        Tags(page).ShouldHaveSingleItem().ShouldContain(name);
        page.QuerySelector("main")!.TextContent.ShouldContain(told);
        var alone = await somebody.GetPageAsync(
            page.QuerySelector("main a[href*='efter=']")!.GetAttribute("href")!);
        Rows(alone).ShouldHaveSingleItem().ShouldContain(name);
        alone.QuerySelector("main")!.TextContent.ShouldContain("Visar bara det som är nytt sedan");
        alone.QuerySelector("form.filter-form input[name=efter]").ShouldNotBeNull("The selection is kept.");
        alone.QuerySelector($"main a[href^='{list}/excel']")!.GetAttribute("href")!.ShouldContain("efter=");

        await world.App.Clock.AdvanceByAsync("PT40M");
        Tags(await somebody.GetPageAsync(list)).ShouldBeEmpty();
        var another = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        Tags(await another.GetPageAsync(list)).ShouldBeEmpty();
    }

    private static List<string> Rows(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("main tbody tr").Select(row => row.TextContent)];

    private static List<string> Tags(IHtmlDocument page) =>
    [
        .. page.QuerySelectorAll("main tbody tr").Where(row => row.QuerySelectorAll("th .ds-tag").Any(tag =>
            tag.TextContent.Trim() == "Ny")).Select(row => row.TextContent),
    ];
}
