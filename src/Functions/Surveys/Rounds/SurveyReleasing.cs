using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys;

/// <summary>Each unit of a wave is asked in a stream of its own.</summary>
public sealed class SurveyReleasing(Streams streams, SettingsProvider settings)
    : IEffectHandler<SurveyRoundState, SurveyRoundEvent>
{
    public const string Name = "survey-round.releasing";
    private const int AtOnce = 4;

    public string Effect => Name;

    public string Title => "Enheterna i en avtalsenkät får frågorna";

    public async Task<EffectProgress> RunAsync(
        EffectCall<SurveyRoundState, SurveyRoundEvent> call, CancellationToken cancellation)
    {
        if (call is not { State.Round: { } round, Cause.Event: SurveyRoundEvent.WaveSent wave })
            return EffectProgress.Done;
        var inForce = await settings.FindAsync(call.Cause.SettingsHash, cancellation) ?? settings.Current;
        var rules = inForce.Settings.SurveyRoundRulesOn(wave.On);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(wave.Units, options, async (unit, token) =>
        {
            var questions = SurveyQuestions.For(inForce.Settings, round, unit).Codes;
            await streams.CreateAsync(
                SurveyStream.Kind, SurveyDecider.IdOf(call.Head.Id, unit.UnitId),
                new SurveyCommand.Ask(call.Head.Id, round, unit, questions, wave, rules), call.Envelope, token);
        });
        return EffectProgress.Done;
    }
}
