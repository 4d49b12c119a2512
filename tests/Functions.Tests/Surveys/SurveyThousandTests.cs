using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Notifications;
using Oversight.Functions.Storage;
using Oversight.Functions.Surveys;
using Oversight.Functions.Tests.Faults;
using Oversight.Functions.Tests.Reviews;
using Oversight.Surveys;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Reviews.CutOff;
using static Oversight.Functions.Tests.Sanctions.SanctionCutOffTests;

namespace Oversight.Functions.Tests.Surveys;

/// <summary>A round of many units whose process dies again and again: each is asked once, by one letter.</summary>
public sealed class SurveyThousandTests(ITestOutputHelper output)
{
    private const int Deaths = 8;
    private const int MostSweeps = 10;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task Each_of_many_units_is_asked_once_however_often_the_process_dies() => DieAsync(many: 60, between: 40);

    [Fact]
    [Trait("Length", "long")]
    public Task Each_of_a_thousand_is_asked_once_however_often_the_process_dies() => DieAsync(many: 1000, between: 800);

    /// <param name="between">Calls to storage from one death to the next.</param>
    private async Task DieAsync(int many, int between)
    {
        using var transport = new DyingTransport();
        await using var app = await transport.StartAppAsync();
        var units = Enumerable.Range(1, many).Select(number => Unit with
        {
            UnitId = Id.Derive("test", $"unit-{number}"),
            Name = $"Enhet {number}",
        }).ToList();
        await Parallel.ForEachAsync(
            units, new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (unit, _) => await RegisterAsync(app, unit));
        using var runner = await app.SignInAsync("kvalitet", Role.QualityDeveloper, Unit.Board.Value);
        var round = await SurveyCutOffTests.ComposeAsync(runner, Today(app).Year, Today(app).AddDays(20));
        var began = Stopwatch.GetTimestamp();

        // The answer is lost with the process; whoever asked asks again until the round has been sent out.
        var asked = 0;
        do
        {
            transport.DieAfter(between * ++asked, lastIsCarriedOut: false);
            using (await ReviewDriver.SendAsync(runner, $"{round.Address}/actions/release", new { area = "alla" }, 1))
                await transport.UntilQuietAsync();
            transport.Revive();
        }
        while (asked < MostSweeps && !await IsReleasedAsync(app, Id.FromValue(round.Id)));

        for (var death = 1; death < Deaths; death++)
        {
            transport.DieAfter(between, lastIsCarriedOut: death % 2 == 0);
            await DieAtWorkAsync(app, transport);
            await ReviveAsync(transport);
        }

        await WorkOffAllAsync(app);
        output.WriteLine($"{many} units, asked {asked} times, in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");

        var surveys = await app.Services.GetRequiredService<Views>().ReadAllAsync<SurveyRow>(
            SurveyStream.PartitionOf(Id.FromValue(round.Id)), Cancellation);
        surveys.Select(row => row.Unit.UnitId.Value).Order().ShouldBe(units.Select(unit => unit.UnitId.Value).Order());
        var letters = await app.Services.GetRequiredService<Views>().ReadAllAsync<LetterRow>(
            NotificationStream.PartitionOf(Unit.Board), Cancellation);
        letters.Select(row => row.Letter.Matter.Value).Order().ShouldBe(surveys.Select(row => row.Id.Value).Order());
    }

    private static async Task<bool> IsReleasedAsync(AppFixture app, Id round) =>
        (await app.Services.GetRequiredService<Streams>().LoadAsync(SurveyRoundStream.Kind, round, Cancellation))!
            .State.Round!.ReleasedOn is not null;

    /// <summary>A wave of many is carried on by one sweep after the other.</summary>
    private static async Task WorkOffAllAsync(AppFixture app)
    {
        var worker = app.Services.GetRequiredService<PendingWorker>();
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            if (await worker.WorkOffAndClearAsync(Cancellation) is { Failed: 0, Left: 0 })
                return;
        }

        Assert.Fail($"Not all was done in {MostSweeps} sweeps.");
    }

    private static async Task ReviveAsync(DyingTransport transport)
    {
        await transport.UntilQuietAsync();
        transport.IsDead.ShouldBeTrue("All was done before the process could die.");
        transport.Revive();
    }

    /// <summary>What is under way when the line dies fails, and is found by the next.</summary>
    private static async Task DieAtWorkAsync(AppFixture app, DyingTransport transport)
    {
        try
        {
            for (var sweep = 0; sweep < MostSweeps && !transport.IsDead; sweep++)
                await app.Services.GetRequiredService<PendingWorker>().WorkOffAndClearAsync(Cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && transport.IsDead)
        {
            // The line died while the marks were read.
        }
    }
}
