using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Concerns;
using Oversight.Functions.Storage;
using Oversight.Risk;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Concerns;

[Collection(nameof(ConcernApp))]
public class ConcernAccessTests(ConcernApp world)
{
    [Theory]
    [InlineData(Role.CaseOfficer, ConcernApp.Social)]
    [InlineData(Role.QualityDeveloper, ConcernApp.Elder)]
    [InlineData(Role.UnitManager, ConcernApp.Elder)]
    [InlineData(Role.ProcessOwner, ConcernApp.Elder)]
    [InlineData(Role.Administrator, ConcernApp.Social)]
    [InlineData(Role.Registrar, ConcernApp.Social)]
    [InlineData(Role.Procurement, ConcernApp.Social)]
    [InlineData(Role.BoardSecretary, ConcernApp.Social)]
    public async Task Others_get_403_and_not_a_word(Role role, string board)
    {
        var text = $"hemlig-{Unique.Word()}";
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var id = await world.ReportAsync(reporter, world.Concern(text));
        var other = await world.SomebodyAsync(role, board);
        foreach (var path in new[]
        {
            $"/synpunkter/arende/{id}", $"/synpunkter/kvitto/{id}", $"/synpunkter/arende/{id}/gor/ratta",
            $"/synpunkter/arende/{id}/gor/flytta", $"/synpunkter/arende/{id}/gor/maskera",
            $"/synpunkter/arende/{id}/gor/aterkalla", $"/api/v1/concerns/{id}", $"/api/v1/concerns/{id}/assessment",
        })
        {
            using var response = await other.GetAsync(path, ConcernApp.Cancellation);
            response.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
            var body = await response.Content.ReadAsStringAsync(ConcernApp.Cancellation);
            body.ShouldNotContain(text);
            body.ShouldNotContain("Björkens");
        }

        using var assessed = await ConcernApp.AssessAsync(other, id, ConcernApp.Assessment());
        await assessed.ExpectAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_inbox_of_another_board_is_closed_and_the_own_does_not_hold_its_concerns()
    {
        var id = await world.ReportAsync(await world.SomebodyAsync(Role.CaseOfficer));
        var elder = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Elder);
        using var closed = await elder.GetAsync("/synpunkter/inkorg?namnd=socialnamnden", ConcernApp.Cancellation);
        await closed.ExpectAsync(HttpStatusCode.Forbidden);
        using var api = await elder.GetAsync("/api/v1/concerns?board=socialnamnden", ConcernApp.Cancellation);
        await api.ExpectAsync(HttpStatusCode.Forbidden);
        (await elder.GetStringAsync("/synpunkter/inkorg?status=all", ConcernApp.Cancellation)).ShouldNotContain(id);
    }

    [Fact]
    public async Task Who_reported_is_shown_to_those_who_handle_the_concern_and_to_nobody_else()
    {
        var user = ConcernApp.NewUser();
        var reporter = await world.App.SignInAsync(user, Role.CaseOfficer);
        var id = await world.ReportAsync(reporter, new
        {
            unitId = world.Unit,
            service = "ledsagarservice",
            text = $"Vem? {Unique.Word()}",
            occurred = "2027-01-12",
            consequence = "ingen",
            caseReference = "ARENDE-77",
            registeredFor = "Kollegan på LSS",
        });
        async Task<string> SeesAsync(Role role) =>
            await (await world.SomebodyAsync(role)).GetStringAsync($"/api/v1/concerns/{id}", ConcernApp.Cancellation);

        (await SeesAsync(Role.QualityDeveloper)).ShouldContain($"Test {user}");
        (await SeesAsync(Role.QualityDeveloper)).ShouldContain("ARENDE-77");
        (await SeesAsync(Role.UnitManager)).ShouldContain($"Test {user}");
        (await SeesAsync(Role.UnitManager)).ShouldNotContain("ARENDE-77");
        var owner = await SeesAsync(Role.ProcessOwner);
        owner.ShouldNotContain(user);
        owner.ShouldNotContain("ARENDE-77");
        owner.ShouldNotContain("Kollegan");
        var page = await (await world.SomebodyAsync(Role.ProcessOwner))
            .GetStringAsync($"/synpunkter/arende/{id}", ConcernApp.Cancellation);
        page.ShouldNotContain(user);
    }

    [Fact]
    public async Task Neither_events_nor_rows_hold_words_or_names()
    {
        var user = ConcernApp.NewUser();
        var reporter = await world.App.SignInAsync(user, Role.CaseOfficer);
        var id = Id.FromValue(await world.ReportAsync(reporter, world.Concern("hemligt-ord i texten")));
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper);
        using var assessed = await ConcernApp.AssessAsync(assessor, id.Value,
            ConcernApp.Assessment(reason: "hemligt-ord i skälen"));
        await assessed.ExpectAsync(HttpStatusCode.OK);

