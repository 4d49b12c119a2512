using System.Net;
using System.Net.Http.Json;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Faults;

/// <summary>Built hosts over one folder, to be killed without warning and started again on what was left.</summary>
public abstract class HostsToKill : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<HostProcess> _hosts = [];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected string DataFolder => _folder.Path;

    /// <summary>Not sooner: the first to be disposed takes the folder's Azurite with it.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task<HostProcess> StartAsync(params string[] arguments)
    {
        var host = await HostProcess.StartAsync(_folder.Path, arguments);
        _hosts.Add(host);
        return host;
    }

    /// <summary>A concern about the unit, for which a påkallad granskning is proposed.</summary>
    protected static async Task<string> ProposeAsync(HttpClient reporter, HttpClient assessor, string unit)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/concerns")
        {
            Content = JsonContent.Create(new
            {
                unitId = unit,
                service = "hemtjanst",
                text = $"Ingen kom. {Unique.Word()}",
                occurred = "2027-01",
                consequence = "ej-verkstalld",
            }),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        using var reported = await reporter.SendAsync(request, Cancellation);
        var id = (await (await reported.ExpectAsync(HttpStatusCode.Created)).ReadJsonAsync())["id"]!.GetValue<string>();
        using var proposed = await ConcernApp.AssessAsync(assessor, id,
            ConcernApp.Assessment("proposeTriggeredReview", "Flera synpunkter."));
        await proposed.ExpectAsync(HttpStatusCode.OK);
        return id;
    }
}
