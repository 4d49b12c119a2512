using Microsoft.Extensions.DependencyInjection;
using Oversight.Answers;
using Oversight.Functions.Answers;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Faults;
using Oversight.Functions.Tests.Reviews;
using Oversight.Sanctions;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Reviews.CutOff;
using static Oversight.Functions.Tests.Sanctions.SanctionCutOffTests;

namespace Oversight.Functions.Tests.Sanctions;

/// <summary>
/// Wherever the process dies while the provider is asked for its answer to a proposed sanction, or the proposal is
/// taken back: it is asked once, and no longer once nothing is proposed.
/// </summary>
public sealed class SanctionLinkCutOffTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_provider_that_is_heard_is_asked_once_and_no_longer_when_the_proposal_is_taken_back() =>
        CutOffAsync(step: 8, lastIsCarriedOut: false);

    [Fact]
    [Trait("Length", "long")]
    public Task The_same_at_every_call_also_where_only_the_answer_is_lost() =>
        CutOffAsync(step: 1, lastIsCarriedOut: true);

    private static async Task CutOffAsync(int step, bool lastIsCarriedOut)
    {
        using var transport = new DyingTransport();
        await using var app = await transport.StartAppAsync();
        await RegisterAsync(app);
        using var lead = await app.SignInAsync("kvalitet", Role.QualityDeveloper, Unit.Board.Value);
        using var registrar = await app.SignInAsync("diariet", Role.Registrar, Unit.Board.Value);
        var isCut = true;
        for (var round = 0; isCut; round++)
        {
            round.ShouldBeLessThan(MostCalls / step, "An operation makes more calls than was thought.");
            var sanction = await WrittenAsync(app, lead, registrar, round);
            var calls = round * step;
            var heard = await CutAsync(
                transport, lead, sanction, "hear",
                new { until = Today(app).AddDays(14).ToString("O", null) }, calls, lastIsCarriedOut);
            await WorkOffAsync(app);
            var state = (await FindAsync(app, sanction))!.State;
            state.Status.ShouldBe(
                heard.Promised ? SanctionStatus.Hearing : state.Status, $"promised, at call {calls}");
            var asked = await AskedAsync(app, sanction);
            (asked?.Head.Version ?? 0).ShouldBe(state.Status == SanctionStatus.Hearing ? 1 : 0, $"at call {calls}");

            var back = await CutAsync(
                transport, lead, sanction, "withdraw", new { reason = "Ordnat." }, calls, lastIsCarriedOut);
            await WorkOffAsync(app);
            if (asked is not null && (await FindAsync(app, sanction))!.State.Status == SanctionStatus.Ended)
            {
                asked = await AskedAsync(app, sanction);
                (asked!.State.Status, asked.Head.Version).ShouldBe((AnswerStatus.Withdrawn, 2), $"at call {calls}");
            }

            isCut = heard.WasCut || back.WasCut;
        }
    }

    private static async Task<SanctionDriver> WrittenAsync(
        AppFixture app, HttpClient lead, HttpClient registrar, int round)
    {
        var review = await ReportAsync(app, lead, registrar, round);
        await review.DoAsync("propose-sanction", new
        {
            step = "varning",
            services = new[] { "ledsagarservice" },
            findings = new[] { "1" },
            reason = "Ingen svarar.",
        });
        await WorkOffAsync(app);
        var sanction = SanctionDriver.Of(review.Id);
        await sanction.DoAsync(lead, "write-paper", SanctionDriver.Paper("2028-06-30"));
        await WorkOffAsync(app);
        return sanction;
    }

    private static async Task<(bool Promised, bool WasCut)> CutAsync(
        DyingTransport transport, HttpClient lead, SanctionDriver sanction, string operation, object body, int calls,
        bool lastIsCarriedOut)
    {
        var version = (await sanction.ReadAsync(lead))["version"]!.GetValue<int>();
        transport.DieAfter(calls, lastIsCarriedOut);
        using var answer = await ReviewDriver.SendAsync(
            lead, $"/api/v1/sanctions/{sanction.Id}/actions/{operation}", body, version);
        var wasCut = transport.IsDead;
        transport.Revive();
        return (answer.IsSuccessStatusCode, wasCut);
    }

    private static Task<Folded<AnswerState>?> AskedAsync(AppFixture app, SanctionDriver sanction) =>
        app.Services.GetRequiredService<Streams>().LoadAsync(
            AnswerStream.Kind, AnswerStream.IdOf(Id.FromValue(sanction.Id), AnswerKind.Hearing, 1), Cancellation);
}
