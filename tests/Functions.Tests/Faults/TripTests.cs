using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Planning;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Faults;

/// <summary>
/// How many calls to storage a request makes one after the other: what a person waits for, wherever storage is.
/// </summary>
public sealed class TripTests
{
    private static readonly TimeSpan Distance = TimeSpan.FromMilliseconds(40);

    [Fact]
    public async Task An_accepted_concern_and_its_assessment_make_six_calls_in_a_row_at_most()
    {
        using var trips = new StorageCalls();
        var storage = await SharedAzurite.NewAccountAsync();
        await using var app = await AppFixture.StartAsync(new AppOptions
        {
            StorageConnectionString = storage,
            Services = services =>
                services.AddSingleton(new StoreOptions { ConnectionString = storage, Transport = trips }),
        });
        var unit = await new RegisterSeed(app).UnitAsync("Enheten", RegisterSeed.Social);
        using var reporter = await app.SignInAsync("anna", Role.CaseOfficer);
        using var assessor = await app.SignInAsync("bo", Role.QualityDeveloper);
        // The first of each makes tables and reads what is kept for all later ones.
        await AssessAsync(assessor, await ReportAsync(reporter, "first", unit.Value));

        trips.Distance = Distance;
        trips.Take();
        var id = await ReportAsync(reporter, "second", unit.Value);
        var reported = trips.Take().InARow();
        await AssessAsync(assessor, id);
        var assessed = trips.Take().InARow();

        reported.Count.ShouldBeLessThanOrEqualTo(6, Tell(reported));
        assessed.Count.ShouldBeLessThanOrEqualTo(6, Tell(assessed));
        reported.Count.ShouldBeGreaterThan(3);
    }

    private static string Tell(IEnumerable<StorageCall> calls) => string.Join(", ", calls.Select(call => call.Name));

    private static async Task<string> ReportAsync(HttpClient reporter, string key, string unit)
    {
        using var response = await ConcernLedger.SendAsync(
            reporter, key,
            new
            {
                unitId = unit,
                service = "bostad-vuxna",
                text = $"Insatsen uteblev ({key}).",
                occurred = "2027-01-12",
                consequence = "ingen"
            },
            TestContext.Current.CancellationToken);
        await response.ExpectAsync(HttpStatusCode.Created);
        return (await response.ReadJsonAsync())["id"]!.GetValue<string>();
    }

    /// <summary>With a key, as a system that sends again would.</summary>
    private static async Task AssessAsync(HttpClient assessor, string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/concerns/{id}/actions/assess")
        {
            Content = JsonContent.Create(ConcernApp.Assessment()),
        };
        request.Headers.TryAddWithoutValidation("If-Match", "\"v1\"");
        request.Headers.Add("Idempotency-Key", $"assess-{id}");
        using var response = await assessor.SendAsync(request, TestContext.Current.CancellationToken);
        await response.ExpectAsync(HttpStatusCode.OK);
    }
}
