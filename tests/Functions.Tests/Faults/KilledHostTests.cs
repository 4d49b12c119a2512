using System.Net;
using System.Net.Http.Json;
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
public sealed class KilledHostTests : HostsToKill
{
    private const string User = "anna";
    private readonly Random _random = new(20270115);

    private enum Killed
    {
        Host,
        Worker,
        Both,
    }

    [Fact]
    public Task Every_acknowledged_concern_stands_once_however_host_and_worker_were_killed() => KillAsync(5);

    [Fact]
    [Trait("Length", "long")]
    public Task Every_acknowledged_concern_stands_once_after_fifty_kills() => KillAsync(50);

    private async Task KillAsync(int kills)
    {
        var (marksLeft, hostKills) = (0, 0);
        var host = await StartAsync("--empty", "--clock", "2027-01-15T08:00:00+01:00");
        var flood = new ConcernFlood(User, await RegisterUnitAsync(host), _random.Next());
        var messages = new MessageFlood(User);
        var offset = _random.Next(3);
        for (var kill = 0; kill < kills; kill++)
        {
            var killed = (Killed)((kill + offset) % 3);
            marksLeft += await KillUnderFloodAsync(host, killed, flood, messages);
            if (killed == Killed.Worker)
                continue;
            hostKills++;
            host = await StartAsync();
        }

        using var reporter = await SignInAsync(host, User, Role.CaseOfficer);
        using var assessor = await SignInAsync(host, "bo", Role.QualityDeveloper);
        await flood.RepeatHalfOfTheUnansweredAsync(reporter);
        await UntilIdleAsync(host);
        using (var administrator = await SignInAsync(host, "adm", Role.Administrator))
        {
            using var workedOff = await administrator.PostFormAsync("/drift/ombyggnad/avbrutna", []);
            await workedOff.ExpectAsync(HttpStatusCode.SeeOther);
        }

        flood.Unexpected.ShouldBeEmpty();
        flood.Acknowledged.Count.ShouldBeGreaterThan(kills * 3);
        messages.Acknowledged.Count().ShouldBeGreaterThan(kills);
        hostKills.ShouldBeGreaterThan(kills / 2);
        marksLeft.ShouldBeGreaterThan(0, "or the kills hit nothing");
        await ShouldHoldAsync(flood, messages, new ConcernLedger(reporter, assessor));
        await host.KillAsync();
        (await MarksLeftToTheTimerAsync()).ShouldBe(0);
    }

    private static async Task ShouldHoldAsync(ConcernFlood flood, MessageFlood messages, ConcernLedger ledger)
    {
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

        var received = new List<string>();
        foreach (var id in (await ledger.ListsAsync())["board"].Except(standing).ToList())
        {
            received.Add((await ledger.FindTextAsync(id)).ShouldNotBeNull());
            standing.Add(id);
        }

        received.ShouldBeUnique();
        received.ShouldBeSubsetOf(messages.Sent);
        messages.Acknowledged.ShouldBeSubsetOf(received);
        await ledger.ShouldHoldAsync(standing);
    }

    /// <summary>Moving the clock a moment runs what is due, until nothing is left to run.</summary>
    private static async Task UntilIdleAsync(HostProcess host)
    {
        using var client = host.Client();
        client.Timeout = TimeSpan.FromMinutes(5);
        using var move = await client.PostAsJsonAsync("/.local/clock", new { advanceBy = "PT1S" }, Cancellation);
        await move.ExpectAsync(HttpStatusCode.OK);
    }

    /// <returns>How many marks the kill left behind; zero where the host lived on and worked them off itself.</returns>
    private async Task<int> KillUnderFloodAsync(
        HostProcess host, Killed killed, ConcernFlood flood, MessageFlood messages)
    {
        var azurite = host.Azurite.ShouldNotBeNull();
        using var client = await SignInAsync(host, User, Role.CaseOfficer);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var pouring = Task.WhenAll(
            flood.PourAsync(client, _random.Next(4, 16), enough.Token, out var reached),
            messages.PourAsync(client, _random.Next(3, 12), enough.Token));
        await reached.WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
        await Task.Delay(_random.Next(60), Cancellation);
        var worker = host.Worker.ShouldNotBeNull();
        if (killed is Killed.Worker or Killed.Both)
            worker.Kill();
        if (killed is Killed.Worker)
        {
            var before = flood.Acknowledged.Count;
            await ShouldGoOnAsync(() => flood.Acknowledged.Count > before + 3);
            await enough.CancelAsync();
            await pouring;
            return 0;
        }

        await host.KillAsync();
        await pouring;
        await ShouldGoOnAsync(() => !worker.IsAlive());
        azurite.IsAlive().ShouldBeTrue();
        var marks = new PendingMarks(new StoreConnection(new StoreOptions { ConnectionString = ConnectionString() }),
            new PlatformClock(new ManualClock()));
        return await marks.CountAsync(Cancellation);
    }

    private static async Task ShouldGoOnAsync(Func<bool> done)
    {
        for (var look = 0; look < 1200 && !done(); look++)
            await Task.Delay(25, Cancellation);
        done().ShouldBeTrue();
    }

    /// <summary>Ten minutes later the timer has done the rest: nothing is left marked.</summary>
    private async Task<int> MarksLeftToTheTimerAsync()
    {
        await using var app = await AppFixture.StartAsync(new AppOptions
        {
            StorageConnectionString = ConnectionString(),
            Clock = new(2027, 1, 15, 12, 0, 0, TimeSpan.FromHours(1)),
            Services = services =>
                services.AddSingleton(new PlatformClock(new ManualClock { Offset = TimeSpan.FromMinutes(11) })),
        });
        await app.Clock.AdvanceByAsync("PT2M");
        return await app.Services.GetRequiredService<PendingMarks>().CountAsync(Cancellation);
    }

    internal static async Task<string> RegisterUnitAsync(HostProcess host)
    {
        using var client = await SignInAsync(host, "adm", Role.Administrator);
        var register = new RegisterDriver(client);
        using var import = await register.ImportAsync(ImportHttpTests.File(ImportHttpTests.Row()), "register");
        (await (await import.ExpectAsync(HttpStatusCode.Created)).ReadJsonAsync())["status"]!.GetValue<string>()
            .ShouldBe("done");
        var providers = await RegisterDriver.JsonAsync(await client.GetAsync("/api/v1/providers", Cancellation),
            HttpStatusCode.OK);
        var id = RegisterDriver.Text(providers.GetProperty("items")[0], "providerId");
        var provider = await RegisterDriver.JsonAsync(await client.GetAsync($"/api/v1/providers/{id}", Cancellation),
            HttpStatusCode.OK);
        return RegisterDriver.Text(provider.GetProperty("units")[0], "unitId");
    }

    internal static async Task<HttpClient> SignInAsync(HostProcess host, string user, Role role)
    {
        var client = host.Client();
        using var response = await client.PostFormAsync("/.auth/login/local",
        [
            new("user", user), new("name", $"Test {user}"), new("role", RoleValues.Of(role)),
            new("board", ConcernApp.Elder),
        ]);
        await response.ExpectAsync(HttpStatusCode.SeeOther);
        return client;
    }

    private string ConnectionString()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(DataFolder, "azurite.json")));
        return json.RootElement.GetProperty("endpoints").Deserialize<AzuriteEndpoints>(JsonSerializerOptions.Web)!
            .ConnectionString();
    }
}
