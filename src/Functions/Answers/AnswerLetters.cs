using System.Globalization;
using Oversight.Answers;
using Oversight.Functions.Answers.OfSurveys;
using Oversight.Functions.Identity;
using Oversight.Functions.Notifications;
using Oversight.Functions.Providers;
using Oversight.Functions.Reviews;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Surveys;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Notifications;

namespace Oversight.Functions.Answers;

/// <summary>Queues the letters that follow what happens to an answer.</summary>
public sealed class AnswerLetterQueue(Streams streams) : IEffectHandler<AnswerState, AnswerEvent>
{
    public const string EffectName = "answer.letter";

    public string Effect => EffectName;

    public string Title => "Brev om ett svar till anordnaren";

    public async Task<EffectProgress> RunAsync(
        EffectCall<AnswerState, AnswerEvent> call, CancellationToken cancellation)
    {
        if (call.State.Answer is not { } answer)
            return EffectProgress.Done;
        var kind = call.Cause.Event is AnswerEvent.HandedIn ? AnswerLetters.Received : AnswerLetters.Asked;
        // What is handed in again has a receipt of its own.
        var about = call.State.Answer.HandIns > 1
            ? string.Create(CultureInfo.InvariantCulture, $"{call.Head.StreamId}/{call.State.Answer.HandIns}")
            : call.Head.StreamId;
        await streams.QueueLetterAsync(
            Id.Derive(kind, about),
            new Notification(kind, call.Head.Id.Value, answer.Task.SubjectId, answer.Task.UnitId, answer.Task.Board),
            call.Envelope, cancellation);
        return EffectProgress.Done;
    }
}

