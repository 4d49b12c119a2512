using System.Net;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Providers.RegisterDriver;

namespace Oversight.Functions.Tests.Providers;

public sealed class RegisterPagesTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private const string Script = "<script>alert('x')</script> & Co";

    [Fact]
    public async Task A_provider_an_agreement_and_a_unit_are_registered_by_forms_and_stand_on_the_sheet()
    {
        var home = await SubmitAsync(await app.Administrator.GetFormAsync("/anordnare/ny"), form => form
            .With("name", Script).With("number", NextNumber()).With("ownership", "idéburen"));
        await SubmitAsync(await app.Administrator.GetFormAsync($"{home}/gor/nytt-avtal"), form => form
            .With("form", "LOU").With("area", "hemtjanst").With("board", "aldrenamnden").With("key", "HT-7")
            .With("services", "hemtjanst").With("targetGroups", "aldre").With("validFrom", "2025-01-01")
            .With("validTo", "2027-03-01"));
        var newUnit = await app.Administrator.GetFormAsync($"{home}/enhet/ny");
        var agreement = newUnit.Document.QuerySelectorAll("select[name=agreementId] option")
            .Select(option => option.GetAttribute("value")).Last()!;
        var unit = await SubmitAsync(newUnit, form => form
            .With("agreementId", agreement).With("name", "Fisksätra").With("services", "hemtjanst")
            .With("validFrom", "2025-01-01")
            .With("customers", "12").With("countedOn", "2026-12-31").With("licenceRequired", "true")
            .With("managerName", "Doris D").With("managerFrom", "2025-01-01"));

        var sheet = await app.CaseOfficer.GetPageAsync(home);
        var text = sheet.QuerySelector("main")!.TextContent;
        sheet.QuerySelector("h1")!.TextContent.ShouldBe(Script);
        sheet.QuerySelectorAll("script").ShouldBeEmpty();
        text.ShouldContain("Utförare.");
        text.ShouldContain("Doris D");
        text.ShouldContain("Avtal HT-7 går ut den 1 mars 2027.");
        text.ShouldContain("Fisksätra är tillståndspliktig men saknar uppgift om tillstånd.");
        text.ShouldNotContain("Synpunkter per månad", customMessage: "a handläggare does not read concerns");
        (await app.CaseOfficer.GetPageAsync(unit)).QuerySelector("h1")!.TextContent.ShouldBe("Fisksätra");
        var list = await app.CaseOfficer.GetPageAsync("/anordnare?form=lou&namn=alert");
        list.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_every_fault_at_its_field_and_the_typed_values()
    {
        var form = (await app.Administrator.GetFormAsync("/anordnare/ny")).With("name", "Kvar AB")
            .With("number", "556016-0681");
        var answer = await form.SubmitAsync();
        await answer.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        var page = await answer.ReadPageAsync();
        page.QuerySelector("#falt-number-fel")!.TextContent.ShouldContain("kontrollsiffra");
        page.QuerySelector("#falt-ownership-fel")!.TextContent.ShouldContain("Välj ett alternativ.");
        page.QuerySelector("input[name=name]")!.GetAttribute("value").ShouldBe("Kvar AB");
    }

    [Fact]
    public async Task A_form_posted_twice_registers_once()
    {
        var form = (await app.Administrator.GetFormAsync("/anordnare/ny"))
            .With("name", "Dubbelklick AB").With("number", NextNumber()).With("ownership", "privat");
        var first = await form.SubmitAsync();
        var second = await form.SubmitAsync();
        second.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        second.Headers.Location.ShouldBe(first.Headers.Location);
    }

    [Fact]
    public async Task The_second_of_two_who_change_the_same_provider_is_told()
    {
        var provider = await app.Register.ProviderAsync("Samtidigt AB");
        var path = $"/anordnare/{Text(provider, "providerId")}/gor/namn";
        var mine = (await app.Administrator.GetFormAsync(path)).With("name", "Mitt AB").With("from", "2026-05-01");
        var other = (await app.Administrator.GetFormAsync(path)).With("name", "Ditt AB").With("from", "2026-05-01");
        await (await other.SubmitAsync()).ExpectAsync(HttpStatusCode.SeeOther);
        var answer = await mine.SubmitAsync();
        await answer.ExpectAsync(HttpStatusCode.Conflict);
        var page = await answer.ReadPageAsync();
        page.QuerySelector("input[name=name]")!.GetAttribute("value").ShouldBe("Mitt AB");
        page.QuerySelectorAll(".timeline li").ShouldHaveSingleItem().TextContent.ShouldContain("Ditt AB");
    }

    [Fact]
    public async Task What_was_done_is_said_on_the_page_it_was_done_to()
    {
        var provider = await app.Register.ProviderAsync("Sägs AB");
        var form = await app.Administrator.GetFormAsync($"/anordnare/{Text(provider, "providerId")}/gor/namn");
        form.Document.QuerySelector("input[name=name]")!.GetAttribute("value").ShouldBe("Sägs AB");
        using var answer = await form.With("name", "Sagt AB").With("from", "2026-05-01").SubmitAsync();
        await answer.ExpectAsync(HttpStatusCode.SeeOther);
        var page = await app.Administrator.GetPageAsync(answer.Headers.Location!.OriginalString);
        page.QuerySelector("main")!.TextContent.ShouldContain("Namnet är sparat.");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Sagt AB");
    }

    [Fact]
    public async Task Where_the_forms_were_before_leads_to_where_they_are()
    {
        var provider = await app.Register.AgreementAsync(await app.Register.ProviderAsync());
        var (home, unit) = ($"/anordnare/{Text(provider, "providerId")}",
            $"/enheter/{Text(await app.Register.UnitAsync(provider), "unitId")}");
        var agreement = $"{home}/avtal/{AgreementId(provider)}";
        foreach (var (before, now) in new[]
        {
            ($"{home}/andra/namn", $"{home}/gor/namn"), ($"{home}/avtal/nytt", $"{home}/gor/nytt-avtal"),
            (agreement, $"{agreement}/gor/andra"), ($"{unit}/andra/overtagande", $"{unit}/gor/overtagande"),
        })
        {
            using var answer = await app.Administrator.GetAsync(before);
            await answer.ExpectAsync(HttpStatusCode.MovedPermanently);
            answer.Headers.Location!.OriginalString.ShouldBe(now);
            using var form = await app.Administrator.GetAsync(now);
            await form.ExpectAsync(HttpStatusCode.OK);
        }

        await (await app.Administrator.GetAsync($"{unit}/andra/hemligt")).ExpectAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_form_that_does_not_say_what_its_writer_saw_changes_nothing()
    {
        var provider = await app.Register.AgreementAsync(await app.Register.ProviderAsync("Orörd AB"));
        var unit = await app.Register.UnitAsync(provider);
        var home = $"/anordnare/{Text(provider, "providerId")}";
        foreach (var path in new[]
            { $"{home}/gor/namn", $"{home}/avtal/{AgreementId(provider)}/gor/andra",
                $"/enheter/{Text(unit, "unitId")}/gor/namn" })
        {
            var form = (await app.Administrator.GetFormAsync(path)).With("from", "2026-05-01").With("_version", "");
            if (path.EndsWith("namn", StringComparison.Ordinal))
                form = form.With("name", "Överskriven AB");
            await (await form.SubmitAsync()).ExpectAsync(HttpStatusCode.PreconditionRequired);
        }

        (await app.CaseOfficer.GetPageAsync(home)).QuerySelector("h1")!.TextContent.ShouldBe("Orörd AB");
    }

    [Fact]
    public async Task Every_form_of_a_unit_saves_what_it_says()
    {
        var provider = await app.Register.AgreementAsync(await app.Register.ProviderAsync());
        var other = await app.Register.AgreementAsync(await app.Register.ProviderAsync("Övertagaren AB"));
        var unit = await app.Register.UnitAsync(provider, unit: Unit(AgreementId(provider), managerName: "Eva E"));
        var home = $"/enheter/{Text(unit, "unitId")}";
        await SubmitAsync(await app.Administrator.GetFormAsync($"{home}/gor/namn"),
            form => form.With("name", "Nytt enhetsnamn").With("from", "2026-03-01"));
        await SubmitAsync(await app.Administrator.GetFormAsync($"{home}/gor/uppgifter"),
            form => form.With("address", "Storgatan 9").With("from", "2026-03-01"));
        await SubmitAsync(await app.Administrator.GetFormAsync($"{home}/gor/antal"),
            form => form.With("customers", "77").With("countedOn", "2027-01-10"));
        await SubmitAsync(await app.Administrator.GetFormAsync($"{home}/gor/tillstand"),
            form => form.With("licenceNumber", "IVO-99"));
        await SubmitAsync(await app.Administrator.GetFormAsync($"{home}/gor/ansvarig"),
            form => form.With("managerName", "Frans F").With("managerFrom", "2026-12-01"));
        (await app.CaseOfficer.GetPageAsync(home)).QuerySelector("main")!.TextContent.ShouldContain("Inte anmält");
        var notice = await app.Administrator.GetFormAsync($"{home}/gor/anmalan");
        var key = notice.Document.QuerySelectorAll("select[name=managerKey] option")
            .Select(option => option.GetAttribute("value")).Last()!;
        await SubmitAsync(notice, form => form.With("managerKey", key).With("managerNoticeOn", "2026-12-20"));
        await SubmitAsync(await app.Administrator.GetFormAsync($"{home}/gor/overtagande"), form => form
            .With("agreementId", $"{Text(other, "providerId")}.{AgreementId(other)}").With("from", "2027-01-01"));

        var text = (await app.CaseOfficer.GetPageAsync(home)).QuerySelector("main")!.TextContent;
        foreach (var expected in new[]
            { "Nytt enhetsnamn", "Storgatan 9", "77", "IVO-99", "Eva E", "Frans F", "För sent", "Tidigare utförare",
                "Övertagaren AB" })
            text.ShouldContain(expected);
        await (await app.Administrator.GetAsync($"{home}/gor/hemligt")).ExpectAsync(HttpStatusCode.NotFound);

        var history = (await app.CaseOfficer.GetPageAsync($"{home}/tidslinje?ar=20"))
            .QuerySelector("tbody")!.TextContent;
        foreach (var expected in new[]
            { "Enheten började drivas", "till Nytt enhetsnamn", "Ny ansvarig för den dagliga ledningen",
                "Byte av ansvarig anmäldes", "För sent: sista dag var", "Övertagaren AB tog över enheten" })
            history.ShouldContain(expected);
        history.ShouldNotContain("Frans F", Case.Sensitive, "Names are read on the page of the unit.");
        var ofProvider = await app.CaseOfficer.GetPageAsync(
            $"/anordnare/{Text(other, "providerId")}/tidslinje?ar=20");
        ofProvider.QuerySelector("tbody")!.TextContent.ShouldContain("Övertagaren AB tog över enheten");
        ofProvider.QuerySelectorAll("td[data-label=Enhet]").ShouldContain(cell =>
            cell.TextContent.Contains("Nytt enhetsnamn"));
    }

    [Fact]
    public async Task Who_may_only_read_gets_no_forms()
    {
        await (await app.CaseOfficer.GetAsync("/anordnare/ny")).ExpectAsync(HttpStatusCode.Forbidden);
        await (await app.CaseOfficer.GetAsync("/anordnare/import")).ExpectAsync(HttpStatusCode.Forbidden);
        (await app.CaseOfficer.GetPageAsync("/anordnare")).QuerySelectorAll("a[href='/anordnare/ny']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_agreements_of_ones_own_boards_are_offered_for_change()
    {
        var provider = await app.Register.AgreementAsync(await app.Register.ProviderAsync());
        var (home, way) = ($"/anordnare/{Text(provider, "providerId")}",
            $"/anordnare/{Text(provider, "providerId")}/avtal/{AgreementId(provider)}/gor/andra");
        var own = await app.App.SignInAsync("inkop-aldre", Role.Procurement, "aldrenamnden");
        var other = await app.App.SignInAsync("inkop-social", Role.Procurement, "socialnamnden");
        (await own.GetPageAsync(home)).QuerySelectorAll($"a[href='{way}']").ShouldHaveSingleItem();
        (await other.GetPageAsync(home)).QuerySelectorAll($"a[href='{way}']").ShouldBeEmpty();
        await (await other.GetAsync(way)).ExpectAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_agreement_is_changed_from_a_day_and_keeps_its_earlier_terms()
    {
        var provider = await app.Register.AgreementAsync(await app.Register.ProviderAsync());
        var path = $"/anordnare/{Text(provider, "providerId")}/avtal/{AgreementId(provider)}/gor/andra";
        await SubmitAsync(await app.Administrator.GetFormAsync(path),
            form => form.With("from", "2026-09-01").With("validTo", "2029-12-31"));
        var read = await JsonAsync(
            await app.Administrator.GetAsync($"/api/v1/providers/{Text(provider, "providerId")}"), HttpStatusCode.OK);
        read.GetProperty("agreements")[0].GetProperty("history").GetArrayLength().ShouldBe(2);
    }

    private static async Task<string> SubmitAsync(FormPage page, Func<FormPage, FormPage> fill)
    {
        var answer = await fill(page).SubmitAsync();
        await answer.ExpectAsync(HttpStatusCode.SeeOther);
        return answer.Headers.Location!.OriginalString.Split('?')[0];
    }
}
