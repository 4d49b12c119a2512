using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Storage;
using Oversight.Testkit;

namespace Oversight.Benchmarks;

/// <summary>Concerns accepted per second over HTTP, beside the same table calls made directly.</summary>
internal static class ConcernIntake
{
    private const int Rounds = 5;
    private const double Aim = 0.6;
    private static int _number;

    public static async Task MeasureAsync(Report report)
    {
        using var transport = new StorageCalls();
        var storage = await SharedAzurite.NewAccountAsync();
        await using var app = await AppFixture.StartAsync(new AppOptions
        {
            StorageConnectionString = storage,
            Services = services =>
                services.AddSingleton(new StoreOptions { ConnectionString = storage, Transport = transport }),
        });
        var unit = await Seed.UnitAsync(app);
        using var reporter = await app.SignInAsync("anna", Role.CaseOfficer);
        var sample = await SendAsync(reporter, unit);
        using var bare = await BareIntake.LikeAsync(storage, sample);
        await RunAsync(20, 4, () => SendAsync(reporter, unit));
        await RunAsync(20, 4, bare.WriteAsync);
        await CountAsync(report, transport, bare, () => SendAsync(reporter, unit));

        foreach (var (atOnce, concerns) in new[] { (1, 24), (32, 96) })
        {
            var (ours, theirs) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                ours.Add(await RunAsync(concerns, atOnce, () => SendAsync(reporter, unit)));
                theirs.Add(await RunAsync(concerns, atOnce, bare.WriteAsync));
            }

            var ratio = ours.Zip(theirs, (one, other) => one / other).Median();
            report.Add(
                $"concerns accepted, {atOnce} at once", $"{ours.Median():0.0}/s", $"{theirs.Median():0.0}/s",
                $"{ratio:0.00} of bare", $">= {Aim:0.0}", ratio >= Aim);
            report.Note(
                $"concerns, {atOnce} at once: {Rounds} rounds of {concerns}; application {ours.Spread()}/s, bare "
                    + $"{theirs.Spread()}/s");
        }
    }

    private static async Task CountAsync(Report report, StorageCalls transport, BareIntake bare, Func<Task> send)
    {
        const int concerns = 10;
        transport.Take();
        await RunAsync(concerns, 1, send);
        var calls = transport.Take();
        bare.Transport.Take();
        await RunAsync(concerns, 1, bare.WriteAsync);
        var bareCalls = bare.Transport.Take();
        report.Note($"calls to storage for a concern, application: {Describe(calls)}");
        report.Note($"calls to storage for a concern, bare:        {Describe(bareCalls)}");

        static string Describe(IReadOnlyList<StorageCall> calls)
        {
            var names = calls.CountBy(call => call.Name).OrderByDescending(name => name.Value)
                .ThenBy(name => name.Key, StringComparer.Ordinal);
            return $"{calls.Count / (double)concerns:0.0} "
                + $"({string.Join(", ", names.Select(name => $"{name.Value / (double)concerns:0.#} {name.Key}"))})";
        }
    }

    private static async Task<string> SendAsync(HttpClient client, string unit)
    {
        var number = Interlocked.Increment(ref _number);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/concerns")
        {
            Content = JsonContent.Create(new
            {
                unitId = unit,
                service = "hemtjanst",
                text = $"Hemtjänsten kom inte i morse heller, för tredje gången i januari. Löpnummer {number}.",
                occurred = "2027-01-12",
                consequence = "ej-verkstalld",
            }),
        };
        request.Headers.Add("Idempotency-Key", $"key-{number}");
        using var response = await client.SendAsync(request);
        await response.ExpectAsync(HttpStatusCode.Created);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["id"]!.GetValue<string>();
    }

    /// <summary>How many in a second.</summary>
    private static async Task<double> RunAsync(int total, int atOnce, Func<Task> one)
    {
        var left = total;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
                await one();
        })));
        return total / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
