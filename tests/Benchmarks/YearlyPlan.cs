using System.Net.Http.Json;
using System.Diagnostics;
using System.Net;
using Azure.Data.Tables;
using Oversight.Functions.Concerns;
using Oversight.Functions.Providers;
using Oversight.Risk;
using Oversight.Testkit;

namespace Oversight.Benchmarks;

/// <summary>A board's årsplan drafted over HTTP, beside reading the rows that it needs.</summary>
internal static class YearlyPlan
{
    private const int Units = 1_000;
    private const int Concerns = 100_000;
    private const int Days = 540;
    private const int Rounds = 2;
    private const double Aim = 1.5;
    private static readonly BoardId Board = new("socialnamnden");

    public static async Task MeasureAsync(Report report)
    {
        await using var app = await AppFixture.StartAsync();
        var service = new TableServiceClient(app.StorageConnectionString);
        var views = service.GetTableClient("views");
        await views.CreateIfNotExistsAsync();
        var started = Stopwatch.GetTimestamp();
        var municipality = new Municipality(new MunicipalitySize(Units, Concerns, Days, Board), app.Clock.Now);
        await ProjectedRow.WriteAsync(views,
            municipality.RegisterRows().Concat(municipality.ConcernRows()).Where(IsRead));
        report.Note(
            $"årsplan: {Units} units and {Concerns} concerns written in "
                + $"{Stopwatch.GetElapsedTime(started).TotalSeconds:0} s");

        using var owner = await SignInPatientlyAsync(app);
        var (plans, reads) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            // Something new each time, or no version would be made and no document written.
            foreach (var row in municipality.Concern(round, severity: 4).Where(IsRead))
                await views.UpsertEntityAsync(row.ToEntity(), TableUpdateMode.Replace);
            reads.Add(await TimeAsync(() => ReadAsync(views)));
            plans.Add(await TimeAsync(() => DraftAsync(owner)));
            Console.WriteLine($"årsplan, round {round + 1}: plan {plans[^1]:0.00} s, bare {reads[^1]:0.00} s");
        }

        var ratio = plans.Zip(reads, (plan, read) => plan / read).Median();
        report.Add(
            $"årsplan, {Units} units, {Concerns} concerns", $"{plans.Median():0.00} s", $"{reads.Median():0.00} s",
            $"{ratio:0.00} x bare", $"<= {Aim:0.0} x", ratio <= Aim);
    }

    /// <summary>What the plan is made from; the facts stand twice and are read by day.</summary>
    private static bool IsRead(ProjectedRow row) =>
        row.Row.Document is UnitFact
            || (row.Row.Document is ConcernFact
                && row.Row.Key.StartsWith(ConcernPartitions.FactsByDay, StringComparison.Ordinal));

    private static async Task<HttpClient> SignInPatientlyAsync(AppFixture app)
    {
        var client = app.Anonymous();
        client.Timeout = TimeSpan.FromMinutes(5);
        using var response = await client.PostFormAsync("/.auth/login/local",
        [
            new("user", "owner"), new("name", "Owner"), new("role", RoleValues.Of(Role.ProcessOwner)),
            new("board", Board.Value),
        ]);
        await response.ExpectAsync(HttpStatusCode.SeeOther);
        return client;
    }

    private static async Task ReadAsync(TableClient views)
    {
        var count = 0;
        foreach (var filter in new[]
        {
            TableClient.CreateQueryFilter($"PartitionKey eq {RegisterPartitions.Units(Board)}"),
            TableClient.CreateQueryFilter($"PartitionKey eq {ConcernPartitions.Facts(Board)}"),
        })
        {
            await foreach (var _ in views.QueryAsync<TableEntity>(filter))
                count++;
        }

        if (count != Units + Concerns)
            throw new InvalidOperationException($"{count} rows were read.");
    }

    private static async Task DraftAsync(HttpClient owner)
    {
        using var response = await owner.PostAsJsonAsync("/api/v1/plans", new { board = Board, year = 2027 });
        await response.ExpectAsync(HttpStatusCode.Created);
    }

    private static async Task<double> TimeAsync(Func<Task> act)
    {
        var started = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
