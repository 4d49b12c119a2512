using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Messaging;
using Oversight.Functions.MorningLetters;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Answers;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.MorningLetters;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.MorningLetters;

/// <summary>
/// The morgonbrev, from the wish to the letter, with a real mail server. It is Friday 15 January 2027.
/// </summary>
public sealed partial class MorningLetterTests
{
    private const string Anna = "anna@kommunen.example";
    private const string Bo = "bo@kommunen.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_letter_counts_what_waits_and_names_neither_person_unit_nor_matter()
    {
        await using var world = await StartAsync();
        using var anna = await world.App.SignInAsync("anna", Role.QualityDeveloper, ConcernApp.Social);
        var review = await ReviewDriver.TriggerAsync(world);
        var officer = await world.SomebodyAsync(Role.CaseOfficer);
        var concern = await world.ReportAsync(officer);
        await world.ReportAsync(officer);
        await TurnOnAsync(anna, Anna);
        await MorningAsync(world.App, "2027-01-18");

        var letter = world.Mail.To(Anna).ShouldHaveSingleItem();
        var page = await anna.GetPageAsync("/");
        var rows = page.QuerySelectorAll("main ul.todo > li").ToList();
        rows.ShouldContain(row => row.TextContent.Contains("Björkens ledsagning", StringComparison.Ordinal));
        var things = rows.Sum(row => int.Parse(
            row.QuerySelector(".todo-count")?.TextContent ?? "1", CultureInfo.InvariantCulture));
        things.ShouldBeGreaterThan(2);
        letter.Subject.ShouldBe($"Att göra: {things} saker väntar på dig");
        var text = letter.TextBody.ShouldNotBeNull();
        text.ShouldContain($"{things} saker väntar på dig i Att göra.");
        text.ShouldContain($"Försenade rader: {rows.Count(row => row.HasAttribute("data-late"))}");
        text.ShouldContain("Synpunkter: 2");
        text.ShouldContain("Granskningar: 1");
        text.ShouldContain("14 dagar");
        text.ShouldContain("/morgonbrev");
        letter.MessageId.ShouldStartWith(
            MorningLetterDecider.LetterOf(MorningLetterDecider.IdOf("anna"), new DateOnly(2027, 1, 18)).Value);

        var said = letter.Subject + text;
        foreach (var secret in new[] { "Björkens", "Omsorg i", "Testby", "Test anna", review, concern })
            said.ShouldNotContain(secret);
        AddressPattern().Matches(said).Select(found => found.Value.Split('/', 4)[3])
            .ShouldBe(["", "morgonbrev"], ignoreOrder: true, "No matter is linked.");
    }

