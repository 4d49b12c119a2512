using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Answers;
using Oversight.Functions.Answers;
using Oversight.Functions.Answers.Registration;
using Oversight.Functions.Identity;
using Oversight.Functions.Notifications;
using Oversight.Functions.Operations;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Answers;

/// <summary>
/// What a link lets its holder do in each state of an answer, and which roles do what with a letter, here once more in
/// full.
/// </summary>
public sealed class AnswerMatrixTests(AnswerApp world) : IClassFixture<AnswerApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("text", "write-answer add-files hand-in")]
    [InlineData("plan", "add-measure add-files hand-in")]
    [InlineData("planned", "add-measure remove-measure add-files hand-in")]
    [InlineData("handedIn", "")]
    [InlineData("withdrawn", "")]
    [InlineData("late", "")]
    public async Task A_link_lets_its_holder_do_what_the_state_allows_and_nothing_else(string state, string expected)
    {
        var address = $"{Unique.Word()}@anordnaren.example";
        var (driver, _) = await world.StartAsync(address);
        if (state is "plan" or "planned")
        {
            await AnswerApp.ReportAsync(driver);
            await driver.DoAsync("ask-plan");
        }
        else
        {
            await driver.DoAsync("ask-supplement", new { asked = "Rutinen." });
        }

        using var browser = await world.EnterAsync(await world.LinkAsync(address), address);
        switch (state)
        {
            case "planned":
                var measure = await browser.GetFormAsync("/svar/gor/lagg-till-atgard",
                    "form[action$=lagg-till-atgard]");
                using (var added = await measure.With("finding", "1").With("what", "Växel.").With("responsible", "Chef")
                    .With("due", "2027-09-01").SubmitAsync())
                    await added.ExpectAsync(HttpStatusCode.SeeOther);
                break;
            case "handedIn":
                var text = await browser.GetFormAsync("/svar/gor/skriv", "form[action$=skriv]");
                using (var saved = await text.With("text", "Svar.").SubmitAsync())
                    await saved.ExpectAsync(HttpStatusCode.SeeOther);
                using (var done = await AnswerApp.HandInAsync(browser, "employee"))
                    await done.ExpectAsync(HttpStatusCode.SeeOther);
                break;
            case "withdrawn":
                await driver.DoAsync("receive-supplement", new
                {
                    number = 1,
                    receivedOn = world.Today,
                    answer = "Kom på papper."
                });
                await world.App.Clock.AdvanceByAsync("PT1M");
                break;
            case "late":
                var again = await world.LinkAsync(address);
                await world.App.Clock.AdvanceByAsync("P18D");
                using (var gone = await world.App.Anonymous().GetAsync(again, Cancellation))
                    gone.StatusCode.ShouldBe(HttpStatusCode.Gone);
                return;
        }

        var offered = new List<string>();
        foreach (var operation in world.App.Services.GetRequiredService<OperationTable>().Of(AnswerSubject.SubjectName))
        {
            using var form = await browser.GetAsync($"/svar/gor/{operation.Name.Segment}", Cancellation);
            if (form.StatusCode == HttpStatusCode.OK)
                offered.Add(operation.Name.Name);
            else
                form.StatusCode.ShouldBe(HttpStatusCode.SeeOther, operation.Name.Name);
        }

        offered.ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
        using var staff = await browser.GetAsync("/granskningar", Cancellation);
        staff.StatusCode.ShouldBe(HttpStatusCode.Redirect, "A link opens nothing of the staff's.");
    }

    [Fact]
    public async Task Only_kvalitetsutvecklare_of_the_board_send_a_letter_again_or_bring_it_and_others_see_it()
    {
        await world.SetContactAsync(MailBox.Refused);
        var (driver, reviewer) = await world.StartAsync(null);
        await driver.DoAsync("ask-supplement", new { asked = "Rutinen." });
        await world.App.Clock.AdvanceByAsync("PT1M");
        var letter = (await reviewer.GetPageAsync("/utskick")).QuerySelector("tbody a")!.GetAttribute("href")!;
        foreach (var role in RoleNames.All)
        {
            foreach (var board in new[] { ConcernApp.Social, ConcernApp.Elder })
            {
                using var client = await world.SomebodyAsync(role, board);
                var reads = board == ConcernApp.Social
                    && role is (Role.QualityDeveloper or Role.UnitManager or Role.ProcessOwner
                        or Role.MedicallyResponsible);
                using var page = await client.GetAsync(letter, Cancellation);
                page.StatusCode.ShouldBe(reads ? HttpStatusCode.OK : HttpStatusCode.Forbidden,
                    $"{role} of {board} reads");
                var does = role == Role.QualityDeveloper && board == ConcernApp.Social;
                using var form = await client.GetAsync($"{letter}/gor/forsok-igen", Cancellation);
                form.StatusCode.ShouldBe(does ? HttpStatusCode.OK : HttpStatusCode.Forbidden,
                    $"{role} of {board} sends again");
                if (does)
                    continue;
                using var brought = await client.PostFormAsync($"{letter}/brev", []);
                brought.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{role} of {board} brings it");
            }
        }

        world.App.Services.GetRequiredService<OperationTable>().Of(LetterSubject.SubjectName)
            .Select(operation => operation.Name.Name).ShouldBe(["retry"]);
    }

    [Fact]
    public async Task Only_the_registrator_of_the_board_registers_what_was_handed_in()
    {
        var address = $"{Unique.Word()}@anordnaren.example";
        var (driver, _) = await world.StartAsync(address);
        await driver.DoAsync("ask-supplement", new { asked = "Rutinen." });
        using var browser = await world.EnterAsync(await world.LinkAsync(address), address);
        var text = await browser.GetFormAsync("/svar/gor/skriv", "form[action$=skriv]");
        using (var saved = await text.With("text", "Svar.").SubmitAsync())
            await saved.ExpectAsync(HttpStatusCode.SeeOther);
        using (var done = await AnswerApp.HandInAsync(browser, "employee"))
            await done.ExpectAsync(HttpStatusCode.SeeOther);
        var registration =
            $"/diariet/svar/{AnswerStream.IdOf(Id.FromValue(driver.Id), AnswerKind.Supplement, 1)}/gor/diariefor";
        foreach (var role in RoleNames.All)
        {
            foreach (var board in new[] { ConcernApp.Social, ConcernApp.Elder })
            {
                using var client = await world.SomebodyAsync(role, board);
                var does = role == Role.Registrar && board == ConcernApp.Social;
                using var form = await client.GetAsync(registration, Cancellation);
                form.StatusCode.ShouldBe(does ? HttpStatusCode.OK : HttpStatusCode.Forbidden,
                    $"{role} of {board} opens the form");
                if (does)
                    continue;
                using var posted = await client.PostFormAsync(registration, []);
                posted.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{role} of {board} registers");
            }
        }

        world.App.Services.GetRequiredService<OperationTable>().Of(ReceivedAnswerSubject.SubjectName)
            .Select(operation => operation.Name.Name).ShouldBe(["register-answer"]);
    }
}
