using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Faults;

/// <summary>
/// The worker and the host are killed while loops take their steps. What a dead host held comes back after a minute, so
/// each round takes one.
/// </summary>
public sealed class KilledLoopTests : HostsToKill
{
    private const int AtOnce = 12;
    private static readonly DateTimeOffset Start = new(2027, 1, 15, 8, 0, 0, TimeSpan.FromHours(1));
    private readonly Random _random = new(20270115);

    [Fact]
    public Task Each_step_is_recorded_once_whoever_is_killed() => KillAsync(rounds: 1);

    [Fact]
    [Trait("Length", "long")]
    public Task Each_step_is_recorded_once_through_twenty_kills() => KillAsync(rounds: 10);

    private async Task KillAsync(int rounds)
    {
        var host = await StartAsync("--clock", Start.ToString("O"));
        var unit = await KilledHostTests.RegisterUnitAsync(host);
        var (ids, day) = (new List<string>(), Start);
        for (var round = 0; round < rounds; round++)
        {
            ids.AddRange(await ProposeAsync(host, unit));
            // The day of the reminder at the latest, whatever days off there are.
            day = day.AddDays(14);
            var moving = TryMoveAsync(host, day);
            await BusyAsync(host);
            await Task.Delay(_random.Next(300), Cancellation);
            host.Worker.ShouldNotBeNull().Kill();
            await BusyAsync(host);
            await Task.Delay(_random.Next(300), Cancellation);
            await host.KillAsync();
            await moving;
            host = await StartAsync();
            (await TryMoveAsync(host, day)).ShouldBeTrue(host.Output);
        }

        (await TryMoveAsync(host, day.AddDays(40))).ShouldBeTrue(host.Output);
        using var assessor = await KilledHostTests.SignInAsync(host, "bo", Role.QualityDeveloper);
        foreach (var id in ids)
        {
            var timeline = (await assessor.GetPageAsync($"/synpunkter/arende/{id}")).Body!.TextContent;
            (Count(timeline, "Påminnelse om beslut"), Count(timeline, "Beslutet gick över till ersättaren")).ShouldBe(
                (2, 1));
        }

        var health = JsonNode.Parse(
            await assessor.GetStringAsync(new Uri("api/health", UriKind.Relative), Cancellation))!;
        health["parts"]!["waiting"]!["count"]!.GetValue<int>().ShouldBe(0);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static async Task<IReadOnlyList<string>> ProposeAsync(HostProcess host, string unit)
    {
        using var reporter = await KilledHostTests.SignInAsync(host, "anna", Role.CaseOfficer);
        using var assessor = await KilledHostTests.SignInAsync(host, "bo", Role.QualityDeveloper);
        var ids = new List<string>();
        for (var number = 0; number < AtOnce; number++)
            ids.Add(await ProposeAsync(reporter, assessor, unit));
        return ids;
    }

    /// <summary>Waits until an activity is under way.</summary>
    private static async Task BusyAsync(HostProcess host)
    {
        using var client = await KilledHostTests.SignInAsync(host, "adm", Role.Administrator);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            var engine = JsonNode.Parse(
                await client.GetStringAsync(new Uri(".local/orchestrations", UriKind.Relative), patience.Token))!;
            if (engine["running"]!.GetValue<int>() > 0 && engine["activities"]!.GetValue<int>() > 0)
                return;
        }
    }

    /// <returns>False: the host was killed meanwhile.</returns>
    private static async Task<bool> TryMoveAsync(HostProcess host, DateTimeOffset to)
    {
        using var client = host.Client();
        client.Timeout = TimeSpan.FromMinutes(5);
        try
        {
            using var move = await client.PostAsJsonAsync("/.local/clock", new { advanceTo = to.ToString("O") },
                Cancellation);
            await move.ExpectAsync(HttpStatusCode.OK);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
