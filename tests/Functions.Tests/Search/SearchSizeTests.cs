using System.Diagnostics;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Concerns;
using Oversight.Functions.Concerns;
using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Providers;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Search;

/// <summary>
/// Among a thousand units and twenty thousand concerns a search reads what it finds, and little else.
/// </summary>
public sealed class SearchSizeTests(ITestOutputHelper output)
{
    private const int Units = 1_000;
    private const int Concerns = 20_000;
    private static readonly BoardId Board = new("socialnamnden");

    [Fact]
    [Trait("Length", "long")]
    public async Task A_search_reads_what_it_finds_however_much_there_is()
    {
        using var calls = new StorageCalls();
        var storage = await SharedAzurite.NewAccountAsync();
        await using var app = await AppFixture.StartAsync(new AppOptions
        {
            StorageConnectionString = storage,
            Services = services =>
                services.AddSingleton(new StoreOptions { ConnectionString = storage, Transport = calls }),
        });
        var views = new TableClient(storage, "views");
        await views.CreateIfNotExistsAsync(TestContext.Current.CancellationToken);
        var now = app.Clock.Now;
        await ProjectedRow.WriteAsync(
            views,
            Enumerable.Range(0, Units).SelectMany(number => UnitRows(number, now))
                .Concat(Enumerable.Range(0, Concerns).SelectMany(number => ConcernRows(number, now)))
                .Where(row => row.Row.Partition.StartsWith("found-", StringComparison.Ordinal)
                    || row.Row.Partition == ConcernPartitions.OfBoard(Board)));
        var assessor = await app.SignInAsync("bo", Role.QualityDeveloper, Board.Value);
        var reference = Id.Derive("size", "concern-77").Reference('S');

        foreach (var (typed, most) in new[]
        {
            ("mätenhet 777", 120), ("777 mätenhet", 120), ("tall777gården", 10), ("finns inte", 10), (reference, 10),
            (reference[..7], 10), ("omsorg 4", 1_500), ("tall", 1_100), ("äldreboendet", 10),
        })
        {
            await assessor.FindAllAsync(typed);
            calls.Take();
            var began = Stopwatch.GetTimestamp();
            await assessor.FindAllAsync(typed);
            var took = Stopwatch.GetElapsedTime(began);
            var made = calls.Take();
            output.WriteLine(
                $"{typed}: {made.Count} calls, {made.Sum(call => call.Rows)} rows, "
                    + $"{made.Sum(call => call.Bytes) / 1000} kB, {took.TotalMilliseconds:0} ms");
            made.Sum(call => call.Rows).ShouldBeLessThanOrEqualTo(most, typed);
        }
    }

    private static IEnumerable<ProjectedRow> UnitRows(int number, DateTimeOffset at)
    {
        var facts = new AgreementFacts
        {
            ProviderId = Id.Derive("size", $"provider-{number / 100}"),
            ProviderName = $"Omsorg {number / 100} AB",
            Ownership = Ownership.Private,
            AgreementId = Id.Derive("size", $"agreement-{number / 100}"),
            AgreementKey = $"A{number / 100}",
            Form = AgreementForm.Kundval,
            Area = new CodeId("hemtjanst"),
            Board = Board,
            Services = [new CodeId("hemtjanst")],
            ValidFrom = new DateOnly(2020, 1, 1),
            ValidTo = null,
        };
        return ProjectedRow.Of(
            UnitStream.Kind, Id.Derive("size", $"unit-{number}"), at,
            new UnitEvent.Registered(
                $"K{number}", $"Mätenhet {number} Tall{number}gården", facts,
                new UnitDetails("Storgatan 1", facts.Services, [], facts.ValidFrom, null),
                new Licence(false, null, null)));
    }

    private static IEnumerable<ProjectedRow> ConcernRows(int number, DateTimeOffset at) => ProjectedRow.Of(
        ConcernStream.Kind, Id.Derive("size", $"concern-{number}"), at.AddMinutes(-number),
        new ConcernEvent.Reported(DateOnly.FromDateTime(at.DateTime))
        {
            Board = Board,
            Unit = null,
            UnknownProvider = null,
            Service = new CodeId("hemtjanst"),
            Text = new TextReference("report#text", 10, "h"),
            Occurred = Occurrence.Unclear,
            Consequence = new CodeId("ingen"),
            CaseReference = null,
            RegisteredFor = null,
            Attachments = [],
            ReporterKey = "r",
            RegisteredByKey = "r",
            Channel = ConcernChannel.Form,
            PossibleDuplicateOf = null,
        });
}

internal static class Asking
{
    public static async Task FindAllAsync(this HttpClient client, string typed)
    {
        using var response = await client.GetAsync(FoundPage.Address(typed), TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBeLessThan(400);
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
