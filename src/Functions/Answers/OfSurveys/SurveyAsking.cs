using System.Globalization;
using Oversight.Answers;
using Oversight.Answers.Surveys;
using Oversight.Functions.Notifications;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Texts;
using Oversight.Notifications;
using Oversight.Surveys;

namespace Oversight.Functions.Answers.OfSurveys;

/// <summary>What a unit's avtalsenkät asks of the provider.</summary>
public sealed record SurveyRequest
{
    public required Id SurveyId { get; init; }

    /// <summary>1 the first time; the next for each time that it is asked for again.</summary>
    public required int Number { get; init; }

    public required Id UnitId { get; init; }

    public required BoardId Board { get; init; }

    public required DateOnly Until { get; init; }

    /// <summary>The set of questions and the day of its version.</summary>
    public required CodeId Set { get; init; }

    public required DateOnly From { get; init; }

    public required IReadOnlyList<CodeId> Questions { get; init; }

    /// <summary>What is known already, without texts.</summary>
    public Replies Known { get; init; } = Replies.None;

    /// <summary>The same in words, for questions that are answered with a text.</summary>
    public IReadOnlyDictionary<CodeId, string> KnownWords { get; init; } = new Dictionary<CodeId, string>();

    /// <summary>The same provider's answer of the year before.</summary>
    public Id? Previous { get; init; }

    /// <summary>Why it is asked for again.</summary>
    public string? Why { get; init; }
}

/// <summary>
/// Asks providers to answer an avtalsenkät through a svarslänk, and no longer. Everything may be repeated: an answer
/// has its id from the survey and the number of the asking.
/// </summary>
public sealed class SurveyAsking(Streams streams, PrivateTexts privates, TextKeys keys, AnswerSecrets secrets)
{
    private const string Purpose = "answer-survey-asked";

    public static Id IdOf(Id survey, int number) => AnswerStream.IdOf(survey, AnswerKind.Survey, number);

    /// <summary>The letter with the link follows by itself.</summary>
    public async Task AskAsync(SurveyRequest request, Envelope envelope, CancellationToken cancellation)
    {
        var id = IdOf(request.SurveyId, request.Number);
        if (await streams.LoadAsync(AnswerStream.Kind, id, cancellation) is not null)
            return;
        var stream = AnswerStream.StreamId(id);
        var texts = new RequestTexts(
            await keys.GetAsync(cancellation), "survey-asked", stream, Purpose, AnswerDesk.RetentionClass);
        var known = await CorrectedAsync(request, texts, cancellation);
        foreach (var (question, value) in request.Known.Values)
            known = known.With(question, value);
        foreach (var (question, words) in request.KnownWords.OrderBy(pair => pair.Key.Value, StringComparer.Ordinal))
            known = known.With(question, new ReplyValue.Text(texts.Add($"known-{question}", words).Kept));
        var task = new AnswerTask(
            AnswerKind.Survey, request.SurveyId, request.Number, request.Until, request.UnitId, request.Board, []);
        var survey = new SurveyTask(request.Set, request.From, request.Questions)
        {
            Known = known,
            Previous = request.Previous,
            Why = request.Why is { Length: > 0 } why ? texts.Add("why", why).Kept : null,
        };
        await streams.CreateAsync(
            AnswerStream.Kind, id, new AnswerCommand.Ask(task) { Survey = survey }, envelope, cancellation,
            async (accepted, token) =>
            {
                if (texts.Entry.Fields.Count > 0)
                    await privates.WriteAsync(stream, texts.EntryName, texts.Entry, token);
                return new Prepared<AnswerCommand>.Go(accepted);
            });
    }

    /// <summary>Another last day; of an answer that is not open, nothing.</summary>
    public Task MoveDayAsync(
        Id survey, int number, DateOnly until, Envelope envelope, CancellationToken cancellation) =>
        ChangeAsync(IdOf(survey, number), new AnswerCommand.MoveDay(until), envelope, cancellation);

