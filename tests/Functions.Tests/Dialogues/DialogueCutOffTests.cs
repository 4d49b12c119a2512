using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Concerns;
using Oversight.Functions.Concerns;
using Oversight.Functions.Dialogues;
using Oversight.Functions.Notifications;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Faults;
using Oversight.Functions.Tests.Sanctions;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Reviews.CutOff;

namespace Oversight.Functions.Tests.Dialogues;

/// <summary>
/// Wherever the process dies while participants are invited or a concern is taken up: each gets one letter, and the
/// reporter one answer, once it was promised.
/// </summary>
public sealed class DialogueCutOffTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task Everybody_is_told_once() => CutOffAsync(step: 8, lastIsCarriedOut: false);

    [Fact]
    [Trait("Length", "long")]
    public Task The_same_at_every_call_also_where_only_the_answer_is_lost() =>
        CutOffAsync(step: 1, lastIsCarriedOut: true);

    private static async Task CutOffAsync(int step, bool lastIsCarriedOut)
    {
        using var transport = new DyingTransport();
        await using var app = await transport.StartAppAsync();
        await SanctionCutOffTests.RegisterAsync(app);
        var unit = SanctionCutOffTests.Unit;
        using var lead = await app.SignInAsync("kvalitet", Role.QualityDeveloper, unit.Board.Value);
        using var officer = await app.SignInAsync("handlaggare", Role.CaseOfficer, unit.Board.Value);
        var isCut = true;
        for (var round = 0; isCut; round++)
        {
            round.ShouldBeLessThan(SanctionCutOffTests.MostCalls / step, "It makes more calls than was thought.");
            var calls = round * step;
            var concern = await ConcernAsync(officer, lead, unit.UnitId);
            var series = await DialogueDriver.OpenAsync(lead);
            await series.DoAsync("set-participants", new { participants = new[] { unit.UnitId } });
            await series.PlanAsync(Today(app).ToString("O", null));

            var invited = await CutAsync(
                transport, calls, lastIsCarriedOut, series, "invite");
            await WorkOffAsync(app);
            var isInvited = (await series.ReadAsync())["occasions"]![0]!["invited"]!.GetValue<int>() == 1;
            isInvited.ShouldBe(isInvited || invited.Promised, $"promised, at call {calls}");
            (await LettersAsync(app, series)).ShouldBe(isInvited ? 1 : 0, $"at call {calls}");

            await series.AtAsync(1, "hold", new { attended = new[] { unit.UnitId } });
            var taken = await CutAsync(
                transport, calls, lastIsCarriedOut,
                series, "take-up", new { concern, became = "Ordnat." });
            await WorkOffAsync(app);
            var isTaken = (await series.ReadAsync())["occasions"]![0]!["takenUp"]!.AsArray().Count == 1;
            isTaken.ShouldBe(isTaken || taken.Promised, $"promised, at call {calls}");
            var answered = (await app.Services.GetRequiredService<Streams>().LoadAsync(
                ConcernStream.Kind, Id.FromValue(concern), Cancellation))!;
            answered.State.FileOrNone!.TakenUp.Count.ShouldBe(isTaken ? 1 : 0, $"at call {calls}");
            if (isTaken)
                await ReadsAnswerAsync(officer, concern);
            isCut = invited.WasCut || taken.WasCut;
        }
    }

    private static async Task<string> ConcernAsync(HttpClient officer, HttpClient lead, Id unit)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/concerns")
        {
            Content = JsonContent.Create(
                new
                {
                    unitId = unit,
                    service = "ledsagarservice",
                    text = $"Ledsagaren kom inte. {Unique.Word()}",
                    occurred = "2027-01-12",
                    consequence = "ej-verkstalld",
                },
                options: StoredJson.Options),
        };
        request.Headers.Add("Idempotency-Key", Unique.Word());
        using var reported = await officer.SendAsync(request, Cancellation);
        await reported.ExpectAsync(HttpStatusCode.Created);
        var id = (await reported.ReadJsonAsync())["id"]!.GetValue<string>();
        using var assessed = await ConcernApp.AssessAsync(lead, id, ConcernApp.Assessment());
        await assessed.ExpectAsync(HttpStatusCode.OK);
        return id;
    }

    private static async Task<(bool Promised, bool WasCut)> CutAsync(
        DyingTransport transport, int calls, bool lastIsCarriedOut, DialogueDriver series, string operation,
        object? body = null)
    {
        var version = await series.VersionAsync();
        transport.DieAfter(calls, lastIsCarriedOut);
        using var answer = await series.TryAtAsync(1, operation, body, version);
        var wasCut = transport.IsDead;
        transport.Revive();
        return (answer.IsSuccessStatusCode, wasCut);
    }

    private static async Task<int> LettersAsync(AppFixture app, DialogueDriver series) =>
        (await app.Services.GetRequiredService<Views>().ReadAllAsync<LetterRow>(
            NotificationStream.PartitionOf(SanctionCutOffTests.Unit.Board), Cancellation))
        .Count(row => row.Letter.Matter.Value == series.Id);

    private static async Task ReadsAnswerAsync(HttpClient officer, string concern)
    {
        using var read = await officer.GetAsync($"/api/v1/concerns/{concern}", Cancellation);
        (await read.ReadJsonAsync())["dialogueOutcome"]!["became"]!.GetValue<string>().ShouldBe("Ordnat.");
    }
}
