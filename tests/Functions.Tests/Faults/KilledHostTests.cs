using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Providers;
using Oversight.Functions.Tests.Storage;
using Oversight.Local.Host.Emulator;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Faults;

/// <summary>The built host, killed without warning while people write, and started again on what it left.</summary>
public sealed class KilledHostTests : IAsyncDisposable
{
    private const int Kills = 4;
    private const string User = "anna";
    private readonly Random _random = new(20270115);
    private readonly TemporaryFolder _folder = new();
    private readonly List<HostProcess> _hosts = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Not sooner: the first to be disposed takes the folder's Azurite with it.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_acknowledged_concern_stands_once_however_often_the_host_was_killed()
    {
        var marksLeft = 0;
        var first = await StartAsync("--empty", "--clock", "2027-01-15T08:00:00+01:00");
        var flood = new ConcernFlood(User, await RegisterUnitAsync(first), _random.Next());
        marksLeft += await KillUnderFloodAsync(first, flood);
        for (var kill = 1; kill < Kills; kill++)
            marksLeft += await KillUnderFloodAsync(await StartAsync(), flood);

        var last = await StartAsync();
        using var reporter = await SignInAsync(last, User, Role.CaseOfficer);
        using var assessor = await SignInAsync(last, "bo", Role.QualityDeveloper);
        await flood.RepeatHalfOfTheUnansweredAsync(reporter);
        using (var administrator = await SignInAsync(last, "adm", Role.Administrator))
        {
            using var workedOff = await administrator.PostFormAsync("/drift/ombyggnad/avbrutna", []);
            await workedOff.ExpectAsync(HttpStatusCode.SeeOther);
        }

        flood.Unexpected.ShouldBeEmpty();
        flood.Acknowledged.Count.ShouldBeGreaterThan(Kills * 3);
        marksLeft.ShouldBeGreaterThan(0, "or the kills hit nothing");
        var ledger = new ConcernLedger(reporter, assessor);
        var standing = new List<string>();
        foreach (var (key, text) in flood.Sent)
        {
            var id = Id.Derive(User, key).Value;
            var found = await ledger.FindTextAsync(id);
            if (flood.Acknowledged.TryGetValue(key, out var promised))
                (promised, found).ShouldBe((id, text));
            if (found is null)
                continue;
            found.ShouldBe(text, "whole, though nobody was told");
            standing.Add(id);
        }

        await ledger.ShouldHoldAsync(standing);
        await last.KillAsync();
        (await MarksLeftToTheTimerAsync()).ShouldBe(0);
    }

    private async Task<HostProcess> StartAsync(params string[] arguments)
    {
        var host = await HostProcess.StartAsync(_folder.Path, arguments);
        _hosts.Add(host);
        return host;
    }

    private async Task<int> KillUnderFloodAsync(HostProcess host, ConcernFlood flood)
    {
        var azurite = host.Azurite.ShouldNotBeNull();
        using var client = await SignInAsync(host, User, Role.CaseOfficer);
        var pouring = flood.PourAsync(client, enough: _random.Next(4, 16), out var enough);
        await enough.WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
        await Task.Delay(_random.Next(60), Cancellation);
        await host.KillAsync();
        await pouring;
        azurite.IsAlive().ShouldBeTrue();
        var marks = new PendingMarks(new StoreConnection(new StoreOptions { ConnectionString = ConnectionString() }), new PlatformClock(new ManualClock()));
        return await marks.CountAsync(Cancellation);
    }

    /// <summary>Ten minutes later the timer has done the rest: nothing is left marked.</summary>
    private async Task<int> MarksLeftToTheTimerAsync()
    {
        await using var app = await AppFixture.StartAsync(new AppOptions
        {
            StorageConnectionString = ConnectionString(),
            Clock = new(2027, 1, 15, 12, 0, 0, TimeSpan.FromHours(1)),
            Services = services => services.AddSingleton(new PlatformClock(new ManualClock { Offset = TimeSpan.FromMinutes(11) })),
        });
        await app.Clock.AdvanceByAsync("PT2M");
        return await app.Services.GetRequiredService<PendingMarks>().CountAsync(Cancellation);
    }

    private static async Task<string> RegisterUnitAsync(HostProcess host)
    {
        using var client = await SignInAsync(host, "adm", Role.Administrator);
        var register = new RegisterDriver(client);
        using var import = await register.ImportAsync(ImportHttpTests.File(ImportHttpTests.Row()), "register");
        (await (await import.ExpectAsync(HttpStatusCode.Created)).ReadJsonAsync())["status"]!.GetValue<string>().ShouldBe("done");
        var providers = await RegisterDriver.JsonAsync(await client.GetAsync("/api/v1/providers", Cancellation), HttpStatusCode.OK);
        var id = RegisterDriver.Text(providers.GetProperty("items")[0], "providerId");
        var provider = await RegisterDriver.JsonAsync(await client.GetAsync($"/api/v1/providers/{id}", Cancellation), HttpStatusCode.OK);
        return RegisterDriver.Text(provider.GetProperty("units")[0], "unitId");
    }

    private static async Task<HttpClient> SignInAsync(HostProcess host, string user, Role role)
    {
        var client = host.Client();
        using var response = await client.PostFormAsync("/.auth/login/local",
        [
            new("user", user), new("name", $"Test {user}"), new("role", RoleValues.Of(role)), new("board", ConcernApp.Elder),
        ]);
        await response.ExpectAsync(HttpStatusCode.SeeOther);
        return client;
    }

    private string ConnectionString()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.Path, "azurite.json")));
        return json.RootElement.GetProperty("endpoints").Deserialize<AzuriteEndpoints>(JsonSerializerOptions.Web)!.ConnectionString();
    }
}
