using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Concerns;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Providers;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Faults;

/// <summary>The process dies at every single storage call that a request makes, one after the other.</summary>
public sealed class CutOffTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_concern_cut_off_at_any_call_is_whole_or_absent_and_its_repeat_makes_it_one(
        bool lastIsCarriedOut)
    {
        using var transport = new DyingTransport();
        await using var app = await transport.StartAppAsync();
        using var reporter = await app.SignInAsync("anna", Role.CaseOfficer);
        using var assessor = await app.SignInAsync("bo", Role.QualityDeveloper);
        var ledger = new ConcernLedger(reporter, assessor);
        var standing = new List<string> { await SendWholeAsync(reporter) };
        await ledger.ShouldHoldAsync(standing);
        var (acknowledged, refused, absent, reachedEnd) = (0, 0, 0, false);
        for (var calls = 0; !reachedEnd; calls++)
        {
            var (key, concern) = ($"key-{calls}", ConcernLedger.Concern($"Avbruten vid anrop {calls}.", null));
            var id = Id.Derive("anna", key).Value;
            transport.DieAfter(calls, lastIsCarriedOut);
            using var first = await ConcernLedger.SendAsync(reporter, key, concern, Cancellation);
            reachedEnd = !transport.IsDead;
            transport.Revive();
            (await app.Services.GetRequiredService<PendingWorker>().WorkOffAndClearAsync(Cancellation)).Failed
                .ShouldBe(0);

            var stands = await ledger.FindTextAsync(id) is not null;
            if (stands)
                standing.Add(id);
            if (first.StatusCode == HttpStatusCode.Created)
            {
                acknowledged++;
                stands.ShouldBeTrue($"acknowledged, and cut off at call {calls}");
            }
            else
            {
                refused++;
                absent += stands ? 0 : 1;
                await first.ExpectAsync(HttpStatusCode.ServiceUnavailable);
            }

            await ledger.ShouldHoldAsync(standing);
            using var repeat = await ConcernLedger.SendAsync(reporter, key, concern, Cancellation);
            await repeat.ExpectAsync(HttpStatusCode.Created);
            var receipt = await repeat.ReadJsonAsync();
            (receipt["id"]!.GetValue<string>(), receipt["possibleDuplicate"]!.GetValue<bool>()).ShouldBe((id, false));
            if (!stands)
                standing.Add(id);
            (await ledger.FindTextAsync(id)).ShouldBe($"Avbruten vid anrop {calls}.");
            (await app.Services.GetRequiredService<Streams>()
                .HistoryAsync(ConcernStream.Kind, Id.FromValue(id), Cancellation)).Count.ShouldBe(1);
        }

        await ledger.ShouldHoldAsync(standing);
        (await app.Services.GetRequiredService<PendingMarks>().CountAsync(Cancellation)).ShouldBe(0);
        refused.ShouldBeGreaterThan(2, "cut off before the append");
        acknowledged.ShouldBeGreaterThan(3, "cut off after the append");
        absent.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task An_import_cut_off_anywhere_is_taken_up_again_and_ends_as_a_whole_or_never_began()
    {
        using var transport = new DyingTransport();
        await using var app = await transport.StartAppAsync();
        using var administrator = await app.SignInAsync("admin", Role.Administrator);
        var register = new RegisterDriver(administrator);
        await (await register.ImportAsync(ImportHttpTests.File(ImportHttpTests.Row(RegisterDriver.NextNumber())),
            "whole")).ExpectAsync(HttpStatusCode.Created);
        var (rows, unfinished, reachedEnd) = (1, 0, false);
        for (var calls = 3; !reachedEnd; calls += 7)
        {
            var number = RegisterDriver.NextNumber();
            var file = ImportHttpTests.File(
                ImportHttpTests.Row(number, $"Omsorg {calls} AB", unit: "Norr"),
                ImportHttpTests.Row(number, $"Omsorg {calls} AB", unit: "Söder"));
            transport.DieAfter(calls, lastIsCarriedOut: calls % 2 == 0);
            using var cut = await register.ImportAsync(file, $"fil-{calls}");
            reachedEnd = !transport.IsDead;
            transport.Revive();
            unfinished += reachedEnd ? 0 : 1;

            await app.Clock.AdvanceByAsync("PT3M", mayFail: true);
            (await app.Services.GetRequiredService<PendingWorker>().WorkOffAndClearAsync(Cancellation)).Failed
                .ShouldBe(0);
            var stands = await RowsAsync(register);
            stands.ShouldBeOneOf(rows, rows + 2);
            if (cut.StatusCode == HttpStatusCode.Created)
                stands.ShouldBe(rows + 2, $"acknowledged, and cut off at call {calls}");
            using var repeat = await register.ImportAsync(file, $"fil-{calls}");
            await repeat.ExpectAsync(HttpStatusCode.Created);
            (await repeat.ReadJsonAsync())["status"]!.GetValue<string>().ShouldBe("done", $"cut off at call {calls}");
            rows += 2;
            (await RowsAsync(register)).ShouldBe(rows, $"cut off at call {calls}");
        }

        unfinished.ShouldBeGreaterThan(5);
    }

    private static async Task<string> SendWholeAsync(HttpClient reporter)
    {
        using var response = await ConcernLedger.SendAsync(reporter, "whole",
            ConcernLedger.Concern("Inte avbruten.", null), Cancellation);
        await response.ExpectAsync(HttpStatusCode.Created);
        return (await response.ReadJsonAsync())["id"]!.GetValue<string>();
    }

    private static async Task<int> RowsAsync(RegisterDriver register) =>
        (await register.ExportAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1;
}
