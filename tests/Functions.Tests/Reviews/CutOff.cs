using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Faults;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Reviews;

/// <summary>What every test of reviews does in which the process dies at a chosen call to storage.</summary>
internal static class CutOff
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <returns>Whether it was promised, and whether it made so many calls.</returns>
    public static async Task<(bool Promised, bool WasCut)> CutAsync(
        DyingTransport transport, int calls, bool lastIsCarriedOut, ReviewDriver driver, string operation, object body)
    {
        await driver.ReadAsync();
        transport.DieAfter(calls, lastIsCarriedOut);
        using var answer = await driver.TryAsync(operation, body);
        var wasCut = transport.IsDead;
        transport.Revive();
        return (answer.StatusCode == HttpStatusCode.OK, wasCut);
    }

    public static async Task<Envelope> EnvelopeAsync(AppFixture app) => new(
        new CommandContext(Actor.System, app.Clock.Now, Today(app)),
        (await app.Services.GetRequiredService<SettingsProvider>().GetAsync(Cancellation)).Hash, Against.Latest);

    public static DateOnly Today(AppFixture app) => DateOnly.FromDateTime(app.Clock.Now.UtcDateTime);

    public static async Task WorkOffAsync(AppFixture app)
    {
        var run = await app.Services.GetRequiredService<PendingWorker>().WorkOffAndClearAsync(Cancellation);
        (run.Failed, run.Left).ShouldBe((0, 0));
    }
}
