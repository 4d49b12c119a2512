using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Browser.Tests.Infrastructure;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;

namespace Oversight.Browser.Tests;

/// <summary>The municipality that everybody meets first.</summary>
public sealed class DemonstrationTests(BrowserWorld world)
{
    [Fact]
    public async Task Nothing_that_follows_from_what_happened_there_has_failed()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var services = (await world.DemonstrationAsync()).App.Services;
        var effects = services.GetRequiredService<EffectTable>();
        var table = await services.GetRequiredService<StoreConnection>().TableAsync("effects");
        var streams = await table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"RowKey eq {"effects"}"), select: ["PartitionKey"],
            cancellationToken: cancellation).Select(row => row.PartitionKey).ToListAsync(cancellation);

        streams.Count.ShouldBeGreaterThan(50, "The demonstration has effects to look at.");
        var failed = new List<string>();
        foreach (var stream in streams)
        {
            var row = await effects.FindAsync(stream, cancellation);
            failed.AddRange(row.Records.Where(record => record.Value.Failures > 0 || record.Value.IsAside)
                .Select(record => $"{stream}: {record.Key} has failed {record.Value.Failures} times"));
        }

        failed.ShouldBeEmpty();
        (await effects.ReadAsideAsync(10, cancellation)).ShouldBeEmpty();
    }
}