    [Fact]
    public async Task There_is_one_letter_a_day_however_often_the_timer_or_the_job_runs_and_none_on_red_days()
    {
        await using var world = await StartAsync();
        using var anna = await WaitedForAsync(world, "anna");
        await TurnOnAsync(anna, Anna);
        await MorningAsync(world.App, "2027-01-18");
        world.Mail.To(Anna).Count.ShouldBe(1);

        await RunTimerAsync(world.App);
        await RunJobAsync(world.App, "anna", new DateOnly(2027, 1, 18));
        await RunJobAsync(world.App, "anna", new DateOnly(2027, 1, 15));
        await world.App.Clock.AdvanceByAsync("PT1M");
        world.Mail.To(Anna).Count.ShouldBe(1);

        await world.App.Clock.AdvanceToAsync(Noon("2027-01-24"));
        world.Mail.To(Anna).Count.ShouldBe(5, "From Monday to Friday, and not on Saturday or Sunday.");
        await world.App.Clock.AdvanceToAsync(Noon("2027-03-25"));
        await anna.GetPageAsync("/");
        var before = world.Mail.To(Anna).Count;
        await world.App.Clock.AdvanceToAsync(Noon("2027-03-29"));
        world.Mail.To(Anna).Count.ShouldBe(before, "From långfredagen to annandag påsk.");
        await world.App.Clock.AdvanceToAsync(Noon("2027-03-30"));
        world.Mail.To(Anna).Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task Nobody_gets_a_letter_of_nothing_or_after_fourteen_days_without_a_sign_in()
    {
        await using var world = await StartAsync();
        using var secretary = await world.App.SignInAsync("sekreterare", Role.BoardSecretary, ConcernApp.Social);
        await TurnOnAsync(secretary, Bo);
        using var anna = await WaitedForAsync(world, "anna");
        await TurnOnAsync(anna, Anna);

        await world.App.Clock.AdvanceToAsync(Noon("2027-01-30"));
        world.Mail.To(Bo).ShouldBeEmpty("Nothing waits for the secretary.");
        world.Mail.To(Anna).Count.ShouldBe(10, "The last one on Friday, fourteen days after.");
        await world.App.Clock.AdvanceToAsync(Noon("2027-02-02"));
        world.Mail.To(Anna).Count.ShouldBe(10);

        await anna.GetPageAsync("/");
        await world.App.Clock.AdvanceToAsync(Noon("2027-02-03"));
        world.Mail.To(Anna).Count.ShouldBe(11, "She is back.");
    }

    [Fact]
    public async Task Turned_off_it_is_off_its_address_is_gone_and_anothers_wish_is_untouched()
    {
        await using var world = await StartAsync();
        using var anna = await WaitedForAsync(world, "anna");
        using var bo = await WaitedForAsync(world, "bo");
        await TurnOnAsync(anna, Anna);
        await TurnOnAsync(bo, Bo);
        Text(await anna.GetPageAsync("/morgonbrev")).ShouldContain(Anna);
        Text(await bo.GetPageAsync("/morgonbrev")).ShouldNotContain(Anna);

        using (var off = await (await anna.GetFormAsync("/morgonbrev/gor/sla-av")).SubmitAsync())
            await off.ExpectAsync(HttpStatusCode.SeeOther);
        await MorningAsync(world.App, "2027-01-18");

        world.Mail.To(Anna).ShouldBeEmpty();
        world.Mail.To(Bo).Count.ShouldBe(1);
        Text(await anna.GetPageAsync("/morgonbrev")).ShouldNotContain(Anna);
        (await KeptAsync(world.App, "anna")).ShouldBeEmpty();
        (await KeptAsync(world.App, "bo")).ShouldBe([Bo]);
        await TurnOnAsync(anna, "anna.ny@kommunen.example");
        (await KeptAsync(world.App, "anna")).ShouldBe(["anna.ny@kommunen.example"]);
    }

    [Fact]
    public async Task A_refused_address_is_told_on_the_page_and_another_takes_its_place()
    {
        await using var world = await StartAsync();
        using var anna = await WaitedForAsync(world, "anna");
        await TurnOnAsync(anna, MailBox.Refused);
        await MorningAsync(world.App, "2027-01-18");
        Text(await anna.GetPageAsync("/morgonbrev")).ShouldContain("E-postservern tog inte emot brevet");

        var form = await anna.GetFormAsync("/morgonbrev/gor/byt-adress");
        using (var changed = await form.With("address", Anna).SubmitAsync())
            await changed.ExpectAsync(HttpStatusCode.SeeOther);
        (await KeptAsync(world.App, "anna")).ShouldBe([Anna]);
        await MorningAsync(world.App, "2027-01-19");
        world.Mail.To(Anna).Count.ShouldBe(1);
        var page = Text(await anna.GetPageAsync("/morgonbrev"));
        page.ShouldNotContain("tog inte emot");
        page.ShouldContain("Senast skickat");
    }

    [Fact]
    public async Task Without_a_mail_server_the_page_says_so_and_what_is_no_address_is_refused_at_its_field()
    {
        await using var world = new ConcernApp();
        await world.InitializeAsync();
        using var anna = await WaitedForAsync(world, "anna");
        foreach (var (address, code) in new[] { ("", "address-missing"), ("anna", "address-impossible") })
        {
            using var refused = await ReviewDriver.SendAsync(
                anna, "/api/v1/morning-letter/actions/turn-on", new { address }, 0);
            await refused.ExpectAsync(HttpStatusCode.UnprocessableEntity);
            (await refused.CodesAsync()).ShouldBe([$"address:morning-letter.{code}"]);
        }

        (await KeptAsync(world.App, "anna")).ShouldBeEmpty();
        using (var on = await ReviewDriver.SendAsync(
            anna, "/api/v1/morning-letter/actions/turn-on", new { address = Anna }, 0))
            (await on.ReadJsonAsync())["isOn"]!.GetValue<bool>().ShouldBeTrue();
        await MorningAsync(world.App, "2027-01-18");
        Text(await anna.GetPageAsync("/morgonbrev")).ShouldContain("ingen e-postserver");
    }

    [Fact]
    public async Task Whoever_is_forgotten_is_forgotten_with_the_address()
    {
        await using var world = await StartAsync();
        using var anna = await WaitedForAsync(world, "anna");
        await TurnOnAsync(anna, Anna);
        await world.App.Clock.AdvanceToAsync(Noon("2027-04-20"));

        (await KeptAsync(world.App, "anna")).ShouldBeEmpty();
        Text(await anna.GetPageAsync("/morgonbrev")).ShouldContain("Av");
        (await anna.GetPageAsync("/morgonbrev/gor/sla-pa")).QuerySelector("input[name=address]").ShouldNotBeNull();
    }

    private static async Task<AnswerApp> StartAsync()
    {
        var world = new AnswerApp();
        await world.InitializeAsync();
        return world;
    }

    /// <summary>Somebody for whom a concern waits.</summary>
    private static async Task<HttpClient> WaitedForAsync(ConcernApp world, string user)
    {
        await world.ReportAsync(await world.SomebodyAsync(Role.CaseOfficer));
        return await world.App.SignInAsync(user, Role.QualityDeveloper, ConcernApp.Social);
    }

    private static async Task TurnOnAsync(HttpClient client, string address)
    {
        var form = await client.GetFormAsync("/morgonbrev/gor/sla-pa");
        using var on = await form.With("address", address).SubmitAsync();
        await on.ExpectAsync(HttpStatusCode.SeeOther);
    }

    /// <summary>A minute after the letters of the day.</summary>
    private static async Task MorningAsync(AppFixture app, string day) =>
        await app.Clock.AdvanceToAsync(Noon(day).AddHours(-5.4));

    private static DateTimeOffset Noon(string day) =>
        DateTimeOffset.Parse($"{day}T12:00:00+01:00", CultureInfo.InvariantCulture);

    private static Task RunTimerAsync(AppFixture app) =>
        ActivatorUtilities.CreateInstance<MorningLetterTimer>(app.Services).Daily(null!, Cancellation);

    private static Task RunJobAsync(AppFixture app, string user, DateOnly day) =>
        app.Services.GetServices<IJobHandler>().OfType<MorningLetterJob>().Single()
            .HandleAsync(MorningLetterJob.For(MorningLetterDecider.IdOf(user), day), Cancellation);

    /// <summary>The addresses that are kept for somebody.</summary>
    private static async Task<IReadOnlyList<string>> KeptAsync(AppFixture app, string user) =>
    [
        .. (await app.Services.GetRequiredService<PrivateTexts>().ReadAllAsync(
            MorningLetterStream.StreamId(MorningLetterDecider.IdOf(user)), Cancellation))
            .Values.SelectMany(entry => entry.Fields.Values),
    ];

    private static string Text(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;

    [GeneratedRegex("https?://[^\\s]+")]
    private static partial Regex AddressPattern();
}
