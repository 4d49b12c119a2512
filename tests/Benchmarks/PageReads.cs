using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Azure.Data.Tables;
using Oversight.Testkit;

namespace Oversight.Benchmarks;

/// <summary>
/// The inbox and the provider's page over HTTP, beside the bare reads of the partitions that they show.
/// </summary>
internal static class PageReads
{
    private const int Concerns = 60;
    private const int Rounds = 100;
    /// <summary>Until what runs often has been compiled for speed.</summary>
    private const int WarmUp = 200;
    private const double Aim = 3;

    public static async Task MeasureAsync(Report report)
    {
        await using var app = await AppFixture.StartAsync();
        var (provider, unit) = await Seed.ProviderAsync(app);
        using var assessor = await app.SignInAsync("bo", Role.QualityDeveloper, Seed.Board);
        for (var number = 0; number < Concerns; number++)
            await ReportAsync(assessor, unit, number);
        var storage = new TableServiceClient(app.StorageConnectionString);
        var (views, texts) = (storage.GetTableClient("views"), storage.GetTableClient("private"));
        await CompareAsync(
            report, $"inbox with {Concerns} concerns", assessor, "/synpunkter/inkorg",
            () => ReadAsync(views, $"concerns-open|{Seed.Board}"));
        await CompareAsync(
            report, $"provider's page with {Concerns} concerns", assessor, $"/anordnare/{provider}",
            () => Task.WhenAll(ReadAsync(views, $"provider|{provider}"), ReadAsync(texts, $"provider-{provider}")));
    }

    private static async Task CompareAsync(Report report, string what, HttpClient client, string path, Func<Task> read)
    {
        var (pages, reads) = (new List<double>(), new List<double>());
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var page = await TimeAsync(() => GetAsync(client, path));
            var bare = await TimeAsync(read);
            if (round < 0)
                continue;
            pages.Add(page);
            reads.Add(bare);
        }

        var more = pages.Median() - reads.Median();
        report.Add(what, $"{pages.Median():0.0} ms", $"{reads.Median():0.0} ms", $"bare + {more:0.0} ms",
            $"<= bare + {Aim:0} ms", more <= Aim);
        report.Note(
            $"{what}: {Rounds} rounds; page {pages.Spread()} ms, bare {reads.Spread()} ms; fastest: bare + "
                + $"{pages.Min() - reads.Min():0.0} ms");
    }

    private static async Task ReportAsync(HttpClient client, string unit, int number)
    {
        var concern = new
        {
            unitId = unit,
            service = "hemtjanst",
            text = $"Hemtjänsten uteblev, nummer {number}.",
            occurred = "2027-01-12",
            consequence = "ej-verkstalld",
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/concerns")
        { Content = JsonContent.Create(concern) };
        request.Headers.Add("Idempotency-Key", $"key-{number}");
        using var response = await client.SendAsync(request);
        await response.ExpectAsync(HttpStatusCode.Created);
    }

    private static async Task GetAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        await response.ExpectAsync(HttpStatusCode.OK);
    }

    private static async Task<int> ReadAsync(TableClient table, string partition) =>
        (await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"))
            .ToListAsync()).Count;

    private static async Task<double> TimeAsync(Func<Task> act)
    {
        var started = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
