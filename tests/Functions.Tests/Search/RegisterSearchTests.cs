using System.Net;
using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Maintenance.Rebuilding;
using Oversight.Functions.Providers;
using Oversight.Functions.Tests.Providers;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Providers.RegisterDriver;

namespace Oversight.Functions.Tests.Search;

/// <summary>A running application with an empty register, and those who fill it and search it.</summary>
public sealed class RegisterSearchApp : IAsyncLifetime
{
    public AppFixture App { get; private set; } = null!;

    internal RegisterDriver Register { get; private set; } = null!;

    public HttpClient Officer { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await AppFixture.StartAsync();
        Register = new RegisterDriver(await App.SignInAsync("adm", Role.Administrator));
        Officer = await App.SignInAsync("eva", Role.CaseOfficer);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

/// <summary>Units, providers and agreements by name, code and number.</summary>
public sealed class RegisterSearchTests(RegisterSearchApp world) : IClassFixture<RegisterSearchApp>
{
    private readonly AppFixture _app = world.App;
    private readonly RegisterDriver _register = world.Register;
    private readonly HttpClient _officer = world.Officer;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_is_found_by_the_beginning_of_its_words_in_any_order_however_they_are_written()
    {
        var (provider, unit) = await MakeAsync("Björkängens Omsorg AB", "Sol-gården Äldreboende");
        var (at, of) = ($"/enheter/{Text(unit, "unitId")}", $"/anordnare/{Text(provider, "providerId")}");

        foreach (var typed in new[]
        {
            "Solgården", "sol gard", "SOL-GÅRDEN", "aldreb solg", "äldreboende bjork", "solgårdenäldre",
        })
            (await _officer.FindAsync(typed)).ShouldBe([at], typed);
        (await _officer.FindAsync("bjorkangens")).ShouldBe([at, of]);
        (await _officer.FindAsync("gårdsol")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_that_is_whole_leads_straight_to_what_has_it()
    {
        var number = NextNumber();
        var (provider, unit) = await MakeAsync("Tallens vård AB", "Tallen", number);
        var of = $"/anordnare/{Text(provider, "providerId")}";
        var agreement = provider.GetProperty("agreements")[0].GetProperty("key").GetString()!;

        (await _officer.FindAsync($"{number[..6]}-{number[6..]}")).ShouldBe([of]);
        (await _officer.FindAsync(number)).ShouldBe([of]);
        // Numbers that other tests have taken may begin like it.
        (await _officer.FindAsync(number[..8])).ShouldContain(of);
        (await _officer.FindAsync(agreement)).ShouldContain($"{of}#avtal");
        (await _officer.FindAsync(Text(unit, "key"))).ShouldContain($"/enheter/{Text(unit, "unitId")}");
        using var exact = await _officer.GetAsync(FoundPage.Address(number), Cancellation);
        exact.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var begun = await _officer.GetAsync(FoundPage.Address(number[..8]), Cancellation);
        begun.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_has_another_name_is_found_by_both_and_says_what_it_was_called()
    {
        var (provider, unit) = await MakeAsync("Granens vård AB", "Granbacken");
        await Renamed($"/api/v1/units/{Text(unit, "unitId")}", "Enbacken",
            unit.GetProperty("version").GetInt32());
        await Renamed($"/api/v1/providers/{Text(provider, "providerId")}", "Enens vård AB",
            provider.GetProperty("version").GetInt32());

        var at = $"/enheter/{Text(unit, "unitId")}";
        (await _officer.FindAsync("enbacken")).ShouldBe([at]);
        (await _officer.FindAsync("granbacken")).ShouldBe([at]);
        (await _officer.FindAsync("granens")).ShouldBe([$"/anordnare/{Text(provider, "providerId")}"]);
        (await _officer.GetPageAsync(FoundPage.Address("granbacken"))).QuerySelector(".found li")!.TextContent
            .ShouldContain("Tidigare Granbacken");
        (await _officer.GetPageAsync(FoundPage.Address("enbacken"))).QuerySelector(".found li")!.TextContent
            .ShouldNotContain("Tidigare");
    }

    [Fact]
    public async Task An_area_leads_to_its_units()
    {
        (await _officer.FindAsync("hemtj")).ShouldContain("/enheter?omrade=hemtjanst");
    }

    [Fact]
    public async Task Whoever_does_not_read_the_register_finds_nothing_of_it()
    {
        await MakeAsync("Asparnas vård AB", "Aspen");
        (await (await _app.SignInAsync("sek", Role.BoardSecretary)).FindAsync("aspen")).ShouldBeEmpty();
    }

    [Fact]
    public async Task More_than_twenty_are_counted_and_shown_page_by_page_when_they_are_asked_for()
    {
        var (provider, _) = await MakeAsync("Lönnens vård AB", "Lönnen 0");
        for (var number = 1; number <= 51; number++)
            await _register.UnitAsync(provider, $"Lönnen {number}");

        var first = await _officer.GetPageAsync(FoundPage.Address("lönnen"));
        first.QuerySelector("#enheter")!.TextContent.ShouldBe("Enheter (52)");
        first.QuerySelectorAll("section[aria-labelledby=enheter] li").Length.ShouldBe(20);
        var all = await _officer.GetPageAsync(
            first.QuerySelector("section[aria-labelledby=enheter] p a")!.GetAttribute("href")!);
        all.QuerySelectorAll(".found li").Length.ShouldBe(50);
        all.QuerySelectorAll(".found").Length.ShouldBe(1, "Only that kind.");
        var rest = await _officer.GetPageAsync(all.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        rest.QuerySelectorAll(".found li").Length.ShouldBe(2);
        (await rest.QuerySelector("main p a")!.GetAttribute("href")!.Follow(_officer)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_rebuild_makes_the_index_anew()
    {
        var (_, unit) = await MakeAsync("Rönnens vård AB", "Rönnen");
        var views = new TableClient(_app.StorageConnectionString, "views");
        await foreach (var row in views.QueryAsync<TableEntity>($"PartitionKey eq '{RegisterFound.Units}'"))
            await views.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: Cancellation);
        (await _officer.FindAsync("rönnen")).ShouldNotContain($"/enheter/{Text(unit, "unitId")}");

        var rebuilder = _app.Services.GetRequiredService<Rebuilder>();
        await rebuilder.StartAsync(Cancellation);
        var table = _app.Services.GetRequiredService<RebuildTable>();
        while (await table.ReadAsync(Cancellation) is not [{ IsDone: true }])
            await Task.Delay(50, Cancellation);
        (await _officer.FindAsync("rönnen")).ShouldContain($"/enheter/{Text(unit, "unitId")}");
    }

    [Theory]
    [InlineData("", "Skriv vad du söker")]
    [InlineData("%20%20", "Skriv vad du söker")]
    [InlineData("a", "Skriv minst 2 bokstäver eller siffror.")]
    [InlineData("%3C%2F%3E%22%27", "Skriv minst 2 bokstäver eller siffror.")]
    [InlineData("%00%F0%9F%98%80", "Skriv minst 2 bokstäver eller siffror.")]
    public async Task What_cannot_be_searched_for_gets_a_message_at_the_field(string typed, string message)
    {
        using var response = await _officer.GetAsync($"/sok?q={typed}", Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await response.ReadPageAsync();
        page.QuerySelector("#falt-q-fel")!.TextContent.ShouldContain(message);
        page.QuerySelectorAll(".found").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_too_long_is_said_to_be_and_what_looks_like_markup_is_only_text()
    {
        using (var response = await _officer.GetAsync(FoundPage.Address(new string('å', 500)), Cancellation))
        {
            response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var text = (await response.ReadPageAsync()).QuerySelector("#falt-q-fel")!.TextContent;
            text.ShouldContain("Sök på högst 100 tecken.");
        }

        var body = await _officer.GetStringAsync(FoundPage.Address("<script>alert(1)</script>"), Cancellation);
        body.ShouldNotContain("<script>alert");
        (await _officer.FindAsync("<script>alert(1)</script>")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_without_a_question_only_asks()
    {
        var page = await _officer.GetPageAsync("/sok");
        page.QuerySelectorAll("main [role=status]").ShouldBeEmpty();
        page.QuerySelector("header form[role=search] input[name=q]").ShouldNotBeNull();
        page.QuerySelector("header a.site-search-link")!.GetAttribute("href").ShouldBe("/sok");
    }

    private async Task<(JsonElement Provider, JsonElement Unit)> MakeAsync(
        string provider, string unit, string? number = null)
    {
        var made = await _register.AgreementAsync(await _register.ProviderAsync(provider, number));
        return (made, await _register.UnitAsync(made, unit));
    }

    private async Task Renamed(string address, string name, int version) =>
        await (await _register.PostAsync(
            $"{address}/actions/rename", new { from = "2026-06-01", name }, version)).ExpectAsync(HttpStatusCode.OK);
}

internal static class Followed
{
    public static async Task<HttpStatusCode> Follow(this string address, HttpClient client)
    {
        using var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
