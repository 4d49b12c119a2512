using System.Collections.Concurrent;
using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Planning;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Faults;

/// <summary>How many calls to storage a request makes one after the other: what a person waits for, wherever storage is.</summary>
public sealed class TripTests
{
    [Fact]
    public async Task An_accepted_concern_and_its_assessment_make_six_calls_in_a_row_at_most()
    {
        var trips = new TripTransport();
        var storage = await SharedAzurite.NewAccountAsync();
        await using var app = await AppFixture.StartAsync(new AppOptions
        {
            StorageConnectionString = storage,
            Services = services => services.AddSingleton(new StoreOptions { ConnectionString = storage, Transport = trips }),
        });
        var unit = await new RegisterSeed(app).UnitAsync("Enheten", RegisterSeed.Social);
        using var reporter = await app.SignInAsync("anna", Role.CaseOfficer);
        using var assessor = await app.SignInAsync("bo", Role.QualityDeveloper);
        // The first of each makes tables and reads what is kept for all later ones.
        await AssessAsync(assessor, await ReportAsync(reporter, "first", unit.Value));

        trips.Start();
        var id = await ReportAsync(reporter, "second", unit.Value);
        var reported = trips.InARow();
        trips.Start();
        await AssessAsync(assessor, id);
        var assessed = trips.InARow();

        reported.Count.ShouldBeLessThanOrEqualTo(6, string.Join(", ", reported));
        assessed.Count.ShouldBeLessThanOrEqualTo(6, string.Join(", ", assessed));
        reported.Count.ShouldBeGreaterThan(3);
    }

    private static async Task<string> ReportAsync(HttpClient reporter, string key, string unit)
    {
        using var response = await ConcernLedger.SendAsync(
            reporter, key,
            new { unitId = unit, service = "bostad-vuxna", text = $"Insatsen uteblev ({key}).", occurred = "2027-01-12", consequence = "ingen" },
            TestContext.Current.CancellationToken);
        await response.ExpectAsync(HttpStatusCode.Created);
        return (await response.ReadJsonAsync())["id"]!.GetValue<string>();
    }

    private static async Task AssessAsync(HttpClient assessor, string id)
    {
        using var response = await ConcernApp.AssessAsync(assessor, id, ConcernApp.Assessment());
        await response.ExpectAsync(HttpStatusCode.OK);
    }

    /// <summary>Storage far away: each call takes a while, so that calls side by side overlap.</summary>
    private sealed class TripTransport : HttpPipelineTransport
    {
        private static readonly TimeSpan Distance = TimeSpan.FromMilliseconds(40);
        private readonly HttpPipelineTransport _real = new HttpClientTransport();
        private ConcurrentQueue<(string Name, long Began, long Ended)> _calls = new();
        private bool _isFar;

        public void Start()
        {
            _isFar = true;
            _calls = new();
        }

        /// <summary>The longest chain of calls of which each began after the one before had ended.</summary>
        public List<string> InARow()
        {
            var (chain, last) = (new List<string>(), long.MinValue);
            foreach (var call in _calls.OrderBy(call => call.Ended).Where(call => call.Began >= last || last == long.MinValue))
            {
                if (call.Began < last)
                    continue;
                chain.Add(call.Name);
                last = call.Ended;
            }

            return chain;
        }

        public override Request CreateRequest() => _real.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException("Everything is asynchronous.");

        public override async ValueTask ProcessAsync(HttpMessage message)
        {
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            if (_isFar)
                await Task.Delay(Distance);
            await _real.ProcessAsync(message);
            var path = message.Request.Uri.ToUri().AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
            _calls.Enqueue(($"{message.Request.Method} {path.ElementAtOrDefault(1)?.Split('(')[0]}", began, System.Diagnostics.Stopwatch.GetTimestamp()));
        }
    }
}
