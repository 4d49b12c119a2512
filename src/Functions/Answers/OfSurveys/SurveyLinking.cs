using Oversight.Functions.Providers;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Surveys;
using Oversight.Surveys;

namespace Oversight.Functions.Answers.OfSurveys;

/// <summary>
/// Asks the provider for what its survey awaits of it, until its last day, and no longer where it is left out. What
/// comes after the last day is still taken in: the link stays.
/// </summary>
public sealed class SurveyLinking(
    Streams streams, SurveyAsking asking, SurveyPrefill prefill, SurveyDesk surveys, UnitProviders providers,
    SettingsProvider settings)
    : IEffectHandler<SurveyState, SurveyEvent>
{
    public string Effect => SurveyEffects.Asks;

    public string Title => "Anordnaren får en svarslänk till avtalsenkäten";

    public async Task<EffectProgress> RunAsync(
        EffectCall<SurveyState, SurveyEvent> call, CancellationToken cancellation)
    {
        if (call.State is not { Survey: { } survey, Status: var status })
            return EffectProgress.Done;
        if (status == SurveyStatus.LeftOut)
        {
            await asking.WithdrawAsync(call.Head.Id, survey.Number, call.Envelope, cancellation);
        }
        else if (status == SurveyStatus.Open)
        {
            await AskAsync(call, survey, cancellation);
            await asking.MoveDayAsync(call.Head.Id, survey.Number, survey.Until, call.Envelope, cancellation);
        }

        return EffectProgress.Done;
    }

    private async Task AskAsync(
        EffectCall<SurveyState, SurveyEvent> call, Survey survey, CancellationToken cancellation)
    {
        if (await streams.LoadAsync(
            AnswerStream.Kind, SurveyAsking.IdOf(call.Head.Id, survey.Number), cancellation) is not null
            || !await providers.RunsAsync(survey.Unit.ProviderId, survey.Unit.UnitId, cancellation))
            return;
        var inForce = await settings.FindAsync(call.Cause.SettingsHash, cancellation) ?? settings.Current;
        var own = survey.AskedAgain is null ? null : await surveys.TextsAsync(call.Head.Id, cancellation);
        var known = await prefill.ReadAsync(
            SurveyQuestions.Asked(inForce.Settings, survey.Set, survey.Questions), survey.Unit.UnitId, cancellation);
        await asking.AskAsync(
            new SurveyRequest
            {
                SurveyId = call.Head.Id,
                Number = survey.Number,
                UnitId = survey.Unit.UnitId,
                Board = survey.Unit.Board,
                Until = survey.Until,
                Set = survey.Set.Set,
                From = survey.Set.From,
                Questions = survey.Questions,
                // What is corrected is what was handed in, not what the register says.
                Known = survey.Number == 1 ? known.Replies : Replies.None,
                KnownWords = survey.Number == 1 ? known.Words : new Dictionary<CodeId, string>(),
                Previous = (await surveys.EarlierAsync(survey, cancellation))?.Answer?.AnswerId,
                Why = own?.Show(survey.AskedAgain),
            },
            call.Envelope, cancellation);
    }
}

/// <summary>Reminds the provider by a letter with a new link, some days before its last day.</summary>
public sealed class SurveyPrompting(SurveyAsking asking) : IEffectHandler<SurveyState, SurveyEvent>
{
    public string Effect => SurveyEffects.Prompts;

    public string Title => "Påminnelse till anordnaren om avtalsenkäten";

    public async Task<EffectProgress> RunAsync(
        EffectCall<SurveyState, SurveyEvent> call, CancellationToken cancellation)
    {
        if (call.State is { Status: SurveyStatus.Open, Survey: { } survey })
            await asking.RemindAsync(call.Head.Id, survey.Number, survey.Until, call.Envelope, cancellation);
        return EffectProgress.Done;
    }
}

/// <summary>Makes links that may have come to somebody else stop working, and sends a new one.</summary>
public sealed class SurveyRenewing(SurveyAsking asking) : IEffectHandler<SurveyState, SurveyEvent>
{
    public string Effect => SurveyEffects.Renews;

    public string Title => "Ny svarslänk till avtalsenkäten i stället för en som slutar gälla";

    public async Task<EffectProgress> RunAsync(
        EffectCall<SurveyState, SurveyEvent> call, CancellationToken cancellation)
    {
        if (call.State.Survey is { } survey)
            await asking.RenewLinkAsync(call.Head.Id, survey.Number, call, cancellation);
        return EffectProgress.Done;
    }
}