    public Task WithdrawAsync(Id survey, int number, Envelope envelope, CancellationToken cancellation) =>
        ChangeAsync(IdOf(survey, number), new AnswerCommand.Withdraw(), envelope, cancellation);

    /// <summary>A letter with a new link, while the answer is open; one for each <paramref name="until"/>.</summary>
    /// <param name="until">The last day that it reminds of.</param>
    public async Task RemindAsync(
        Id survey, int number, DateOnly until, Envelope envelope, CancellationToken cancellation)
    {
        var id = IdOf(survey, number);
        if (await streams.LoadAsync(AnswerStream.Kind, id, cancellation)
            is { State: { Status: AnswerStatus.Open, Answer.Task: { } task } })
            await QueueAsync(
                AnswerLetters.Prompt, id, until.ToString("O", CultureInfo.InvariantCulture), task, envelope,
                cancellation);
    }

    /// <summary>Links from before the event stop working, and a letter brings a new one.</summary>
    public async Task RenewLinkAsync<TState, TEvent>(
        Id survey, int number, EffectCall<TState, TEvent> call, CancellationToken cancellation)
        where TEvent : notnull
    {
        var id = IdOf(survey, number);
        if (await streams.LoadAsync(AnswerStream.Kind, id, cancellation) is not { State.Answer.Task: { } task })
            return;
        await secrets.RevokeAsync(id, call.Cause.At, cancellation);
        await QueueAsync(
            AnswerLetters.Asked, id, call.Cause.Version.ToString(CultureInfo.InvariantCulture), task, call.Envelope,
            cancellation);
    }

    /// <summary>What was handed in the time before is what is corrected; files are attached anew.</summary>
    private async Task<Replies> CorrectedAsync(
        SurveyRequest request, RequestTexts texts, CancellationToken cancellation)
    {
        var earlier = IdOf(request.SurveyId, request.Number - 1);
        if (request.Number <= 1
            || await streams.LoadAsync(AnswerStream.Kind, earlier, cancellation)
                is not { State.Answer.Handed.Replies: { } replies })
            return Replies.None;
        var written = new KeptTexts(await privates.ReadAllAsync(AnswerStream.StreamId(earlier), cancellation));
        return replies.Values.Where(pair => pair.Value is not ReplyValue.File)
            .OrderBy(pair => pair.Key.Value, StringComparer.Ordinal)
            .Aggregate(Replies.None, (all, pair) => all.With(pair.Key, Copy(pair.Key.Value, pair.Value)));

        ReplyValue Copy(string field, ReplyValue value) => value switch
        {
            ReplyValue.Text text => new ReplyValue.Text(texts.Add($"known-{field}", written.Show(text.Kept)).Kept),
            ReplyValue.Table table => new ReplyValue.Table(
            [
                .. table.Rows.Select((row, at) => new TableRow(
                [
                    .. row.Cells.Select((cell, column) =>
                        cell is null ? null : Copy($"{field}-{at}-{column}", cell)),
                ])),
            ]),
            _ => value,
        };
    }

    private async Task ChangeAsync(
        Id id, AnswerCommand command, Envelope envelope, CancellationToken cancellation)
    {
        if (await streams.LoadAsync(AnswerStream.Kind, id, cancellation)
            is { State.Status: AnswerStatus.Open or AnswerStatus.HandedIn } known)
            await streams.ChangeAsync(AnswerStream.Kind, id, command, envelope, cancellation, loaded: known);
    }

    private Task QueueAsync(
        string kind, Id answer, string mark, AnswerTask task, Envelope envelope, CancellationToken cancellation) =>
        streams.QueueLetterAsync(
            Id.Derive(kind, $"{AnswerStream.StreamId(answer)}/{mark}"),
            new Notification(kind, answer.Value, task.SubjectId, task.UnitId, task.Board), envelope, cancellation);
}
