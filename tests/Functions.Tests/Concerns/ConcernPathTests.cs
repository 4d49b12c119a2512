using System.Net;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Concerns;

[Collection(nameof(ConcernApp))]
public class ConcernPathTests(ConcernApp world)
{
    [Fact]
    [Trait("Requirement", "R35")]
    public async Task A_concern_goes_from_the_form_to_the_assessor_and_back_with_the_reason()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var text = $"Ledsagaren uteblev. {Unique.Word()}";
        using var posted = await (await world.FilledFormAsync(reporter, text)).SubmitAsync();
        await posted.ExpectAsync(HttpStatusCode.SeeOther);
        var receipt = await reporter.GetPageAsync(posted.Headers.Location!.ToString());
        var reference = receipt.QuerySelector(".reference")!.TextContent;
        reference.ShouldMatch("^S-[0-9A-Z]{5}-[0-9A-Z]{5}$");
        (await reporter.GetPageAsync("/synpunkter/mina")).Body!.TextContent.ShouldContain(reference);

        var assessor = await world.SomebodyAsync(Role.QualityDeveloper);
        var address = await ConcernApp.AddressInInboxAsync(assessor, reference);
        var form = await assessor.GetFormAsync(address);
        form.Document.Body!.TextContent.ShouldContain(text);
        using var assessed = await form.Assessed("Tas upp vid dialogen i mars.").SubmitAsync();
        await assessed.ExpectAsync(HttpStatusCode.SeeOther);

