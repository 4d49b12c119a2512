using System.Net;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Concerns;
using Oversight.Functions.Maintenance.Rebuilding;
using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Planning;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Faults;

public sealed class RebuildWhileWritingTests : IAsyncLifetime
{
    private const string Unit = "Björken";
    private AppFixture _app = null!;
    private HttpClient _reporter = null!;
    private HttpClient _assessor = null!;
    private int _number;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await AppFixture.StartAsync();
        _reporter = await _app.SignInAsync("anna", Role.CaseOfficer);
        _assessor = await _app.SignInAsync("bo", Role.QualityDeveloper);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Lists_that_were_lost_are_back_and_right_after_a_rebuild_that_ran_while_people_wrote()
    {
        await new RegisterSeed(_app).UnitAsync(Unit, RegisterSeed.Social);
        var before = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => ReportAsync()));
        await LoseEveryListAsync();
        using var administrator = await _app.SignInAsync("adm", Role.Administrator);
        await (await administrator.PostFormAsync("/drift/ombyggnad", [])).ExpectAsync(HttpStatusCode.SeeOther);

        var rebuilding = UntilRebuiltAsync();
        var written = await Task.WhenAll(Enumerable.Range(0, 6)
            .Select(writer => WriteUntilAsync(rebuilding, before.Where((_, at) => at % 6 == writer))));

        (await rebuilding).Failed.ShouldBe(0);
        var all = before.Concat(written.SelectMany(one => one.Reported)).ToList();
        var assessed = written.SelectMany(one => one.Assessed).ToList();
        all.Count.ShouldBeGreaterThan(before.Length);
        assessed.ShouldNotBeEmpty();
        var lists = await new ConcernLedger(_reporter, _assessor, ConcernApp.Social).ListsAsync();
        Sorted(lists["mine"]).ShouldBe(Sorted(all));
        Sorted(lists["board"]).ShouldBe(Sorted(all));
        Sorted(lists["inbox"]).ShouldBe(Sorted(all.Except(assessed)));
        var provider = await _app.Services.GetRequiredService<Views>().ReadRowsAsync(
            RegisterPartitions.OfProvider(RegisterSeed.Agreement(Unit, RegisterSeed.Social).ProviderId), Cancellation,
            ConcernPartitions.OfProvider);
        Sorted(provider.Select(row => row.Key.Split('|')[^1])).ShouldBe(Sorted(all));
        provider.Count(row => row.Version == 2).ShouldBe(assessed.Count);
    }

    private async Task<(List<string> Reported, List<string> Assessed)> WriteUntilAsync(
        Task end, IEnumerable<string> toAssess)
    {
        var (reported, assessed, waiting) = (new List<string>(), new List<string>(), new Queue<string>(toAssess));
        do
        {
            reported.Add(await ReportAsync());
            if (!waiting.TryDequeue(out var id))
                continue;
            using var answer = await ConcernApp.AssessAsync(_assessor, id, ConcernApp.Assessment());
            await answer.ExpectAsync(HttpStatusCode.OK);
            assessed.Add(id);
        }
        while (!end.IsCompleted);
        return (reported, assessed);
    }

    private async Task<string> ReportAsync()
    {
        var number = Interlocked.Increment(ref _number);
        var concern = new
        {
            unitId = RegisterSeed.IdOf(Unit),
            service = "bostad-vuxna",
            text = $"Nummer {number}.",
            occurred = "2027-01-12",
            consequence = "ingen",
        };
        using var response = await ConcernLedger.SendAsync(_reporter, $"key-{number}", concern, Cancellation);
        await response.ExpectAsync(HttpStatusCode.Created);
        return (await response.ReadJsonAsync())["id"]!.GetValue<string>();
    }

    private async Task LoseEveryListAsync()
    {
        var views = new TableClient(_app.StorageConnectionString, "views");
        foreach (var row in await views.QueryAsync<TableEntity>(cancellationToken: Cancellation)
            .ToListAsync(Cancellation))
        {
            if (row.GetString("StreamId")!.StartsWith("concern-", StringComparison.Ordinal))
                await views.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: Cancellation);
        }
    }

    private async Task<Rebuild> UntilRebuiltAsync()
    {
        while (true)
        {
            if (await _app.Services.GetRequiredService<RebuildTable>()
                .ReadAsync(Cancellation) is [{ IsDone: true } done])
                return done;
            await Task.Delay(50, Cancellation);
        }
    }

    private static List<string> Sorted(IEnumerable<string> ids) => [.. ids.Order(StringComparer.Ordinal)];
}
