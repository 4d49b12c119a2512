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
        foreach (var some in wave.Units.Chunk(AtOnce))
        {
            // Those who are asked already are passed by: a wave goes on where it stopped.
            if (!call.MayGoOn())
                return EffectProgress.MoreToDo;
            await Task.WhenAll(some.Select(unit => streams.CreateAsync(
                SurveyStream.Kind, SurveyDecider.IdOf(call.Head.Id, unit.UnitId),
                new SurveyCommand.Ask(
                    call.Head.Id, round, unit, SurveyQuestions.For(inForce.Settings, round, unit).Codes, wave, rules),
                call.Envelope, cancellation)));
        }

        return EffectProgress.Done;
    }
}
