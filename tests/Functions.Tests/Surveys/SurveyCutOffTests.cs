using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Answers;
using Oversight.Functions.Answers;
using Oversight.Functions.Answers.OfSurveys;
using Oversight.Functions.Notifications;
using Oversight.Functions.Storage;
using Oversight.Functions.Surveys;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Faults;
using Oversight.Functions.Tests.Reviews;
using Oversight.Surveys;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Reviews.CutOff;
using static Oversight.Functions.Tests.Sanctions.SanctionCutOffTests;

namespace Oversight.Functions.Tests.Surveys;

/// <summary>
/// Wherever the process dies while a round is sent out, or a unit is given more days: each is asked once, until the day
/// that its survey says.
/// </summary>
public sealed class SurveyCutOffTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task Each_unit_is_asked_once_and_until_the_day_of_its_survey() =>
        CutOffAsync(first: 24, step: 8, lastIsCarriedOut: false);

    [Fact]
    [Trait("Length", "long")]
    public Task The_same_at_every_call_also_where_only_the_answer_is_lost() =>
        CutOffAsync(first: 12, step: 1, lastIsCarriedOut: true);

    private static async Task CutOffAsync(int first, int step, bool lastIsCarriedOut)
    {
        using var transport = new DyingTransport();
        await using var app = await transport.StartAppAsync();
        await RegisterAsync(app);
        using var runner = await app.SignInAsync("kvalitet", Role.QualityDeveloper, Unit.Board.Value);
        var until = Today(app).AddDays(20);
        var round = await ComposeAsync(runner, Today(app).Year, until);
        var isOut = false;
        for (var attempt = 0; !isOut; attempt++)
        {
            attempt.ShouldBeLessThan(MostCalls / first, "A release makes more calls than was thought.");
            await CutAsync(
                transport, runner, round, "release", new { area = "alla" }, (attempt + 1) * first, lastIsCarriedOut);
            await WorkOffAsync(app);
            isOut = (await RoundAsync(app, round)).Asked.Count == 1;
        }

        var survey = new Part(
            runner, $"/api/v1/surveys/{SurveyDecider.IdOf(Id.FromValue(round.Id), Unit.UnitId)}");
        (await AnswerAsync(app, survey)).Head.Version.ShouldBe(1, "It is asked once.");
        (await LettersAsync(app, survey)).ShouldBe(1);

        var wasCut = true;
        for (var calls = step; wasCut; calls += step)
        {
            calls.ShouldBeLessThan(MostCalls, "An extension makes more calls than was thought.");
            until = until.AddDays(1);
            wasCut = await CutAsync(
                transport, runner, survey, "extend",
                new { until = until.ToString("O", null), reason = "Sjukdom." }, calls, lastIsCarriedOut);
            await WorkOffAsync(app);
            var state = (await survey.ReadAsync())["until"]!.GetValue<string>();
            (await AnswerAsync(app, survey)).State.Answer!.Task.Until.ToString("O", null)
                .ShouldBe(state, $"at call {calls}");
            (await LettersAsync(app, survey)).ShouldBe(1, $"at call {calls}");
        }
    }

    internal static async Task<Part> ComposeAsync(HttpClient runner, int year, DateOnly until)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/survey-rounds")
        {
            Content = JsonContent.Create(new
            {
                board = Unit.Board.Value,
                year,
                set = "avtalsenkat",
                until = until.ToString("O", null),
            }),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        using var made = await runner.SendAsync(request, Cancellation);
        await made.ExpectAsync(HttpStatusCode.Created);
        return new Part(
            runner, $"/api/v1/survey-rounds/{(await made.ReadJsonAsync())["id"]!.GetValue<string>()}");
    }

    private static async Task<bool> CutAsync(
        DyingTransport transport, HttpClient runner, Part part, string operation, object body, int calls,
        bool lastIsCarriedOut)
    {
        var version = (await part.ReadAsync())["version"]!.GetValue<int>();
        transport.DieAfter(calls, lastIsCarriedOut);
        using var answer = await ReviewDriver.SendAsync(runner, $"{part.Address}/actions/{operation}", body, version);
        var wasCut = transport.IsDead;
        transport.Revive();
        return wasCut;
    }

    private static async Task<SurveyRound> RoundAsync(AppFixture app, Part round) =>
        (await app.Services.GetRequiredService<Streams>().LoadAsync(
            SurveyRoundStream.Kind, Id.FromValue(round.Id), Cancellation))!.State.Round!;

    private static async Task<Folded<AnswerState>> AnswerAsync(AppFixture app, Part survey) =>
        (await app.Services.GetRequiredService<Streams>().LoadAsync(
            AnswerStream.Kind, SurveyAsking.IdOf(Id.FromValue(survey.Id), 1), Cancellation))!;

    private static async Task<int> LettersAsync(AppFixture app, Part survey) =>
        (await app.Services.GetRequiredService<Views>().ReadAllAsync<LetterRow>(
            NotificationStream.PartitionOf(Unit.Board), Cancellation))
        .Count(row => row.Letter.Matter.Value == survey.Id);
}
