using System.Net;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Answers;

/// <summary>The provider is reminded once, before its last day, of what it has not answered.</summary>
public sealed class AnswerPromptTests(AnswerApp world) : IClassFixture<AnswerApp>
{
    private const string Address = "chef@anordnaren.example";

    [Fact]
    public async Task A_letter_with_a_new_link_reminds_of_what_is_not_answered_once_and_of_nothing_that_is()
    {
        var (silent, reviewer) = await world.StartAsync(Address);
        await silent.DoAsync("ask-supplement", new { asked = "Rutinen." });
        (await world.Mail.LastAsync(Address, 1, ConcernApp.Cancellation)).Subject.ShouldStartWith("Begäran");
        var (answered, _) = await world.StartAsync(null);
        await answered.DoAsync("ask-supplement", new { asked = "Rutinen." });
        using (var browser = await world.EnterAsync(await world.LinkAsync(Address, 2), Address, 3))
        {
            var text = await browser.GetFormAsync("/svar/gor/skriv", "form[action$=skriv]");
            using var saved = await text.With("text", "Här är den.").SubmitAsync();
            await saved.ExpectAsync(HttpStatusCode.SeeOther);
            using var done = await AnswerApp.HandInAsync(browser, "employee");
            await done.ExpectAsync(HttpStatusCode.SeeOther);
        }

        await world.App.Clock.AdvanceByAsync("P9D");
        (await TimelineAsync(reviewer, silent.Id)).ShouldNotContain("Verksamheten påmind");
        await world.App.Clock.AdvanceByAsync("P4D");
        (await TimelineAsync(reviewer, silent.Id)).ShouldContain("Verksamheten påmind: komplettering");
        (await TimelineAsync(reviewer, answered.Id)).ShouldNotContain("Verksamheten påmind");

        // The receipt is the fourth letter, the reminder the fifth and last.
        var reminder = await world.Mail.LastAsync(Address, 5, ConcernApp.Cancellation);
        reminder.Subject.ShouldBe("Påminnelse: Begäran om komplettering – Björkens ledsagning");
        reminder.TextBody!.ShouldContain("Vi har inte fått ert svar än.");
        using (var entered = await world.EnterAsync(await world.LinkAsync(Address, 5), Address, 6))
            (await entered.GetPageAsync("/svar")).Body!.TextContent.ShouldContain("Rutinen.");
        await world.App.Clock.AdvanceByAsync("P1D");
        var letters = (await reviewer.GetPageAsync("/utskick")).QuerySelectorAll("tbody tr")
            .Count(row => row.TextContent.Contains("Påminnelse", StringComparison.Ordinal));
        letters.ShouldBe(1);
    }

    private static async Task<string> TimelineAsync(HttpClient reviewer, string id) => string.Join('\n',
        (await reviewer.GetPageAsync($"/granskningar/{id}")).QuerySelectorAll(".timeline-head")
            .Select(head => head.TextContent));
}
