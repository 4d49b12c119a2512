using System.Net;
using System.Net.Http.Json;
using AngleSharp.Dom;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Providers.RegisterDriver;

namespace Oversight.Functions.Tests.Providers;

/// <summary>
/// What Anordnaren på en A4 tells about concerns. It moves the clock, so it has an application of its own.
/// </summary>
public sealed class ConcernTrendTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "R86")]
    public async Task The_sheet_counts_concerns_and_reporters_per_unit_and_period_of_the_readers_own_boards()
    {
        await using var app = await AppFixture.StartAsync();
        var register = new RegisterDriver(await app.SignInAsync("registret", Role.Administrator));
        var provider = await register.AgreementAsync(await register.ProviderAsync("Bådas AB"));
        var home = $"/anordnare/{Text(provider, "providerId")}";
        var elder = await register.UnitAsync(provider, "Lindens hemtjänst");
        var both = await register.AgreementAsync(provider, new
        {
            form = "kundval",
            area = "ledsagning-avlosning",
            board = "socialnamnden",
            services = new[] { "ledsagarservice" },
            targetGroups = new[] { "vuxna" },
            validFrom = "2024-01-01",
        });
        var social = await register.UnitAsync(both, "Björkens ledsagning", new
        {
            agreementId = both.GetProperty("agreements")[1].GetProperty("id").GetString(),
            name = "Björkens ledsagning",
            services = new[] { "ledsagarservice" },
            validFrom = "2024-01-01",
        });
        var (anna, bo) = (await app.SignInAsync("anna", Role.CaseOfficer),
            await app.SignInAsync("bo", Role.CaseOfficer));

        await ReportAsync(anna, elder, "hemtjanst", "Tidig.");
        await app.Clock.AdvanceToAsync(app.Clock.Now.AddMonths(8));
        await ReportAsync(anna, elder, "hemtjanst", "Sen.");
        await ReportAsync(anna, elder, "hemtjanst", "Sen igen.");
        await ReportAsync(bo, elder, "hemtjanst", "Också sen.");
        var regretted = await ReportAsync(bo, elder, "hemtjanst", "Ångrad.");
        await ReportAsync(bo, social, "ledsagarservice", "Den andra nämnden.");
        using var withdrawn = await (await bo.GetFormAsync($"/synpunkter/arende/{regretted}/gor/aterkalla"))
            .With("reason", "Löste sig.").SubmitAsync();
        await withdrawn.ExpectAsync(HttpStatusCode.SeeOther);

        (await RowsAsync(await app.SignInAsync("aldre", Role.QualityDeveloper, "aldrenamnden"), home))
            .ShouldBe(["Lindens hemtjänst|3|2|4|2"]);
        (await RowsAsync(await app.SignInAsync("social", Role.QualityDeveloper, "socialnamnden"), home))
            .ShouldBe(["Björkens ledsagning|1|1|1|1"]);
        (await RowsAsync(await app.SignInAsync("bada", Role.QualityDeveloper, "aldrenamnden", "socialnamnden"),
            home)).Count.ShouldBe(2);
        (await RowsAsync(anna, home)).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(HttpClient client, string home) =>
    [
        .. (await client.GetPageAsync(home))
            .QuerySelectorAll(
                "section[aria-labelledby=synpunkter] .table-scroll table, section[aria-labelledby=synpunkter] table")
            .Distinct().Where(table => table.TextContent.Contains("rapportörer", StringComparison.Ordinal))
            .SelectMany(table => table.QuerySelectorAll("tbody tr"))
            .Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim()))),
    ];

    private static async Task<string> ReportAsync(
        HttpClient client, System.Text.Json.JsonElement unit, string service, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/concerns")
        {
            Content = JsonContent.Create(new
            {
                unitId = Text(unit, "unitId"),
                service,
                text,
                occurred = "2027-01",
                consequence = "ej-verkstalld"
            }),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        return Text(await JsonAsync(await client.SendAsync(request, Cancellation), HttpStatusCode.Created), "id");
    }
}
