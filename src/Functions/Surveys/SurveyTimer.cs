using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Oversight.Functions.Identity;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys;

/// <summary>
/// Puts the year's avtalsenkät together for each board on the day that the rules say, or on the first day after it that
/// the system runs. A person looks it through and sends it out.
/// </summary>
public sealed partial class SurveyTimer(
    SurveyRoundDesk desk, SurveyableUnits units, Streams streams, SettingsProvider settings, CommandContexts contexts,
    ILogger<SurveyTimer> logger)
{
    // After the årsplan, before work begins.
    [Function("SurveyTimer_Yearly")]
    [Open("A timer: no person behind it")]
    public async Task Yearly([TimerTrigger("0 45 4 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var inForce = await settings.GetAsync(cancellation);
        var context = contexts.ForSystem();
        var rules = inForce.Settings.SurveyRoundRulesOn(context.Today);
        if (context.Today < rules.StartOf(context.Today.Year))
            return;
        foreach (var board in inForce.Settings.Boards)
            await ComposeAsync(board.Id, rules, new Envelope(context, inForce.Hash, Against.Latest), cancellation);
    }

    private async Task ComposeAsync(
        BoardId board, Oversight.Settings.SurveyRoundRules rules, Envelope envelope, CancellationToken cancellation)
    {
        var today = envelope.Context.Today;
        if (await streams.LoadAsync(
            SurveyRoundStream.Kind, SurveyRoundDecider.IdOf(board, today.Year), cancellation) is not null
            || (await units.NamesAsync(board, today, cancellation)).Count == 0)
            return;
        var sets = SurveyQuestions.InForce(settings.Current.Settings, today)
            .Select(set => new QuestionSetVersion(set.Code, set.From)).ToList();
        var outcome = await desk.ComposeAsync(
            new SurveyRoundCommand.Compose
            {
                Board = board,
                Year = today.Year,
                Set = sets.FirstOrDefault(set => set.Set == rules.Set),
                Sets = sets,
                Until = today.AddDays(rules.AnswerDays),
                Rules = rules,
            },
            envelope, cancellation);
        if (outcome is not Outcome<SurveyRoundState>.Done)
            throw new InvalidOperationException(
                $"The avtalsenkät of {board} {today.Year} ended as {outcome.GetType().Name}.");
        Composed(board, today.Year);
    }

    [LoggerMessage(7100, LogLevel.Information, "The avtalsenkät of {Board} {Year} is put together")]
    private partial void Composed(BoardId board, int year);
}
