using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Faults;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Providers.RegisterDriver;

namespace Oversight.Functions.Tests.Providers;

/// <summary>A file is taken in as a whole, whoever carries it on and however often it is sent.</summary>
public sealed class ImportResendTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_sent_four_times_at_once_is_taken_in_once_and_whole()
    {
        await using var app = await AppFixture.StartAsync();
        var register = new RegisterDriver(await app.SignInAsync("admin", Role.Administrator));
        var file = FileOf(120);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async turn =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(turn * 150), Cancellation);
            return await JsonAsync(await register.ImportAsync(file, "en-fil"), HttpStatusCode.Created);
        }));

        answers.Select(answer => Text(answer, "importId")).Distinct().Count().ShouldBe(1);
        await UntilDoneAsync(app, register, Text(answers[0], "importId"));
        (await RowsAsync(register)).ShouldBe(120);
    }

    [Fact]
    public async Task Two_who_carry_on_side_by_side_do_not_stop_each_other()
    {
        // Without the lease: as when it has run out under somebody who was only slow.
        await using var app = await AppFixture.StartAsync();
        var register = new RegisterDriver(await app.SignInAsync("admin", Role.Administrator));
        var accepted = await JsonAsync(await register.ImportAsync(FileOf(120), "en-fil"), HttpStatusCode.Created);
        var worker = app.Services.GetRequiredService<PendingWorker>();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => worker.WorkOffAndClearAsync(Cancellation)));

        await UntilDoneAsync(app, register, Text(accepted, "importId"));
        (await RowsAsync(register)).ShouldBe(120);
    }

    [Fact]
    public async Task A_file_killed_and_sent_again_over_and_over_is_whole_in_the_end() =>
        await KillAsync(rows: 60, kills: 6);

    [Fact]
    [Trait("Length", "long")]
    public async Task A_file_of_a_thousand_rows_killed_and_sent_again_forty_times_is_whole_in_the_end() =>
        await KillAsync(rows: 1000, kills: 40);

    private static async Task KillAsync(int rows, int kills)
    {
        using var transport = new DyingTransport();
        await using var app = await transport.StartAppAsync();
        var register = new RegisterDriver(await app.SignInAsync("admin", Role.Administrator));
        var (file, random, id) = (FileOf(rows), new Random(rows), "");
        for (var kill = 0; kill < kills; kill++)
        {
            transport.DieAfter(20 + random.Next(rows * 2), lastIsCarriedOut: kill % 2 == 0);
            using var cut = await register.ImportAsync(file, "en-fil");
            transport.Revive();
            cut.StatusCode.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.ServiceUnavailable);
            if (cut.StatusCode == HttpStatusCode.Created)
                (await ReadAsync(register, id = Text(await JsonAsync(cut, HttpStatusCode.Created), "importId")))
                    .ShouldNotBe("stopped");
        }

        id = Text(await JsonAsync(await register.ImportAsync(file, "en-fil"), HttpStatusCode.Created), "importId");
        await UntilDoneAsync(app, register, id);
        (await RowsAsync(register)).ShouldBe(rows);
    }

    private static async Task UntilDoneAsync(AppFixture app, RegisterDriver register, string id)
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        while (await ReadAsync(register, id) is var status && status != "done")
        {
            status.ShouldBe("underway");
            System.Diagnostics.Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromMinutes(5));
            await app.Services.GetRequiredService<PendingWorker>().WorkOffAndClearAsync(Cancellation);
            await app.Clock.AdvanceByAsync("PT1M");
        }
    }

    private static async Task<string> ReadAsync(RegisterDriver register, string id) => Text(
        await JsonAsync(await register.Client.GetAsync($"/api/v1/imports/{id}", Cancellation), HttpStatusCode.OK),
        "status");

    private static byte[] FileOf(int rows) =>
        ImportHttpTests.File(
            [.. Enumerable.Range(1, rows).Select(number => ImportHttpTests.Row(unit: $"Enhet {number}"))]);

    private static async Task<int> RowsAsync(RegisterDriver register) =>
        (await register.ExportAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1;
}
