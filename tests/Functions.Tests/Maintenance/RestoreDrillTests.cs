using System.Net;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Concerns;
using Oversight.Functions.Concerns;
using Oversight.Functions.Maintenance.Exports;
using Oversight.Functions.Maintenance.Restoring;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Waiting;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Maintenance;

/// <summary>
/// The whole way back, as docs/operations.md describes it: export, a fault, another set of tables, load, a new task
/// hub, sweep, and people go on working.
/// </summary>
public sealed class RestoreDrillTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    private const string Set = "r1";

    private static CancellationToken Cancellation => ConcernApp.Cancellation;

    [Fact]
    public async Task A_municipality_is_restored_from_its_export_and_works_on()
    {
        using var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        using var assessor = await world.SomebodyAsync(Role.QualityDeveloper);
        using var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        var decided = await ProposeAsync(reporter, assessor, "Ledsagaren uteblev.");
        await DecideAsync(chief, decided);
        var waiting = await ProposeAsync(reporter, assessor, "Ledsagaren uteblev igen.");
        var erased = await world.ReportAsync(reporter, world.Concern("Text som gallras."));
        await world.App.Clock.AdvanceByAsync("PT3M");
        var rowsBefore = await RowsAsync("");
        string[] pages = [.. new[] { decided, waiting }.Select(id => $"/synpunkter/arende/{id}"), "/granskningar"];
        var pagesBefore = await ReadAsync(assessor, pages);

        var export = await Service<Exporter>().RunAsync(TimeSpan.FromMinutes(5), Cancellation);
        var lost = await world.ReportAsync(reporter, world.Concern("Kom efter exporten."));
        await Service<PrivateTexts>().EraseAsync($"concern-{erased}", Cancellation);
        await BreakAsync();

        await RestoreAsync(export.ShouldNotBeNull());
        (await RowsAsync(Set)).ShouldBe(rowsBefore, "Lists are those of the export, before anything is swept.");
        await world.App.RestartAsync(options: new AppOptions
        {
            Settings = new Dictionary<string, string?>
            {
                ["Oversight:Storage:TableSet"] = Set,
                ["AzureFunctionsJobHost:extensions:durableTask:hubName"] = "restored",
            },
        });
        (await Service<PendingWorker>().WorkOffAndClearAsync(Cancellation)).ShouldSatisfyAllConditions(
            run => run.Marks.ShouldBeGreaterThan(5), run => run.Failed.ShouldBe(0), run => run.Left.ShouldBe(0));
        await world.App.Clock.AdvanceByAsync("PT3M");

        (await RowsAsync(Set)).ShouldBe(rowsBefore, "What follows was done already, and is not done twice.");
        (await ReadAsync(assessor, pages)).ShouldBe(pagesBefore);
        (await reporter.GetAsync($"/synpunkter/arende/{lost}", Cancellation)).StatusCode
            .ShouldBe(HttpStatusCode.NotFound);
        (await assessor.GetPageAsync($"/synpunkter/arende/{erased}")).Body!.TextContent
            .ShouldNotContain("Text som gallras.");

        // The loop that waits for the decision runs in the new hub: a month later the proposal has been reminded of.
        (await Service<LoopRows>().FindAsync($"concern-{waiting}", Cancellation)).ShouldNotBeNull();
        await world.App.Clock.AdvanceByAsync("P13D");
        var folded = await Service<Streams>().HistoryAsync(ConcernStream.Kind, Id.FromValue(waiting), Cancellation);
        folded.ShouldContain(one => one.Event is ConcernEvent.DecisionReminded);
        await DecideAsync(chief, waiting);
    }

    private T Service<T>()
        where T : notnull => world.App.Services.GetRequiredService<T>();

    private async Task<string> ProposeAsync(HttpClient reporter, HttpClient assessor, string text)
    {
        var id = await world.ReportAsync(reporter, world.Concern(text));
        using var proposed = await ConcernApp.AssessAsync(
            assessor, id, ConcernApp.Assessment("proposeTriggeredReview", "Flera synpunkter."));
        await proposed.ExpectAsync(HttpStatusCode.OK);
        return id;
    }

    private static async Task DecideAsync(HttpClient chief, string id)
    {
        using var decided = await (await chief.GetFormAsync($"/synpunkter/arende/{id}/beslut"))
            .With("approved", "true").With("reason", "Granskas.").SubmitAsync();
        await decided.ExpectAsync(HttpStatusCode.SeeOther);
    }

    /// <summary>A program that has gone wrong: what is wiped cannot be found anywhere else.</summary>
    private async Task BreakAsync()
    {
        var streams = new TableClient(world.App.StorageConnectionString, "streams");
        await foreach (var row in streams.QueryAsync<TableEntity>(cancellationToken: Cancellation))
            await streams.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: Cancellation);
    }

    private async Task RestoreAsync(string export)
    {
        await using var said = new StringWriter();
        var code = await RestoreProgram.RunAsync(
            ["load", export],
            builder =>
            {
                builder.Configuration["contentRoot"] = Local.Host.RepositoryRoot.Find();
                builder.Configuration["Oversight:Storage:ConnectionString"] = world.App.StorageConnectionString;
                builder.Configuration["Oversight:Storage:TableSet"] = Set;
                builder.Configuration["ServiceBus"] =
                    "Endpoint=sb://localhost;SharedAccessKeyName=local;SharedAccessKey=local;"
                        + "UseDevelopmentEmulator=true;";
                return builder.Services.AddOversight(builder.Configuration);
            },
            said, Cancellation);
        code.ShouldBe(0, said.ToString());
    }

    /// <summary>Every row of every list that shows: address, version of its stream, and what it says.</summary>
    private async Task<List<string>> RowsAsync(string set) =>
        await new TableClient(world.App.StorageConnectionString, $"{set}views")
            .QueryAsync<TableEntity>(cancellationToken: Cancellation)
            .Where(row => !row.ContainsKey("Deleted"))
            .Select(row => $"{row.PartitionKey} {row.RowKey} {row.GetInt32("Version")} {row.GetString("D0")}")
            .ToListAsync(Cancellation);

    private static async Task<List<string>> ReadAsync(HttpClient reader, IEnumerable<string> addresses)
    {
        var read = new List<string>();
        foreach (var address in addresses)
            read.Add((await reader.GetPageAsync(address)).QuerySelector("main")!.TextContent);
        return read;
    }
}
