using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Azure.Storage.Blobs;
using Oversight.Local.Host.Emulator;
using Oversight.Local.Host.Machine;
using Oversight.Testkit;

namespace Oversight.Host.Tests.Life;

/// <summary>The built host as a process: how it starts, ends, ends suddenly, and lives beside others.</summary>
public sealed class HostLifeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_host_that_was_killed_leaves_its_Azurite_and_the_next_one_takes_it_over()
    {
        await using var first = await HostProcess.StartAsync(_folder.Path, "--clock", "2027-01-15T08:00:00+01:00");
        var azurite = first.Azurite.ShouldNotBeNull();
        using (var client = first.Client())
            await client.PostAsJsonAsync("/.local/clock", new { advanceBy = "P1D" }, Cancellation);
        await Blob().UploadAsync(BinaryData.FromString("kvar"), Cancellation);
        await first.KillAsync();
        azurite.IsAlive().ShouldBeTrue();

        await using var second = await HostProcess.StartAsync(_folder.Path);
        second.Azurite.ShouldBe(azurite);
        (await Blob().DownloadContentAsync(Cancellation)).Value.Content.ToString().ShouldBe("kvar");
        using (var client = second.Client())
            (await client.GetFromJsonAsync<ClockMove>("/.local/clock", Cancellation))!.Now
                .ShouldBeGreaterThan(new(2027, 1, 16, 7, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Asked_to_stop_it_stops_answering_at_once_and_is_gone_soon_with_everything_written()
    {
        await using (var host = await HostProcess.StartAsync(_folder.Path))
        {
            var azurite = host.Azurite.ShouldNotBeNull();
            await Blob().UploadAsync(BinaryData.FromString("skrivet"), Cancellation);
            var stopping = Stopwatch.StartNew();
            host.Terminate();
            while (await AnswersAsync(host.Address))
                stopping.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
            (await host.ExitCodeAsync(within: TimeSpan.FromSeconds(20))).ShouldBe(0, host.Output);
            stopping.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
            azurite.IsAlive().ShouldBeFalse();
        }

        await using var again = await HostProcess.StartAsync(_folder.Path);
        (await Blob().DownloadContentAsync(Cancellation)).Value.Content.ToString().ShouldBe("skrivet");
    }

    [Fact]
    public async Task Two_hosts_on_folders_of_their_own_live_side_by_side()
    {
        using var otherFolder = new TemporaryFolder();
        await using var one = await HostProcess.StartAsync(_folder.Path);
        await using var other = await HostProcess.StartAsync(otherFolder.Path);
        other.Azurite.ShouldNotBe(one.Azurite);
        one.Terminate();
        await one.ExitCodeAsync(within: TimeSpan.FromSeconds(20));
        (await AnswersAsync(other.Address)).ShouldBeTrue();
        other.Azurite!.IsAlive().ShouldBeTrue();
    }

    [Fact]
    public async Task A_second_host_on_the_same_folder_and_one_on_a_taken_port_say_so_and_disturb_nothing()
    {
        await using var host = await HostProcess.StartAsync(_folder.Path);
        var azurite = host.Azurite;

        var sameFolder = await HostProcess.RefusedAsync(_folder.Path);
        sameFolder.ExitCode.ShouldBe(1);
        sameFolder.Output.ShouldContain($"används redan av en annan värd (process {host.Pid})");

        using var otherFolder = new TemporaryFolder();
        var samePort = await HostProcess.RefusedAsync(otherFolder.Path, "--port", $"{host.Address.Port}");
        samePort.ExitCode.ShouldBe(1);
        samePort.Output.ShouldContain("upptagen");
        Directory.EnumerateFileSystemEntries(otherFolder.Path).ShouldBeEmpty();

        host.Azurite.ShouldBe(azurite);
        (await AnswersAsync(host.Address)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("--clock", "imorgon", "--clock ska vara en tidpunkt")]
    [InlineData("--port", "0.0.0.0:80", "127.0.0.1")]
    [InlineData("--urls", "http://0.0.0.0:80", "Okänt argument")]
    [InlineData("--data", null, "behöver ett värde")]
    public async Task An_argument_it_does_not_understand_is_said_plainly(
        string argument, string? value, string expected)
    {
        var (exitCode, output) = await HostProcess.RefusedAsync(_folder.Path,
            value is null ? [argument] : [argument, value]);
        exitCode.ShouldBe(1);
        output.ShouldContain(expected);
    }

    [Fact]
    public async Task A_setting_that_would_open_it_to_the_network_is_refused()
    {
        var (exitCode, output) = await HostProcess.RefusedAsync(_folder.Path,
            ("ASPNETCORE_URLS", "http://0.0.0.0:5000"));
        exitCode.ShouldBe(1);
        output.ShouldContain("ASPNETCORE_URLS");
    }

    [Fact]
    public async Task The_script_hands_its_signals_on_to_the_host()
    {
        await using var host = await HostProcess.StartScriptAsync(_folder.Path, "--empty");
        (await AnswersAsync(host.Address)).ShouldBeTrue();
        host.Terminate();
        (await host.ExitCodeAsync(within: TimeSpan.FromSeconds(20))).ShouldBe(0, host.Output);
        host.Azurite.ShouldBeNull();
    }

    [Fact]
    public async Task A_clock_before_the_stored_data_is_refused_and_the_data_stays_as_it_was()
    {
        await using (var host = await HostProcess.StartAsync(_folder.Path, "--clock", "2027-03-01T08:00:00+01:00"))
        {
            host.Terminate();
            await host.ExitCodeAsync(within: TimeSpan.FromSeconds(20));
        }

        var (exitCode, output) = await HostProcess.RefusedAsync(_folder.Path, "--clock", "2027-01-15T08:00:00+01:00");
        exitCode.ShouldBe(1);
        output.ShouldContain("1 mars 2027");
        await using var again = await HostProcess.StartAsync(_folder.Path);
        again.Azurite.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_number_that_another_process_has_by_now_is_left_alone()
    {
        var stranger = ProcessIdentity.Of(Environment.ProcessId)! with { Started = "earlier" };
        await File.WriteAllTextAsync(
            Path.Combine(_folder.Path, "azurite.json"),
            JsonSerializer.Serialize(
                new
                {
                    process = stranger,
                    endpoints = new AzuriteEndpoints(1, 2, 3),
                    started = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)
                },
                JsonSerializerOptions.Web),
            Cancellation);
        await using var host = await HostProcess.StartAsync(_folder.Path);
        host.Azurite!.Pid.ShouldNotBe(Environment.ProcessId);
    }

    private BlobClient Blob()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.Path, "azurite.json")));
        var endpoints = json.RootElement.GetProperty("endpoints")
            .Deserialize<AzuriteEndpoints>(JsonSerializerOptions.Web)!;
        var container = new BlobContainerClient(endpoints.ConnectionString(), "life");
        container.CreateIfNotExists(cancellationToken: Cancellation);
        return container.GetBlobClient("blob");
    }

    private static async Task<bool> AnswersAsync(Uri address)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, address.Port, Cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
