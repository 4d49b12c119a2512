using System.Net.Http.Json;
using System.Diagnostics;
using System.Net;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Concerns;
using Oversight.Functions.Storage;
using Oversight.Testkit;

namespace Oversight.Benchmarks;

/// <summary>
/// The same pages of a large municipality after one year and after ten, over HTTP: how much is read, and how long it
/// takes. A page whose reading grows reads what it does not show, or has a reason that docs/performance.md tells.
/// </summary>
internal static class TenYears
{
    private const int Units = 500;
    private const int ConcernsPerYear = 10_000;
    private const int Rounds = 5;
    private static readonly BoardId[] Boards = [new("socialnamnden"), new("aldrenamnden")];
    private static readonly string[] Head =
        ["page", "reader", "rows, 1 year", "rows, 10", "kB, 1", "kB, 10", "read x", "calls, 1", "calls, 10", "ms, 1",
            "ms, 10", "time x", "own ms, 1", "own ms, 10"];

    public static async Task MeasureAsync(Report report)
    {
        await using var one = await World.StartAsync(report, years: 1);
        await using var ten = await World.StartAsync(report, years: 10);
        foreach (var (name, role, path) in Pages)
        {
            var (first, last) = (new List<Visit>(), new List<Visit>());
            for (var round = -1; round < Rounds; round++)
            {
                first.Add(await one.VisitAsync(role, path));
                last.Add(await ten.VisitAsync(role, path));
            }

            var (a, b) = (Visit.Middle(first.Skip(1)), Visit.Middle(last.Skip(1)));
            report.Add("Pages after one year and after ten", Head,
            [
                name, RoleValues.Of(role), $"{a.Rows}", $"{b.Rows}", $"{a.Bytes / 1000}", $"{b.Bytes / 1000}",
                $"{b.Bytes / (double)a.Bytes:0.0}", $"{a.Calls}", $"{b.Calls}", $"{a.Total:0}", $"{b.Total:0}",
                $"{b.Total / a.Total:0.0}", $"{a.Own:0}", $"{b.Own:0}",
            ]);
        }
    }

    // A provider's own page reads its stream, and only rows are written here.
    private static readonly (string Name, Role Role, string Path)[] Pages =
    [
        ("Att göra", Role.QualityDeveloper, "/"),
        ("Att göra", Role.UnitManager, "/"),
        ("Att göra", Role.CaseOfficer, "/"),
        ("Inkorg, det som väntar", Role.QualityDeveloper, "/synpunkter/inkorg"),
        ("Inkorg, alla", Role.QualityDeveloper, "/synpunkter/inkorg?status=all"),
        ("Inkorg, alla, sökt på en enhet", Role.QualityDeveloper,
            "/synpunkter/inkorg?status=all&sok=M%C3%A4tenhet+499"),
        ("Inkorg, alla, sökt på något som inte finns", Role.QualityDeveloper,
            "/synpunkter/inkorg?status=all&sok=ingenstans"),
        ("Inkorg, återkallade", Role.QualityDeveloper, "/synpunkter/inkorg?status=withdrawn"),
        ("Ny synpunkt", Role.CaseOfficer, "/synpunkter/ny"),
        ("Mina synpunkter", Role.CaseOfficer, "/synpunkter/mina"),
        ("Sök, en enhet", Role.QualityDeveloper, "/sok?q=M%C3%A4tenhet+499"),
        ("Sök, början av en referens", Role.QualityDeveloper, "/sok?q=S-4K7"),
        ("Risk", Role.QualityDeveloper, "/risk"),
        ("En enhets risk", Role.QualityDeveloper, $"/risk/{Municipality.UnitId(499)}"),
        ("Anordnare", Role.QualityDeveloper, "/anordnare"),
        ("Granskningar", Role.QualityDeveloper, "/granskningar"),
        ("Granskningar, avslutade", Role.QualityDeveloper, "/granskningar?status=closed"),
        ("Utskick", Role.QualityDeveloper, "/utskick"),
        ("Veckolista", Role.UnitManager, "/veckolista"),
        ("Dokument", Role.ProcessOwner, "/dokument"),
        ("Årsplan", Role.ProcessOwner, "/arsplan"),
        ("En årsplan", Role.ProcessOwner, $"/arsplan/{Boards[0]}/2027"),
    ];

