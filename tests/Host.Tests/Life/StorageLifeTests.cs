using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure;
using Azure.Core;
using Azure.Storage.Blobs;
using Oversight.Local.Host;
using Oversight.Local.Host.Emulator;
using Oversight.Testkit;

namespace Oversight.Host.Tests.Life;

/// <summary>Storage that dies, cannot be started, or has no room left, under a running host.</summary>
public sealed class StorageLifeTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_Azurite_that_dies_is_started_again_at_the_same_address_with_what_was_written()
    {
        await using var host = await HostProcess.StartAsync(_folder.Path);
        var address = Recorded();
        await Blob(address, "före").UploadAsync(BinaryData.FromString("kvar"), Cancellation);
        await UntilAsync(() => Task.FromResult(IsSaved("före")), host);

        host.Azurite.ShouldNotBeNull().Kill();
        await UntilAsync(() => WritesAsync(address, "efter"), host);

        Recorded().ShouldBe(address);
        (await Blob(address, "före").DownloadContentAsync(Cancellation)).Value.Content.ToString().ShouldBe("kvar");
        await UntilAsync(() =>
            Task.FromResult(host.Output.Contains("Lagringen är i gång igen", StringComparison.Ordinal)), host);
    }

    [Fact]
    public async Task A_host_whose_Azurite_cannot_be_started_again_ends_and_says_why()
    {
        await using var host = await HostProcess.StartAsync(_folder.Path);
        Directory.Move(InFolder("azurite"), InFolder("undan"));
        await File.WriteAllTextAsync(InFolder("azurite"), "en fil där mappen skulle vara", Cancellation);

        host.Azurite.ShouldNotBeNull().Kill();
        (await host.ExitCodeAsync(TimeSpan.FromSeconds(60))).ShouldBe(1, host.Output);
        host.Output.ShouldContain("gick inte att starta igen på 5 försök");
        host.Output.ShouldContain("azurite.log");
    }

    [Fact]
    public async Task A_full_disk_is_seen_in_health_and_refuses_writes_until_there_is_room_and_nothing_is_lost()
    {
        var full = false;
        await using var host = await LocalHost.StartAsync(
            new()
            {
                Port = 0,
                DataFolder = _folder.Path,
                Empty = true,
                LowDiskSpace = _ => full ? long.MaxValue / 8 : 0
            }, Cancellation);
        using var client = new HttpClient { BaseAddress = host.Address };
        var address = Recorded();
        await UntilAsync(async () => await HealthAsync(client) == HttpStatusCode.OK);
        await Blob(address, "före").UploadAsync(BinaryData.FromString("kvar"), Cancellation);

        full = true;
        await UntilAsync(async () => await HealthAsync(client) == HttpStatusCode.ServiceUnavailable);
        (await WritesAsync(address, "under tiden")).ShouldBeFalse();
        host.AzuritePid.ShouldBeNull();

        full = false;
        await UntilAsync(async () => await HealthAsync(client) == HttpStatusCode.OK);
        (await WritesAsync(address, "efter")).ShouldBeTrue();
        (await Blob(address, "före").DownloadContentAsync(Cancellation)).Value.Content.ToString().ShouldBe("kvar");
    }

    [Fact]
    public async Task Azurites_log_is_cut_when_it_has_grown_and_earlier_ones_are_kept()
    {
        await using var host = await HostProcess.StartAsync(_folder.Path);
        await File.AppendAllTextAsync(InFolder("azurite.log"), new string('x', 6_000_000), Cancellation);
        await UntilAsync(() => Task.FromResult(new FileInfo(InFolder("azurite.log")).Length < 1000), host);
        new FileInfo(InFolder("azurite.log.1")).Length.ShouldBeGreaterThan(6_000_000);
        host.Terminate();
        (await host.ExitCodeAsync(Soon)).ShouldBe(0, host.Output);
    }

    private static async Task<HttpStatusCode> HealthAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/api/health", Cancellation);
        return response.StatusCode;
    }

    private static async Task<bool> WritesAsync(AzuriteEndpoints address, string name)
    {
        try
        {
            await Blob(address, name).UploadAsync(BinaryData.FromString(name), overwrite: true, Cancellation);
            return true;
        }
        catch (RequestFailedException)
        {
            return false;
        }
    }

    private static BlobClient Blob(AzuriteEndpoints address, string name)
    {
        var options = new BlobClientOptions { Retry = { MaxRetries = 0, Mode = RetryMode.Fixed } };
        var container = new BlobContainerClient(address.ConnectionString(), "liv", options);
        container.CreateIfNotExists(cancellationToken: Cancellation);
        return container.GetBlobClient(name);
    }

    private static async Task UntilAsync(Func<Task<bool>> holds, HostProcess? host = null)
    {
        using var patience = new CancellationTokenSource(Soon);
        while (!await holds())
        {
            patience.IsCancellationRequested.ShouldBeFalse(host?.Output);
            await Task.Delay(100, Cancellation);
        }
    }

    private string InFolder(string name) => Path.Combine(_folder.Path, name);

    /// <summary>Azurite saves names and places of blobs apart, each every five seconds: both know the blob.</summary>
    private bool IsSaved(string name)
    {
        var blobs = Saved("__azurite_db_blob__.json");
        var at = blobs.IndexOf($"\"name\":\"{name}\"", StringComparison.Ordinal);
        if (at < 0)
            return false;
        var place = Regex.Match(
            blobs[at..],
            @"""persistency"":\{""id"":""([^""]+)""");
        return place.Success && Saved("__azurite_db_blob_extent__.json")
            .Contains(place.Groups[1].Value, StringComparison.Ordinal);
    }

    private string Saved(string name) => File.Exists(Path.Combine(InFolder("azurite"), name))
        ? File.ReadAllText(Path.Combine(InFolder("azurite"), name))
        : "";

    private AzuriteEndpoints Recorded()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(InFolder("azurite.json")));
        return json.RootElement.GetProperty("endpoints").Deserialize<AzuriteEndpoints>(JsonSerializerOptions.Web)!;
    }
}
