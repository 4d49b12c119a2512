using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys;

/// <summary>Each unit of a wave is asked in a stream of its own.</summary>
public sealed class SurveyReleasing(Streams streams, Views views, SettingsProvider settings)
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
        // A wave goes on where it stopped. Whoever is asked and not listed yet is asked once more, to no effect.
        var asked = (await views.ReadAllAsync<SurveyRow>(SurveyStream.PartitionOf(call.Head.Id), cancellation))
            .Select(row => row.Unit.UnitId).ToHashSet();
        foreach (var some in wave.Units.Where(unit => !asked.Contains(unit.UnitId)).Chunk(AtOnce))
        {
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
