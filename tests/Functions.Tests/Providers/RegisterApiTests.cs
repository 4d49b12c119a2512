using System.Net;
using System.Text;
using System.Text.Json;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Providers.RegisterDriver;

namespace Oversight.Functions.Tests.Providers;

public sealed class RegisterApiTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private readonly RegisterDriver _register = app.Register;

    [Fact]
    [Trait("Requirement", "R113")]
    public async Task A_provider_is_registered_with_agreement_and_unit_and_found_by_its_number()
    {
        var number = NextNumber();
        var provider = await _register.AgreementAsync(await _register.ProviderAsync("Hemtjänsten i Nacka AB", number));
        var unit = await _register.UnitAsync(provider, "Orminge hemtjänst");

        var found = await JsonAsync(
            await _register.PostAsync("/api/v1/providers/search", new { number = $"{number[..6]}-{number[6..]}" }),
            HttpStatusCode.OK);
        Text(found.GetProperty("items")[0], "providerId").ShouldBe(Text(provider, "providerId"));
        var read = await JsonAsync(await app.CaseOfficer.GetAsync($"/api/v1/units/{Text(unit, "unitId")}"),
            HttpStatusCode.OK);
        Text(read, "name").ShouldBe("Orminge hemtjänst");
        Text(read, "board").ShouldBe("aldrenamnden");
        var sheet = await JsonAsync(await app.CaseOfficer.GetAsync($"/api/v1/providers/{Text(provider, "providerId")}"),
            HttpStatusCode.OK);
        sheet.GetProperty("units").GetArrayLength().ShouldBe(1);
        sheet.GetProperty("agreements")[0].GetProperty("history")[0].GetProperty("value").GetProperty("targetGroups")[0]
            .GetString().ShouldBe("aldre");
    }

    [Fact]
    public async Task A_number_is_registered_once()
    {
        var number = NextNumber();
        await _register.ProviderAsync("Först AB", number);
        (await CodeAsync(
            await _register.PostAsync("/api/v1/providers", new { name = "Sedan AB", number, ownership = "privat" })))
            .ShouldBe("provider.number-taken");
    }

    [Fact]
    public async Task The_same_key_gives_the_same_provider_and_another_body_is_refused()
    {
        var body = new { name = "En gång AB", number = NextNumber(), ownership = "privat" };
        var first = await JsonAsync(await _register.PostAsync("/api/v1/providers", body, key: "en-gang"),
            HttpStatusCode.Created);
        var second = await JsonAsync(await _register.PostAsync("/api/v1/providers", body, key: "en-gang"),
            HttpStatusCode.Created);
        Text(second, "providerId").ShouldBe(Text(first, "providerId"));
        (await CodeAsync(await _register.PostAsync("/api/v1/providers", body with { name = "Annat AB" },
            key: "en-gang"))).ShouldBe("request.key-reused");
    }

    [Fact]
    public async Task The_list_is_narrowed_by_name_form_and_board()
    {
        var marker = NextNumber();
        var home = await _register.AgreementAsync(await _register.ProviderAsync($"Hemma {marker} AB"));
        var both = await _register.AgreementAsync(
            await _register.AgreementAsync(await _register.ProviderAsync($"Båda {marker} AB")),
            Agreement("direktupphandling", responsibleDelegate: "Enhetschef"));
        await _register.ProviderAsync($"Utan avtal {marker} AB");

        (await NamesAsync($"name={marker}")).Length.ShouldBe(3);
        (await NamesAsync($"name={marker}&form=kundval&board=aldrenamnden"))
            .ShouldBe([Text(both, "name"), Text(home, "name")]);
        (await NamesAsync($"name={marker}&form=Direktupphandling")).ShouldBe([Text(both, "name")]);
        (await NamesAsync($"name={marker}&board=socialnamnden")).ShouldBeEmpty();
        (await CodeAsync(await app.CaseOfficer.GetAsync("/api/v1/providers?form=hemlig"), HttpStatusCode.BadRequest))
            .ShouldBe("request.value-invalid");
        (await CodeAsync(await app.CaseOfficer.GetAsync("/api/v1/providers?board=finns"), HttpStatusCode.BadRequest))
            .ShouldBe("request.value-invalid");

        async Task<string[]> NamesAsync(string query) =>
        [
            .. (await JsonAsync(await app.CaseOfficer.GetAsync($"/api/v1/providers?{query}"), HttpStatusCode.OK))
                .GetProperty("items").EnumerateArray().Select(item => Text(item, "name")),
        ];
    }

    [Theory]
    [InlineData("A\u030Akers")]
    [InlineData("åkers")]
    [InlineData("Åkers\u00A0hemtja\u0308nst")]
    [InlineData("\u200EÅkers  hemtjänst\u200B ")]
    [InlineData("hemtjänst\u20112")]
    public async Task A_name_is_found_however_its_letters_are_put_together(string typed)
    {
        var marker = NextNumber();
        await _register.ProviderAsync($"A\u030Akers hemtja\u0308nst\u20132 {marker}");
        var found = await JsonAsync(
            await app.CaseOfficer.GetAsync($"/api/v1/providers?name={Uri.EscapeDataString(typed)}"), HttpStatusCode.OK);
        found.GetProperty("items").EnumerateArray().Select(item => Text(item, "name"))
            .ShouldContain($"Åkers hemtjänst–2 {marker}");
        var page = await app.CaseOfficer.GetPageAsync($"/anordnare?namn={Uri.EscapeDataString(typed)}");
        page.QuerySelector("main")!.TextContent.ShouldContain(marker);
    }

    [Fact]
    public async Task Names_stand_in_Swedish_order_in_the_API_the_list_the_picker_and_the_export()
    {
        string[] order = ["Alfa", "Édith", "Eva", "Vera", "Wilma", "Zeta", "Åsa", "Ängens", "Östra"];
        var marker = NextNumber();
        foreach (var name in order.Reverse().OrderBy(name => name.Length))
            await _register.UnitAsync(await _register.AgreementAsync(await _register.ProviderAsync($"{name} {marker}")),
                $"{name} enhet {marker}");

        var items = (await JsonAsync(await app.CaseOfficer.GetAsync($"/api/v1/providers?name={marker}"),
            HttpStatusCode.OK)).GetProperty("items");
        First(items.EnumerateArray().Select(item => Text(item, "name"))).ShouldBe(order);
        var list = await app.CaseOfficer.GetPageAsync($"/anordnare?namn={marker}");
        First(list.QuerySelectorAll("tbody tr").Select(row => row.TextContent.Trim())).ShouldBe(order);
        var form = await app.CaseOfficer.GetPageAsync("/synpunkter/ny");
        First(form.QuerySelectorAll("datalist option").Select(option => option.GetAttribute("value")!)).ShouldBe(order);
        First((await _register.ExportAsync()).Split('\n').Select(line => line.Split(';'))
            .Where(cells => cells.Length > 1).Select(cells => cells[1])).ShouldBe(order);

        IEnumerable<string> First(IEnumerable<string> texts) =>
            texts.Where(text => text.Contains(marker, StringComparison.Ordinal))
                .Select(text => text.Split(' ', '\n')[0]);
    }

    [Fact]
    public async Task Every_wrong_field_is_named_at_once()
    {
        var answer = await JsonAsync(
            await _register.PostAsync("/api/v1/providers", new
            {
                name = "",
                number = "556016-0681",
                ownership = "hemlig"
            }), HttpStatusCode.UnprocessableEntity);
        var errors = answer.GetProperty("errors");
        errors.GetProperty("name")[0].GetProperty("code").GetString().ShouldBe("register.text-missing");
        errors.GetProperty("number")[0].GetProperty("code").GetString().ShouldBe("provider.number-check-digit");
        errors.GetProperty("ownership")[0].GetProperty("code").GetString().ShouldBe("register.choice-unknown");
    }

    [Fact]
    public async Task A_change_against_an_old_version_is_a_conflict_and_one_without_version_is_refused()
    {
        var provider = await _register.ProviderAsync();
        var path = $"/api/v1/providers/{Text(provider, "providerId")}/actions/rename";
        await (await _register.PostAsync(path, new { from = "2026-01-01", name = "Nytt AB" }, version: 1))
            .ExpectAsync(HttpStatusCode.OK);
        var conflict = await JsonAsync(
            await _register.PostAsync(path, new { from = "2026-02-01", name = "Nyare AB" }, version: 1),
            HttpStatusCode.Conflict);
        Text(conflict.GetProperty("current"), "name").ShouldBe("Nytt AB");
        await (await _register.PostAsync(path, new { from = "2026-02-01", name = "Nyare AB" }))
            .ExpectAsync(HttpStatusCode.PreconditionRequired);
    }

    [Fact]
    public async Task A_date_in_the_future_is_refused()
    {
        var provider = await _register.ProviderAsync();
        (await CodeAsync(await _register.PostAsync(
            $"/api/v1/providers/{Text(provider, "providerId")}/actions/rename", new
            {
                from = "2027-02-01",
                name = "Framtid AB"
            }, version: 1)))
            .ShouldBe("register.date-in-future");
    }

    [Fact]
    public async Task Units_follow_the_new_name_of_their_provider()
    {
        var provider = await _register.AgreementAsync(await _register.ProviderAsync("Gamla namnet AB"));
        var unit = await _register.UnitAsync(provider);
        await (await _register.PostAsync(
            $"/api/v1/providers/{Text(provider, "providerId")}/actions/rename", new
            {
                from = "2026-06-01",
                name = "Nya namnet AB"
            }, provider.GetProperty("version").GetInt32()))
            .ExpectAsync(HttpStatusCode.OK);
        var read = await JsonAsync(await _register.Client.GetAsync($"/api/v1/units/{Text(unit, "unitId")}"),
            HttpStatusCode.OK);
        Text(read, "providerName").ShouldBe("Nya namnet AB");
    }

    [Fact]
    [Trait("Requirement", "R114")]
    public async Task A_manager_has_history_and_a_change_without_notice_is_seen()
    {
        var provider = await _register.AgreementAsync(await _register.ProviderAsync());
        var unit = await _register.UnitAsync(provider, unit: Unit(AgreementId(provider), managerName: "Anna Åkesson"));
        var path = $"/api/v1/units/{Text(unit, "unitId")}";
        var changed = await JsonAsync(
            await _register.PostAsync($"{path}/actions/appoint-manager", new
            {
                managerName = "Bo Ö",
                managerFrom = "2026-11-01"
            }, unit.GetProperty("version").GetInt32()), HttpStatusCode.OK);
        var managers = changed.GetProperty("managers");
        Text(managers[0], "name").ShouldBe("Anna Åkesson");
        managers[0].GetProperty("isNoticeLate").GetBoolean().ShouldBeFalse();
        managers[1].GetProperty("isNoticeLate").GetBoolean().ShouldBeTrue();
        var noticed = await JsonAsync(
            await _register.PostAsync(
                $"{path}/actions/record-manager-notice", new
                {
                    managerKey = Text(managers[1], "key"),
                    managerNoticeOn = "2026-10-25"
                }, changed.GetProperty("version").GetInt32()),
            HttpStatusCode.OK);
        noticed.GetProperty("managers")[1].GetProperty("isNoticeLate").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_unit_that_is_taken_over_keeps_its_history_and_its_managers_name()
    {
        var first = await _register.AgreementAsync(await _register.ProviderAsync("Förra AB"));
        var second = await _register.AgreementAsync(await _register.ProviderAsync("Nästa AB"));
        var unit = await _register.UnitAsync(first, unit: Unit(AgreementId(first), managerName: "Cecilia C"));
        var moved = await JsonAsync(
            await _register.PostAsync(
                $"/api/v1/units/{Text(unit, "unitId")}/actions/take-over",
                new { from = "2026-10-01", providerId = Text(second, "providerId"), agreementId = AgreementId(second) },
                unit.GetProperty("version").GetInt32()),
            HttpStatusCode.OK);
        Text(moved, "providerName").ShouldBe("Nästa AB");
        Text(moved.GetProperty("managers")[0], "name").ShouldBe("Cecilia C");
        var former = await JsonAsync(await _register.Client.GetAsync($"/api/v1/providers/{Text(first, "providerId")}"),
            HttpStatusCode.OK);
        former.GetProperty("units")[0].GetProperty("isRunByProvider").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_sole_traders_number_is_in_no_answer_and_no_log()
    {
        const string number = "8001011234";
        var valid = Enumerable.Range(0, 10).Select(check => number[..9] + check)
            .First(text => Oversight.Providers.OrganisationNumber.TryParse(text, out _));
        var provider = await _register.ProviderAsync("Enskild firma", valid);
        provider.GetProperty("isSoleTrader").GetBoolean().ShouldBeTrue();
        foreach (var path in new[]
            { $"/api/v1/providers/{Text(provider, "providerId")}", "/api/v1/providers", "/api/v1/providers/export",
                $"/anordnare/{Text(provider, "providerId")}", "/anordnare" })
        {
            var text = await _register.Client.GetStringAsync(path);
            text.ShouldNotContain(valid[6..] + "\"");
            text.ShouldNotContain($"{valid[..6]}-{valid[6..]}");
            text.ShouldNotContain(valid);
        }

        app.App.Log.Lines.ShouldAllBe(line => !line.Contains(valid));
        (await CodeAsync(await _register.PostAsync("/api/v1/providers", new
        {
            name = "Dubblett",
            number = $"19{valid}",
            ownership = "privat"
        })))
            .ShouldBe("provider.number-taken");
    }

    [Fact]
    [Trait("Requirement", "R24")]
    public async Task A_direct_award_needs_its_delegate()
    {
        var provider = await _register.ProviderAsync();
        var path = $"/api/v1/providers/{Text(provider, "providerId")}/actions/sign-agreement";
        (await CodeAsync(await _register.PostAsync(path, Agreement("direktupphandling"), version: 1)))
            .ShouldBe("provider.delegate-missing");
        await (await _register.PostAsync(path,
            Agreement("direktupphandling", responsibleDelegate: "Enhetschef, punkt 4.2"), version: 1))
            .ExpectAsync(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/api/v1/providers/0000000000000000000000000000")]
    [InlineData("/api/v1/providers/000000000000000000000000000")]
    [InlineData("/api/v1/units/zzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("/api/v1/units/%2F%5C%23%3F")]
    [InlineData("/anordnare/zzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("/enheter/000000000000000000000000000")]
    public async Task What_is_not_there_is_not_found(string path) =>
        await (await _register.Client.GetAsync(path)).ExpectAsync(HttpStatusCode.NotFound);

    [Fact]
    public async Task Who_may_only_read_changes_nothing()
    {
        var reader = new RegisterDriver(app.CaseOfficer);
        await (await reader.PostAsync("/api/v1/providers", new
        {
            name = "X",
            number = NextNumber(),
            ownership = "privat"
        })).ExpectAsync(HttpStatusCode.Forbidden);
        await (await reader.ImportAsync("x"u8.ToArray())).ExpectAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    [Trait("Requirement", "R2")]
    public async Task Procurement_of_one_board_cannot_change_what_belongs_to_the_other()
    {
        using var client = await app.App.SignInAsync("inkoparen", Role.Procurement, "socialnamnden");
        var procurement = new RegisterDriver(client);
        var provider = await procurement.ProviderAsync();
        var path = $"/api/v1/providers/{Text(provider, "providerId")}/actions/sign-agreement";
        (await CodeAsync(await procurement.PostAsync(path, Agreement(board: "aldrenamnden"), version: 1)))
            .ShouldBe("register.foreign-board");
        await (await procurement.PostAsync(path, Agreement(board: "socialnamnden"), version: 1))
            .ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Requirement", "R2")]
    public async Task A_unit_goes_neither_from_nor_to_an_agreement_of_another_board()
    {
        using var client = await app.App.SignInAsync("inkoparen-2", Role.Procurement, "socialnamnden");
        var procurement = new RegisterDriver(client);
        var social = await _register.AgreementAsync(await _register.ProviderAsync(), Agreement(board: "socialnamnden"));
        var elderly = await _register.AgreementAsync(await _register.ProviderAsync());
        var own = await procurement.UnitAsync(social);
        var others = await _register.UnitAsync(elderly);

        (await CodeAsync(await procurement.PostAsync(
            $"/api/v1/providers/{Text(elderly, "providerId")}/units", Unit(AgreementId(elderly)))))
            .ShouldBe("register.foreign-board");
        (await CodeAsync(await TakeOverAsync(own, elderly))).ShouldBe("register.foreign-board");
        await (await TakeOverAsync(others, social)).ExpectAsync(HttpStatusCode.Forbidden);
        await (await procurement.PostAsync(
            $"/api/v1/providers/{Text(elderly, "providerId")}/agreements/{AgreementId(elderly)}/actions/change-terms",
            new { from = "2026-09-01", services = new[] { "hemtjanst" }, validFrom = "2024-01-01" },
            elderly.GetProperty("version").GetInt32()))
            .ExpectAsync(HttpStatusCode.Forbidden);

        Task<HttpResponseMessage> TakeOverAsync(JsonElement unit, JsonElement to) => procurement.PostAsync(
            $"/api/v1/units/{Text(unit, "unitId")}/actions/take-over",
            new { providerId = Text(to, "providerId"), agreementId = AgreementId(to), from = "2027-01-01" },
            unit.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_body_that_is_not_json_is_refused()
    {
        using var text = new StringContent("{ \"name\": ", Encoding.UTF8, "application/json");
        await (await _register.Client.PostAsync("/api/v1/providers", text)).ExpectAsync(HttpStatusCode.BadRequest);
        using var form = new StringContent("name=x", Encoding.UTF8, "text/plain");
        await (await _register.Client.PostAsync("/api/v1/providers", form))
            .ExpectAsync(HttpStatusCode.UnsupportedMediaType);
    }
}
