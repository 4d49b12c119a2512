using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Identity;
using Oversight.Functions.Web.ToDo;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Web;

/// <summary>Att göra, the menu and the health answer, with parts of the test's own.</summary>
public sealed class HomeTests : IAsyncLifetime
{
    private AppFixture _app = null!;

    public async ValueTask InitializeAsync() => _app = await AppFixture.StartAsync(new()
    {
        Services = services => services
            .AddSingleton<IToDoSource>(new Waiting(
                new ToDoItem("Utan dag", "/a"),
                new ToDoItem("Senare", "/b", new DateOnly(2027, 3, 1)),
                new ToDoItem("Nyhet", "/c") { Kind = ToDoKind.News }))
            .AddSingleton<IToDoSource>(
                new Waiting(
                    new ToDoItem("Försenat", "/d", new DateOnly(2027, 1, 13), 7, "Den äldsta har väntat i 9 dagar.")))
            .AddHealthChecks().AddCheck("broken", () => throw new InvalidOperationException("hemlig adress")),
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task What_waits_stands_nearest_first_and_news_by_themselves()
    {
        var page = await (await _app.SignInAsync("eva", Role.CaseOfficer)).GetPageAsync("/");

        page.QuerySelectorAll("main > ul.todo .todo-text").Select(link => link.LastChild!.TextContent.Trim())
            .ShouldBe(["Försenat", "Senare", "Utan dag"]);
        page.QuerySelector("main > ul.todo > li[data-late]")!.TextContent.ShouldContain("Försenat 2 dagar");
        page.QuerySelector("main > ul.todo .todo-count")!.TextContent.ShouldBe("7");
        page.QuerySelectorAll("section .todo-text").ShouldHaveSingleItem().TextContent.Trim().ShouldBe("Nyhet");
        page.QuerySelector(".page-lead")!.TextContent.ShouldStartWith("15 januari 2027");
    }

    [Fact]
    public async Task Somebody_for_whom_nothing_waits_is_told_so()
    {
        await using var calm = await AppFixture.StartAsync();
        var page = await (await calm.SignInAsync("eva", Role.Registrar)).GetPageAsync("/");

        page.QuerySelector(".empty")!.TextContent.ShouldContain("Inget väntar på dig just nu.");
        page.QuerySelectorAll("main a.ds-button").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Role.CaseOfficer, "Att göra, Ny synpunkt, Mina synpunkter, Anordnare, Uppgifter")]
    [InlineData(Role.BoardSecretary, "Att göra, Årsplan, Sanktioner, Sammanträden, Dokument")]
    [InlineData(Role.Administrator, "Att göra, Anordnare, Drift")]
    public async Task The_menu_shows_what_the_role_may_reach(Role role, string links)
    {
        var page = await (await _app.SignInAsync("eva", role)).GetPageAsync("/");

        string.Join(", ", page.QuerySelectorAll(".site-nav a").Select(link => link.TextContent)).ShouldBe(links);
        page.QuerySelector(".site-nav a[aria-current=page]")!.TextContent.ShouldBe("Att göra");
    }

    [Fact]
    public async Task The_head_says_who_is_signed_in_and_as_what()
    {
        var page = await (await _app.SignInAsync("eva", Role.UnitManager, "socialnamnden")).GetPageAsync("/");

        page.QuerySelector(".site-user")!.TextContent.ShouldContain("Test eva");
        page.QuerySelector(".site-user")!.TextContent.ShouldContain("Enhetschef · Socialnämnden");
        page.QuerySelector(".site-municipality")!.TextContent.ShouldBe("Nacka kommun");
    }

    [Fact]
    public async Task A_part_that_does_not_answer_makes_health_503_without_saying_why()
    {
        using var response = await _app.Anonymous().GetAsync("/api/health", TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        text.ShouldContain("\"broken\":{\"state\":\"down\"}");
        text.ShouldNotContain("hemlig");
    }

    private sealed class Waiting(params IReadOnlyList<ToDoItem> items) : IToDoSource
    {
        public Task<IReadOnlyList<ToDoItem>> ForAsync(
            SignedInUser user, DateOnly today, CancellationToken cancellation) => Task.FromResult(items);
    }
}