        var mine = (await reporter.GetPageAsync("/synpunkter/mina")).Body!.TextContent;
        mine.ShouldContain("Bedömd");
        mine.ShouldContain("Tas upp vid dialogen i mars.");
        (await reporter.GetPageAsync(address)).Body!.TextContent.ShouldContain("Tas upp vid dialogen i mars.");
    }

    [Fact]
    [Trait("Requirement", "R41")]
    public async Task A_proposed_review_is_decided_by_the_enhetschef_on_one_page()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var id = await world.ReportAsync(reporter);
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper);
        using var proposed = await ConcernApp.AssessAsync(assessor, id,
            ConcernApp.Assessment("proposeTriggeredReview", "Flera synpunkter om samma sak."));
        await proposed.ExpectAsync(HttpStatusCode.OK);

        var manager = await world.SomebodyAsync(Role.UnitManager);
        var form = await manager.GetFormAsync($"/synpunkter/arende/{id}/beslut");
        using var decided = await form.With("approved", "true").With("reason", "Enheten bör granskas.")
            .With("scopeHint", "Bemanning").SubmitAsync();
        await decided.ExpectAsync(HttpStatusCode.SeeOther);
        var page = (await manager.GetPageAsync($"/synpunkter/arende/{id}/beslut")).Body!.TextContent;
        page.ShouldContain("En påkallad granskning ska göras.");
        page.ShouldContain("Bemanning");
        page.ShouldContain("Synpunkter om enheten på ett år");
        (await reporter.GetPageAsync("/synpunkter/mina")).Body!.TextContent.ShouldContain("Ingår i granskning");
        using var again = await assessor.GetAsync($"/synpunkter/arende/{id}/beslut", ConcernApp.Cancellation);
        await again.ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_assess_the_same_and_the_second_sees_what_the_first_wrote_and_keeps_their_own_words()
    {
        var id = await world.ReportAsync(await world.SomebodyAsync(Role.CaseOfficer));
        var (first, second) = (await world.SomebodyAsync(Role.QualityDeveloper),
            await world.SomebodyAsync(Role.QualityDeveloper));
        var firstForm = await first.GetFormAsync($"/synpunkter/arende/{id}");
        var secondForm = await second.GetFormAsync($"/synpunkter/arende/{id}");
        using var done = await firstForm.Assessed("Den förstas ord.").SubmitAsync();
        await done.ExpectAsync(HttpStatusCode.SeeOther);
        using var late = await secondForm.Assessed("Den andras ord.").SubmitAsync();
        await late.ExpectAsync(HttpStatusCode.Conflict);
        var page = await late.ReadPageAsync();
        page.Body!.TextContent.ShouldContain("Någon annan hann före");
        page.Body.TextContent.ShouldContain("Den förstas ord.");
        var again = FormPage.Of(second, page, "konflikt", "main form[method=post]:not(.inline-form)");
        again["reason"]!.ShouldContain("Den andras ord.");
        using var renewed = await again.SubmitAsync();
        await renewed.ExpectAsync(HttpStatusCode.SeeOther);
        (await second.GetPageAsync($"/synpunkter/arende/{id}")).Body!.TextContent.ShouldContain("Ny bedömning (nr 2)");
    }

    [Fact]
    public async Task A_concern_about_an_unknown_provider_is_accepted_and_linked_later()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer, ConcernApp.Social);
        var form = (await world.FilledFormAsync(reporter, "Okänd firma städade inte.")).With("unitId", "")
            .With("unknown", "true")
            .With("unknownProvider", "Firman Städ & Stöd i Fisksätra");
        using var posted = await form.SubmitAsync();
        await posted.ExpectAsync(HttpStatusCode.SeeOther);
        var id = posted.Headers.Location!.ToString().Split('/')[^1];

        var assessor = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var page = await assessor.GetFormAsync($"/synpunkter/arende/{id}/gor/enhet");
        page.Document.Body!.TextContent.ShouldContain("Firman Städ & Stöd i Fisksätra");
        using var linked = await page.With("unitId", ConcernApp.UnitLabel).SubmitAsync();
        await linked.ExpectAsync(HttpStatusCode.SeeOther);
        (await assessor.GetPageAsync($"/synpunkter/arende/{id}")).Body!.TextContent.ShouldContain(ConcernApp.UnitLabel);
    }

    [Fact]
    public async Task A_part_of_a_name_brings_the_units_it_may_mean_and_the_typed_text_back()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        using var posted = await (await world.FilledFormAsync(reporter, "Vilken av dem?")).With("unitId", "björkens")
            .SubmitAsync();
        await posted.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        var form = FormPage.Of(reporter, await posted.ReadPageAsync(), "val", "main form[method=post]");
        form["text"]!.ShouldContain("Vilken av dem?");
        using var chosen = await form.With("unitId.chosen", world.OtherUnit.Value).SubmitAsync();
        await chosen.ExpectAsync(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Moving_to_another_board_takes_the_concern_out_of_the_first_boards_hands()
    {
        var id = await world.ReportAsync(await world.SomebodyAsync(Role.CaseOfficer));
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var form = await assessor.GetFormAsync($"/synpunkter/arende/{id}/gor/flytta");
        using var moved = await form.With("unitId", ConcernApp.ElderLabel).With("reason", "Gäller hemtjänsten.")
            .SubmitAsync();
        await moved.ExpectAsync(HttpStatusCode.SeeOther);
        moved.Headers.Location!.ToString().ShouldBe("/synpunkter/inkorg?klart=flytta");
        using var closed = await assessor.GetAsync($"/synpunkter/arende/{id}", ConcernApp.Cancellation);
        await closed.ExpectAsync(HttpStatusCode.Forbidden);
        var elder = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Elder);
        (await elder.GetPageAsync($"/synpunkter/arende/{id}")).Body!.TextContent.ShouldContain("Gäller hemtjänsten.");
    }

    [Fact]
    public async Task A_reporter_corrects_and_withdraws_and_the_history_keeps_both()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var id = await world.ReportAsync(reporter, world.Concern("Det hände på en tisdag."));
        var form = await reporter.GetFormAsync($"/synpunkter/arende/{id}/gor/ratta");
        using var corrected = await form.With("text", "Det hände på en onsdag.").With("reason", "Fel dag.")
            .SubmitAsync();
        await corrected.ExpectAsync(HttpStatusCode.SeeOther);
        var page = (await reporter.GetPageAsync($"/synpunkter/arende/{id}")).Body!.TextContent;
        page.ShouldContain("Det hände på en onsdag.");
        page.ShouldContain("Det hände på en tisdag.");
        using var withdrawn = await (await reporter.GetFormAsync($"/synpunkter/arende/{id}/gor/aterkalla"))
            .With("reason", "Löste sig.").SubmitAsync();
        await withdrawn.ExpectAsync(HttpStatusCode.SeeOther);
        (await reporter.GetPageAsync($"/synpunkter/arende/{id}")).Body!.TextContent.ShouldContain("Löste sig.");
    }

    [Fact]
    public async Task Masked_words_are_shown_to_nobody_again_not_even_through_an_earlier_wording()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var id = await world.ReportAsync(reporter, world.Concern("Kunden Hemligsson blev utan hjälp."));
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper);
        using var masked = await (await assessor.GetFormAsync($"/synpunkter/arende/{id}/gor/maskera"))
            .With("words", "Hemligsson").With("reason", "Kundens namn.").SubmitAsync();
        await masked.ExpectAsync(HttpStatusCode.SeeOther);
        var form = await assessor.GetFormAsync($"/synpunkter/arende/{id}/gor/ratta");
        using var corrected = await form.With("text", "Kunden blev utan hjälp.").With("reason", "Klarare.")
            .SubmitAsync();
        await corrected.ExpectAsync(HttpStatusCode.SeeOther);
        foreach (var client in new[] { reporter, assessor })
        {
            foreach (var path in new[] { $"/synpunkter/arende/{id}", $"/api/v1/concerns/{id}" })
                (await client.GetStringAsync(path, ConcernApp.Cancellation)).ShouldNotContain("Hemligsson");
        }
    }

    [Fact]
    public async Task Concerns_are_linked_by_reference_and_unlinked_again()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var (id, other) = (await world.ReportAsync(reporter), await world.ReportAsync(reporter));
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper);
        var reference = Id.FromValue(other).Reference('S');
        using var linked = await (await assessor.GetFormAsync($"/synpunkter/arende/{id}/gor/koppla"))
            .With("concern", reference).With("kind", "duplicate").SubmitAsync();
        await linked.ExpectAsync(HttpStatusCode.SeeOther);
        var unlink = await assessor.GetFormAsync($"/synpunkter/arende/{id}", "form[action$='/koppla-bort']");
        unlink.Document.Body!.TextContent.ShouldContain("Dubblett");
        using var unlinked = await unlink.SubmitAsync();
        await unlinked.ExpectAsync(HttpStatusCode.SeeOther);
        (await assessor.GetPageAsync($"/synpunkter/arende/{id}")).QuerySelectorAll("form[action$='/koppla-bort']")
            .ShouldBeEmpty();
    }
}

internal static class ConcernForms
{
    public static async Task<FormPage> FilledFormAsync(this ConcernApp world, HttpClient client, string text)
    {
        _ = world;
        return (await client.GetFormAsync("/synpunkter/ny"))
            .With("unitId", ConcernApp.UnitLabel).With("service", "ledsagarservice").With("text", text)
            .With("occurred", "2027-01-12")
            .With("occurredPrecision", "day").With("consequence", "ej-verkstalld");
    }

    public static FormPage Assessed(this FormPage form, string reason) => form
        .With("outcome", "nextDialogue").With("kind", "klagomal").With("category", "kommunikationsvagar")
        .With("area", "trygghet-sakerhet")
        .With("severity", "3").With("reason", reason);
}