        var streams = world.App.Services.GetRequiredService<Streams>();
        var history = await streams.HistoryAsync(ConcernStream.Kind, id, ConcernApp.Cancellation);
        history.Count.ShouldBe(2);
        var hashes = await world.App.Services.GetRequiredService<ConcernKeys>().GetAsync(ConcernApp.Cancellation);
        var views = world.App.Services.GetRequiredService<Views>();
        var rows = new List<StoredRow>();
        foreach (var partition in new[]
        {
            ConcernPartitions.OfBoard(new BoardId(ConcernApp.Social)), ConcernPartitions.Mine(hashes.Reporter(user)),
            ConcernPartitions.Facts(new BoardId(ConcernApp.Social)),
        })
            rows.AddRange((await views.ReadRowsAsync(partition, ConcernApp.Cancellation))
                .Where(row => row.StreamId == ConcernStream.StreamId(id)));
        rows.Count.ShouldBe(6);
        var stored = string.Join('\n',
            history.Select(recorded => ConcernStream.Kind.Events.Write(recorded.Event))
                .Concat(rows.Select(row => row.Json)));
        stored.ShouldNotContain("hemligt-ord");
        stored.ShouldNotContain(user);
    }

    [Fact]
    public async Task Assessing_and_withdrawing_change_what_the_risk_analysis_is_told()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var id = Id.FromValue(await world.ReportAsync(reporter));
        var views = world.App.Services.GetRequiredService<Views>();
        async Task<ConcernFact> FactAsync() =>
            (await views.ReadAllAsync<ConcernFact>(
                ConcernPartitions.Facts(new BoardId(ConcernApp.Social)), ConcernApp.Cancellation,
                ConcernPartitions.FactsOfUnit(world.Unit)))
                .Single(fact => fact.ConcernId == id);

        (await FactAsync()).Weighting.ShouldBe(ConcernWeighting.Unassessed);
        using var assessed = await ConcernApp.AssessAsync(await world.SomebodyAsync(Role.QualityDeveloper), id.Value,
            ConcernApp.Assessment(severity: 4));
        await assessed.ExpectAsync(HttpStatusCode.OK);
        var weighed = await FactAsync();
        (weighed.Weighting, weighed.Severity, weighed.Source).ShouldBe(
            (ConcernWeighting.Assessed, 4, $"concern-{id}@2"));
        using var withdrawn = await (await reporter.GetFormAsync($"/synpunkter/arende/{id}/gor/aterkalla"))
            .With("reason", "Fel.").SubmitAsync();
        await withdrawn.ExpectAsync(HttpStatusCode.SeeOther);
        (await FactAsync()).Weighting.ShouldBe(ConcernWeighting.Nothing);
    }

    [Fact]
    public async Task The_inbox_is_filtered_and_the_list_is_paged_to_its_end()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var ids = new List<string>();
        for (var i = 0; i < 55; i++)
            ids.Add(await world.ReportAsync(reporter, new
            {
                unitId = world.ElderUnit,
                service = "hemtjanst",
                text = $"Nr {i} {Unique.Word()}",
                occurred = "2027-01-12",
                consequence = "ingen",
            }));
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Elder);
        var seen = new List<string>();
        string? page = null;
        do
        {
            var list = await (await assessor.GetAsync(
                $"/api/v1/concerns?status=received{(page is null ? "" : $"&page={Uri.EscapeDataString(page)}")}",
                ConcernApp.Cancellation)).ReadJsonAsync();
            seen.AddRange(list["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()));
            page = list["nextPage"]?.GetValue<string>();
        }
        while (page is not null);
        seen.Count.ShouldBe(seen.Distinct().Count());
        ids.Except(seen).ShouldBeEmpty();
        (await assessor.GetPageAsync("/synpunkter/inkorg?status=all&sok=linden")).QuerySelectorAll("tbody tr").Length
            .ShouldBeGreaterThanOrEqualTo(50);
        (await assessor.GetPageAsync("/synpunkter/inkorg?sok=finns-inte")).QuerySelectorAll("tbody tr").ShouldBeEmpty();
        (await assessor.GetPageAsync("/synpunkter/inkorg?alder=7")).QuerySelectorAll("tbody tr").ShouldBeEmpty();
        (await assessor.GetPageAsync("/")).Body!.TextContent.ShouldContain("Bedöm synpunkter");
    }
}
