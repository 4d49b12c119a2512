using System.Net;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Providers;

/// <summary>One history of a unit and of a provider, of what each reader may know.</summary>
public sealed class ChronicleTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    private string Unit => $"/enheter/{world.Unit}/tidslinje";

    [Fact]
    public async Task Concerns_reviews_and_the_register_stand_in_one_list_the_latest_first()
    {
        var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var driver = new ReviewDriver(reviewer, await ReviewDriver.TriggerAsync(world));
        await driver.DoAsync("start");
        var (days, entries) = await ReadAsync(reviewer, Unit);
        days.ShouldBe(days.OrderDescending(StringComparer.Ordinal));
        entries.ShouldContain(entry => entry.StartsWith("Synpunkt S-", StringComparison.Ordinal));
        entries.ShouldContain(entry => entry.StartsWith("Granskning G-", StringComparison.Ordinal)
            && entry.Contains("började", StringComparison.Ordinal));
        (await ReadAsync(reviewer, $"{Unit}?ar=99")).Entries.ShouldContain("Enheten började drivas");
    }

    [Fact]
    public async Task A_lex_Sarah_report_that_was_received_is_told_as_one()
    {
        var id = await world.ReportAsync(await world.SomebodyAsync(Role.CaseOfficer));
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        using var assessed = await ConcernApp.AssessAsync(assessor, id, new
        {
            outcome = "nextDialogue",
            kind = "lex-sarah",
            category = "kommunikationsvagar",
            area = "trygghet-sakerhet",
            severity = 3,
            reason = "Utföraren har utrett och åtgärdat.",
        });
        await assessed.ExpectAsync(HttpStatusCode.OK);
        (await assessor.GetPageAsync(Unit)).QuerySelectorAll("main tbody tr")
            .ShouldContain(row => row.InnerHtml.Contains(id)
                && row.TextContent.Contains("Rapport enligt lex Sarah från utföraren"));
    }

    [Fact]
    public async Task Each_reader_is_told_only_what_they_may_read_and_whoever_has_jav_nothing_of_the_matter()
    {
        var driver = new ReviewDriver(
            await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social),
            await ReviewDriver.TriggerAsync(world));
        await driver.DoAsync("start");
        foreach (var client in new[]
            {
                await world.SomebodyAsync(Role.Procurement, ConcernApp.Social),
                await world.SomebodyAsync(Role.CaseOfficer, ConcernApp.Social),
                await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Elder),
            })
        {
            using var answer = await client.GetAsync(Unit, ConcernApp.Cancellation);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            var told = (await answer.ReadPageAsync()).QuerySelector("main")!.TextContent;
            told.ShouldNotContain("Synpunkt S-");
            told.ShouldNotContain("Granskning G-");
        }

        var inConflict = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var before = await ReadAsync(inConflict, Unit);
        await new ReviewDriver(inConflict, driver.Id).DoAsync(
            "declare-conflict", new { reason = "Min bror arbetar där." }, HttpStatusCode.NoContent);
        var after = await ReadAsync(inConflict, Unit);
        before.Entries.Except(after.Entries)
            .ShouldContain(entry => entry.StartsWith("Granskning G-", StringComparison.Ordinal));
        (await inConflict.GetPageAsync(Unit)).QuerySelector($"a[href='/granskningar/{driver.Id}']").ShouldBeNull();
    }

    [Fact]
    public async Task An_unknown_unit_or_provider_has_no_history()
    {
        using var reader = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        foreach (var address in new[] { "enheter", "anordnare" })
        {
            using var answer = await reader.GetAsync(
                $"/{address}/{Id.Derive("test", "nobody")}/tidslinje", ConcernApp.Cancellation);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    private static async Task<(IReadOnlyList<string> Days, IReadOnlyList<string> Entries)> ReadAsync(
        HttpClient client, string address)
    {
        var rows = (await client.GetPageAsync(address)).QuerySelectorAll("main tbody tr").ToList();
        return (
            [.. rows.Select(row => row.QuerySelector("time")!.GetAttribute("datetime")!)],
            [.. rows.Select(row => row.QuerySelector("th")!.ChildNodes.First(node => node.TextContent.Trim().Length > 0)
                .TextContent.Trim())]);
    }
}
