using System.Net;
using System.Text;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Web;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Web;

/// <summary>What was typed comes back, whatever stopped it.</summary>
[Collection(nameof(ConcernApp))]
public sealed class EdgeAnswerTests(ConcernApp world)
{
    private const string Script = "Text med </textarea><script>alert(1)</script> & rad\nen till, åäö.";

    [Fact]
    public async Task A_draft_survives_that_the_session_ended_and_is_saved_once_when_it_is_sent_again()
    {
        var user = ConcernApp.NewUser();
        using var reporter = await world.App.SignInAsync(user, Role.CaseOfficer);
        var form = await world.FilledFormAsync(reporter, Script);
        await reporter.GetAsync("/.auth/logout", ConcernApp.Cancellation);
        using var signedOut = await form.SubmitAsync();
        await signedOut.ExpectAsync(HttpStatusCode.Unauthorized);
        var page = await signedOut.ReadPageAsync();
        page.QuerySelector("h1")!.TextContent.ShouldBe("Du är inte längre inloggad");
        page.QuerySelectorAll("script").ShouldBeEmpty();
        page.QuerySelector("main a[target=_blank]")!.GetAttribute("href").ShouldStartWith("/.auth/login/");

        using var again = await world.App.SignInAsync(user, Role.CaseOfficer);
        for (var time = 0; time < 2; time++)
        {
            using var saved = await FormPage.Of(again, page, "/synpunkter/ny", "main form").SubmitAsync();
            await saved.ExpectAsync(HttpStatusCode.SeeOther);
        }

        var mine = (await again.GetPageAsync("/synpunkter/mina"))
            .QuerySelectorAll("main a[href^='/synpunkter/arende/']").ShouldHaveSingleItem();
        (await again.GetPageAsync(mine.GetAttribute("href")!)).QuerySelector(".quoted")!.TextContent.ShouldBe(Script);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    public async Task What_is_no_form_is_sent_to_sign_in_without_being_read(string type)
    {
        using var content = new StringContent("text=hej", Encoding.UTF8, type);
        using var answer = await world.App.Anonymous().PostAsync("/synpunkter/ny", content, ConcernApp.Cancellation);
        await answer.ExpectAsync(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Files_that_are_too_large_are_said_at_their_field_and_the_typed_text_is_still_there()
    {
        using var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var form = (await world.FilledFormAsync(reporter, Script))
            .WithFile("attachments", "stor.pdf", "application/pdf", new byte[27 * 1024 * 1024]);

        using var answer = await form.SubmitAsync();

        await answer.ExpectAsync(HttpStatusCode.RequestEntityTooLarge);
        var back = FormPage.Of(reporter, await answer.ReadPageAsync(), "/synpunkter/ny", "main form");
        back["text"].ShouldBe(Script);
        back["unitId"].ShouldBe(ConcernApp.UnitLabel);
        back["_key"].ShouldBe(form["_key"]);
        back.Document.QuerySelector(".ds-error-summary a")!.GetAttribute("href").ShouldBe("#falt-attachments");
        using var saved = await back.SubmitAsync();
        await saved.ExpectAsync(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_call_that_says_nothing_about_where_it_comes_from_is_told_what_to_send()
    {
        using var caller = await world.SomebodyAsync(Role.CaseOfficer);
        caller.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        using var answer = await caller.PostAsync("/api/v1/concerns", null, ConcernApp.Cancellation);

        await answer.ExpectAsync(HttpStatusCode.Forbidden);
        var problem = await answer.ReadJsonAsync();
        problem["code"]!.GetValue<string>().ShouldBe(WebRefusals.OriginMissing);
        problem["title"]!.GetValue<string>().ShouldContain("Origin");
    }

    [Fact]
    public async Task Two_who_change_the_same_concern_see_what_the_other_wrote_and_keep_what_they_wrote()
    {
        var id = await world.ReportAsync(await world.SomebodyAsync(Role.CaseOfficer));
        var (first, second) = (await world.SomebodyAsync(Role.QualityDeveloper),
            await world.SomebodyAsync(Role.MedicallyResponsible));
        var page = $"/synpunkter/arende/{id}";
        var mine = (await second.GetFormAsync(page)).Assessed("Min motivering.");
        using var saved = await (await first.GetFormAsync(page)).Assessed("Den andras motivering.").SubmitAsync();
        saved.Headers.Location!.ToString().ShouldBe($"{page}?klart=bedom");
        (await first.GetPageAsync(saved.Headers.Location.ToString())).QuerySelector(".ds-alert")!.TextContent
            .ShouldContain("Bedömningen är sparad.");

        using var late = await mine.SubmitAsync();

        await late.ExpectAsync(HttpStatusCode.Conflict);
        var answer = FormPage.Of(second, await late.ReadPageAsync(), page, "main form");
        answer.Document.QuerySelector(".ds-alert")!.TextContent.ShouldContain("Den andras motivering.");
        answer["reason"].ShouldBe("Min motivering.");
        answer["_version"].ShouldBe("2");
        using var renewed = await answer.SubmitAsync();
        await renewed.ExpectAsync(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_form_sent_twice_with_other_content_leads_to_what_was_saved_the_first_time()
    {
        var id = await world.ReportAsync(await world.SomebodyAsync(Role.CaseOfficer));
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper);
        var form = (await assessor.GetFormAsync($"/synpunkter/arende/{id}")).Assessed("En gång.");
        using var first = await form.SubmitAsync();
        await first.ExpectAsync(HttpStatusCode.SeeOther);

        using var other = await form.With("reason", "En annan gång.").SubmitAsync();

        await other.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        var page = await other.ReadPageAsync();
        page.QuerySelector(".ds-error-summary")!.TextContent.ShouldContain("redan skickats");
        page.QuerySelectorAll($"main a[href='/synpunkter/arende/{id}']").Select(link => link.TextContent)
            .ShouldContain("Se vad som är sparat");
        page.QuerySelector("textarea[name=reason]")!.TextContent.ShouldContain("En annan gång.");
    }

    [Fact]
    public async Task What_cannot_be_done_now_leads_back_with_a_word()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var id = await world.ReportAsync(reporter);
        using var withdrawn = await (await reporter.GetFormAsync($"/synpunkter/arende/{id}/gor/aterkalla"))
            .With("reason", "Löste sig.").SubmitAsync();
        await withdrawn.ExpectAsync(HttpStatusCode.SeeOther);

        using var late = await reporter.GetAsync($"/synpunkter/arende/{id}/gor/ratta", ConcernApp.Cancellation);

        await late.ExpectAsync(HttpStatusCode.SeeOther);
        (await reporter.GetPageAsync(late.Headers.Location!.ToString())).QuerySelector(".ds-alert")!.TextContent
            .ShouldContain("Rätta synpunkten");
        using var byItsOtherName = await reporter.GetAsync($"/synpunkter/arende/{id}/gor/correct",
            ConcernApp.Cancellation);
        await byItsOtherName.ExpectAsync(HttpStatusCode.NotFound);
        using var old = await reporter.GetAsync($"/synpunkter/arende/{id}/ratta", ConcernApp.Cancellation);
        old.Headers.Location!.ToString().ShouldBe($"/synpunkter/arende/{id}/gor/ratta");
    }
}