/// <summary>Writes them, with a new link or a new code each time.</summary>
public sealed class AnswerLetters(
    Streams streams, Views views, ReviewLists reviews, AnswerSecrets secrets, UnitProviders providers,
    Municipality municipality, PublicAddress address) : ILetterWriter
{
    public const string Asked = "answer-asked";
    public const string Prompt = "answer-prompt";
    public const string Code = "answer-code";
    public const string Received = "answer-received";

    private static readonly Dictionary<string, string> Kinds = new()
    {
        [Asked] = "Begäran med svarslänk",
        [Prompt] = "Påminnelse med svarslänk",
        [Code] = "Engångskod",
        [Received] = "Kvitto på ett svar",
    };

    public IReadOnlyDictionary<string, string> Titles => Kinds;

    public async Task<IReadOnlySet<Id>> MattersForAsync(SignedInUser user, CancellationToken cancellation) =>
        (await reviews.ForAsync(user, cancellation)).Select(review => review.Id)
            .Concat(await SurveysForAsync(user, cancellation)).ToHashSet();

    public async Task<Letter?> WriteAsync(Notification notification, string unit, CancellationToken cancellation) =>
        await AnswerAsync(notification, cancellation) is { Answer: { } answer } state
        && (notification.Kind == Received || !await HasGoneOverAsync(answer.Task, cancellation))
            ? notification.Kind switch
            {
                // A review that was sealed a moment ago asks for nothing, also before the answer is withdrawn.
                Asked when state.Status == AnswerStatus.Open && !await IsSealedAsync(notification, cancellation) =>
                    await AskAsync(IdOf(notification), answer.Task, unit, cancellation),
                Prompt when state.Status == AnswerStatus.Open =>
                    await AskAsync(IdOf(notification), answer.Task, unit, cancellation, isPrompt: true),
                Code => await CodeAsync(SessionOf(notification), cancellation),
                Received when answer.Signature is { } signature => Receipt(answer, signature, unit),
                _ => null,
            }
            : null;

    /// <summary>
    /// Somebody else runs the unit than who was asked. What one provider has begun to write is not the next one's to
    /// read.
    /// </summary>
    private async Task<bool> HasGoneOverAsync(AnswerTask task, CancellationToken cancellation)
    {
        var asked = task.Kind == AnswerKind.Survey
            ? (await streams.LoadAsync(SurveyStream.Kind, task.SubjectId, cancellation))?.State.Survey?.Unit.ProviderId
            : (await streams.LoadAsync(ReviewStream.Kind, task.SubjectId, cancellation))?.State.Review?.Unit.ProviderId;
        return asked is { } provider && !await providers.RunsAsync(provider, task.UnitId, cancellation);
    }

    private async Task<IReadOnlyList<Id>> SurveysForAsync(SignedInUser user, CancellationToken cancellation)
    {
        var surveys = new List<Id>();
        foreach (var board in Access.Boards(user, Permission.ReadSurveys))
        {
            surveys.AddRange(
                (await views.ReadAllAsync<SurveyAnswerRow>(SurveyAnswerRow.Partition(board), cancellation))
                    .Select(row => row.SurveyId));
        }

        return surveys;
    }

    /// <summary>What a letter with a code is about: the answer, and the session that asks.</summary>
    public static Notification AskForCode(AnswerSession session, AnswerTask task) =>
        new(Code, $"{session.Answer}/{session.Key}", task.SubjectId, task.UnitId, task.Board);

    private async Task<Letter> AskAsync(
        Id id, AnswerTask task, string unit, CancellationToken cancellation, bool isPrompt = false)
    {
        var token = await secrets.MintLinkAsync(id, cancellation);
        var until = SwedishDates.Text(task.Until);
        if (task.Kind == AnswerKind.Receipt)
            return Tell(token, task, until, unit, isPrompt);
        if (task.Kind == AnswerKind.Survey)
            return SurveyLetter.Write(
                municipality.BoardName(task.Board), municipality.Name, unit, until,
                $"{address.Root}{EntryPages.In}{token}",
                isPrompt);
        var (mark, first) = isPrompt ? ("Påminnelse: ", "Vi har inte fått ert svar än. ") : ("", "");
        return new Letter(
            $"{mark}{AnswerWords.Request(task.Kind)} – {unit}",
            $"""
            Hej!

            {first}{municipality.BoardName(task.Board)} i {municipality.Name} granskar {unit}. {AnswerWords.Why(task.Kind)}

            Svara senast {until}. Öppna länken för att läsa och svara:
            {address.Root}{EntryPages.In}{token}

            Ni behöver också en engångskod. Den skickar vi till den här adressen när ni ber om den.
            Flera hos er kan använda länken och arbeta på samma svar. Lämna inte länken till någon utanför verksamheten.
            Länken gäller till och med {until}. Därefter tar nämndens registrator emot svaret, som då räknas som sent.

            Skriv inga namn eller personnummer på kunder i svaret.
            """);
    }

    /// <summary>A decision is told of: there is nothing to answer, and no day after which it is too late.</summary>
    private Letter Tell(string token, AnswerTask task, string until, string unit, bool isPrompt)
    {
        var (mark, first) = isPrompt ? ("Påminnelse: ", "Ni har inte bekräftat underrättelsen än. ") : ("", "");
        return new Letter(
            $"{mark}{AnswerWords.Request(task.Kind)} – {unit}",
            $"""
            Hej!

            {first}{municipality.BoardName(task.Board)} i {municipality.Name} underrättar er om ett beslut som rör {unit}.
            {AnswerWords.Why(task.Kind)}

            Öppna länken för att läsa underrättelsen, och bekräfta senast {until}:
            {address.Root}{EntryPages.In}{token}

            Ni behöver också en engångskod. Den skickar vi till den här adressen när ni ber om den.
            Lämna inte länken till någon utanför verksamheten.
            Att ni bekräftar betyder inte att ni godtar beslutet.
            """);
    }

    private async Task<Letter?> CodeAsync(string session, CancellationToken cancellation) =>
        await secrets.MintCodeAsync(session, cancellation) is { } code
            ? new Letter(
                "Din kod",
                $"""
                Koden är {code}

                Skriv den på sidan där du bad om den. Den gäller i 15 minuter och bara i den webbläsaren.
                Har du inte bett om någon kod behöver du inte göra något.
                """)
            : null;

    private Letter Receipt(Answer answer, AnswerSignature signature, string unit) => new(
        $"Vi har tagit emot ert svar – {unit}",
        $"""
        Hej!

        {municipality.BoardName(answer.Task.Board)} i {municipality.Name} har tagit emot ert svar om {unit}: {What(answer)}.
        Det lämnades in {SwedishDates.Text(signature.On)} och är en inkommen handling.
        {Files(answer)}
        Har ni inte lämnat in något svar, kontakta nämnden.
        """);

    private static string What(Answer answer) => AnswerWords.Title(answer.Task.Kind).ToLowerInvariant();

    /// <summary>The fingerprint shows that a file came as it was sent.</summary>
    private static string Files(Answer answer) => answer.Files.Count == 0
        ? ""
        : "\nFiler i svaret, med kontrollsumma (SHA-256):\n"
            + string.Join("\n", answer.Files.Select(file => file.File.Sha256)) + "\n";

    private async Task<AnswerState?> AnswerAsync(Notification notification, CancellationToken cancellation) =>
        (await streams.LoadAsync(AnswerStream.Kind, IdOf(notification), cancellation))?.State;

    private async Task<bool> IsSealedAsync(Notification notification, CancellationToken cancellation) =>
        await streams.LoadAsync(ReviewStream.Kind, notification.Matter, cancellation)
            is { State.Review.Seal: not null };

    private static Id IdOf(Notification notification) => Id.FromValue(notification.About.Split('/')[0]);

    private static string SessionOf(Notification notification) => notification.About.Split('/')[1];
}