    /// <summary>One running application with its municipality.</summary>
    private sealed class World(AppFixture app, StorageCalls calls) : IAsyncDisposable
    {
        private readonly Dictionary<Role, HttpClient> _readers = [];

        public static async Task<World> StartAsync(Report report, int years)
        {
            var calls = new StorageCalls();
            var storage = await SharedAzurite.NewAccountAsync();
            var app = await AppFixture.StartAsync(new AppOptions
            {
                StorageConnectionString = storage,
                Services = services =>
                    services.AddSingleton(new StoreOptions { ConnectionString = storage, Transport = calls }),
            });
            var keys = await app.Services.GetRequiredService<ConcernKeys>().GetAsync(CancellationToken.None);
            var size = new MunicipalitySize(Units, years * ConcernsPerYear, years * 365, Boards);
            var municipality = new Municipality(size, app.Clock.Now, keys.Reporter($"{Role.CaseOfficer}"));
            var views = new TableClient(storage, "views");
            await views.CreateIfNotExistsAsync();
            var started = Stopwatch.GetTimestamp();
            var rows = await ProjectedRow.WriteAsync(views, municipality.Rows());
            report.Note(
                $"{years} years: {Units} units, {size.Concerns} concerns, {rows} view rows, written in "
                    + $"{Stopwatch.GetElapsedTime(started).TotalSeconds:0} s");
            var world = new World(app, calls);
            await world.DraftAsync(report, years);
            return world;
        }

        public async Task<Visit> VisitAsync(Role role, string path)
        {
            if (!_readers.TryGetValue(role, out var reader))
                _readers.Add(role, reader = await app.SignInAsync($"{role}", role));
            calls.Take();
            var started = Stopwatch.GetTimestamp();
            using var response = await reader.GetAsync(path);
            await response.ExpectAsync(HttpStatusCode.OK);
            await response.Content.ReadAsByteArrayAsync();
            var total = Stopwatch.GetElapsedTime(started);
            return Visit.Of(calls.Take(), total);
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var reader in _readers.Values)
                reader.Dispose();
            await app.DisposeAsync();
            calls.Dispose();
        }

        private async Task DraftAsync(Report report, int years)
        {
            using var owner = await app.SignInAsync("owner", Role.ProcessOwner);
            calls.Take();
            var started = Stopwatch.GetTimestamp();
            using var response = await owner.PostAsJsonAsync(
                "/api/v1/plans", new { board = Boards[0].Value, year = 2027 });
            await response.ExpectAsync(HttpStatusCode.Created);
            var visit = Visit.Of(calls.Take(), Stopwatch.GetElapsedTime(started));
            report.Note(
                $"{years} years: a plan drafted in {visit.Total:0} ms, {visit.Rows} rows read in {visit.Calls} calls");
        }
    }

    /// <param name="Total">Milliseconds until the whole page was there.</param>
    /// <param name="Own">Those of them in which no call to storage was under way.</param>
    private sealed record Visit(int Calls, int Rows, long Bytes, double Total, double Own)
    {
        public static Visit Of(IReadOnlyList<StorageCall> calls, TimeSpan total) => new(
            calls.Count, calls.Sum(call => call.Rows), calls.Sum(call => call.Bytes), total.TotalMilliseconds,
            (total - calls.Busy()).TotalMilliseconds);

        /// <summary>Each figure by itself: a timer that read in between changes none of them.</summary>
        public static Visit Middle(IEnumerable<Visit> visits)
        {
            var all = visits.ToList();
            return new Visit(
                (int)Of(visit => visit.Calls), (int)Of(visit => visit.Rows), (long)Of(visit => visit.Bytes),
                Of(visit => visit.Total), Of(visit => visit.Own));

            double Of(Func<Visit, double> figure) => all.Select(figure).Median();
        }
    }
}
