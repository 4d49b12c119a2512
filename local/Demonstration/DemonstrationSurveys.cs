using Oversight.Answers;
using Oversight.Answers.Surveys;
using Oversight.Functions.Answers;
using Oversight.Functions.Answers.OfSurveys;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Surveys;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;
using Oversight.Settings;
using Oversight.Surveys;

namespace Oversight.Local.Demonstration;

/// <summary>
/// An avtalsenkät that some units have answered, one with deviations, one of which is confirmed; one has more days, and
/// two let the last day pass: one silence is confirmed as a brist and one is to be judged.
/// </summary>
public sealed class DemonstrationSurveys(
    Streams streams, PrivateTexts privateTexts, TextKeys keys, SettingsProvider settings)
{
    private const int Released = -50;
    private const int LastDay = -12;
    private static readonly BoardId Board = new(DemonstrationRegister.Social);

    public static Id Round(DateOnly today) => SurveyRoundDecider.IdOf(Board, today.AddDays(Released).Year);

    public static Id SurveyOf(DateOnly today, Id unit) => SurveyDecider.IdOf(Round(today), unit);

    public async Task WriteAsync(DemonstrationData data, DateOnly today, CancellationToken cancellation)
    {
        var inForce = await settings.GetAsync(cancellation);
        var units = Units(data);
        var scene = new Scene(inForce, today);
        await ComposeAsync(scene, units, cancellation);
        if (await streams.LoadAsync(SurveyRoundStream.Kind, Round(today), cancellation)
            is not { State.Round: { } round })
            return;
        foreach (var unit in units)
            await SurveyAsync(
                scene, unit, Released, 0, _ => new SurveyCommand.Ask(
                    Round(today), round, unit, SurveyQuestions.For(inForce.Settings, round, unit).Codes,
                    new SurveyRoundEvent.WaveSent(today.AddDays(Released), 1, [unit], Until: null),
                    scene.Rules), Actor.System, cancellation);
        await AnswerAsync(scene, units[0], [], cancellation);
        await AnswerAsync(scene, units[1], ["bemanning"], cancellation);
        await AnswerAsync(scene, units[2], ["registerkontroll", "dokumentation", "riskanalys"], cancellation);
        await SurveyAsync(
            scene, units[1], -20, 3, texts => new SurveyCommand.JudgeReply(
                new CodeId("bemanning"), ReplyStanding.Confirmed,
                texts.Add("how", "Schemat för november visar tre pass utan personal."), scene.Longest),
            Assessor, cancellation);
        await SurveyAsync(
            scene, units[3], -20, 1, texts => new SurveyCommand.Extend(
                today.AddDays(20), texts.Add("reason", "Verksamhetschefen är ny."), scene.Longest), Assessor,
            cancellation);
        foreach (var unit in new[] { units[4], units[5] })
            await SurveyAsync(
                scene, unit, LastDay + 1, 1, _ => new SurveyCommand.FallSilent(), Actor.System, cancellation);
        await SurveyAsync(
            scene, units[4], -5, 2, texts => new SurveyCommand.JudgeSilence(
                true, texts.Add("reason", "Påmind två gånger utan svar."), scene.Longest), Assessor, cancellation);
    }

    private static Actor Assessor { get; } = new(DemonstrationPeople.Assessor, Role.QualityDeveloper);

    /// <summary>Units that few complain of: what the survey tells is seen best where nothing else is told.</summary>
    private static IReadOnlyList<SurveyedUnit> Units(DemonstrationData data) =>
    [
        .. (from provider in data.Providers
            from agreement in provider.Agreements
            where agreement.Board == DemonstrationRegister.Social
            from unit in agreement.Units
            where unit.Pattern == ConcernPattern.Ordinary
            orderby unit.Key
            select new SurveyedUnit
            {
                UnitId = unit.Id,
                ProviderId = DemonstrationData.IdOf(provider.Key),
                AgreementId = DemonstrationData.IdOf(agreement.Key),
                Board = Board,
                Name = unit.Name,
                ProviderName = provider.Name,
                Form = agreement.Form,
                Ownership = provider.Ownership,
                Area = new CodeId(agreement.Area),
                Services = unit.Details.Services,
                IsLicensed = unit.Licence.IsRequired,
            }).Take(6),
    ];

    private async Task ComposeAsync(
        Scene scene, IReadOnlyList<SurveyedUnit> units, CancellationToken cancellation)
    {
        var set = scene.Settings.Surveys.On(scene.Rules.Set, scene.Today)!;
        var version = new QuestionSetVersion(set.Code, set.From);
        var until = scene.Today.AddDays(LastDay);
        await RoundAsync(
            scene, 0, new SurveyRoundCommand.Compose
            {
                Board = Board,
                Year = scene.Today.AddDays(Released).Year,
                Set = version,
                Sets = [version],
                Until = until,
                Rules = scene.Rules,
            },
            cancellation);
        // Files are for a person to attach.
        CodeId[] all = [.. set.Questions.Select(question => question.Code)];
        CodeId[] wordsAlone =
        [
            .. set.Questions.Where(question => question is { NeedsEvidence: false, Kind: not ReplyKind.File })
                .Select(question => question.Code),
        ];
        await RoundAsync(
            scene, 1, new SurveyRoundCommand.Adjust(until, wordsAlone, all, scene.Rules), cancellation);
        await RoundAsync(scene, 2, new SurveyRoundCommand.Release(units, null, null, scene.Rules), cancellation);
    }

    /// <summary>All is well but for the questions that are named.</summary>
    private async Task AnswerAsync(
        Scene scene, SurveyedUnit unit, IReadOnlyList<string> deviating, CancellationToken cancellation)
    {
        var survey = SurveyOf(scene.Today, unit.UnitId);
        if (await streams.LoadAsync(SurveyStream.Kind, survey, cancellation) is not { State.Survey: { } asked })
            return;
        var questions = SurveyQuestions.Asked(scene.Settings, asked.Set, asked.Questions);
        var answer = SurveyAsking.IdOf(survey, 1);
        await DoAsync(
            AnswerStream.Kind, answer, scene, Released, 0, _ => new AnswerCommand.Ask(new AnswerTask(
                AnswerKind.Survey, survey, 1, asked.Until, unit.UnitId, unit.Board, []))
            {
                Survey = new SurveyTask(asked.Set.Set, asked.Set.From, asked.Questions),
            }, Actor.System, AnswerStream.StreamId(answer), cancellation);
        var limits = AnswerLimits.Of(scene.Settings);
        var by = new Actor($"svarslank:{answer}", Role.Provider);
        await DoAsync(
            AnswerStream.Kind, answer, scene, -25, 1,
            texts => new AnswerCommand.Reply(questions, DemonstrationReplies.Of(questions, deviating, texts), limits),
            by, AnswerStream.StreamId(answer), cancellation);
        await DoAsync(
            AnswerStream.Kind, answer, scene, -25, 2,
            texts => new AnswerCommand.HandIn(
                texts.Add("name", "Exempel Verksamhetschef"), texts.Add("title", "Verksamhetschef"),
                Signatory.Representative, true, limits)
            { Asked = questions },
            by, AnswerStream.StreamId(answer), cancellation);
        if (await streams.LoadAsync(AnswerStream.Kind, answer, cancellation)
            is { State.Answer: { Handed: { } handed } })
            await SurveyAsync(
                scene, unit, -25, 2, _ => new SurveyCommand.TakeAnswer(
                    answer, 1, handed.Signature.On, handed.Replies,
                    [.. questions.Deviations(handed.Replies).Select(question => question.Code)]),
                Actor.System, cancellation);
    }

    private Task RoundAsync(Scene scene, int number, SurveyRoundCommand command, CancellationToken cancellation) =>
        DoAsync(
            SurveyRoundStream.Kind, Round(scene.Today), scene, Released, number, _ => command, Assessor,
            SurveyRoundStream.StreamId(Round(scene.Today)), cancellation);

    private Task SurveyAsync(
        Scene scene, SurveyedUnit unit, int day, int number, Func<RequestTexts, SurveyCommand> make, Actor by,
        CancellationToken cancellation)
    {
        var id = SurveyOf(scene.Today, unit.UnitId);
        return DoAsync(
            SurveyStream.Kind, id, scene, day, number, make, by, SurveyStream.StreamId(id), cancellation);
    }

    private async Task DoAsync<TState, TCommand, TEvent>(
        StreamKind<TState, TCommand, TEvent> kind, Id id, Scene scene, int day, int number,
        Func<RequestTexts, TCommand> make, Actor by, string stream, CancellationToken cancellation)
        where TEvent : notnull
    {
        var key = $"{stream}-{number}";
        var texts = new RequestTexts(
            await keys.GetAsync(cancellation), "demonstration", key, "survey-demonstration",
            SurveyRoundDesk.RetentionClass);
        var command = make(texts);
        if (texts.Entry.Fields.Count > 0)
            await privateTexts.WriteAsync(stream, texts.EntryName, texts.Entry, cancellation);
        var at = SwedishTime.At(scene.Today.AddDays(day).ToDateTime(new TimeOnly(9, number)));
        var envelope = new Envelope(
            new CommandContext(by, at, StockholmTime.Day(at)), scene.InForce.Hash, Against.Latest, key,
            Envelopes.Hash(key));
        var outcome = await streams.LoadAsync(kind, id, cancellation) is { } known
            ? await streams.ChangeAsync(kind, id, command, envelope, cancellation, loaded: known)
            : await streams.CreateAsync(kind, id, command, envelope, cancellation);
        if (outcome is Outcome<TState>.Refused refused)
            throw new InvalidOperationException(
                $"{command} was refused: {string.Join(", ", refused.Reasons)}");
    }

    private sealed record Scene(SettingsInForce InForce, DateOnly Today)
    {
        public MunicipalitySettings Settings => InForce.Settings;

        public SurveyRoundRules Rules => Settings.SurveyRoundRulesOn(Today);

        public int Longest => Settings.Limits.Reason;
    }
}
