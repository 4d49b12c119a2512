using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Answers;
using Oversight.Functions.Answers.Screens;
using Oversight.Functions.Identity;
using Oversight.Functions.Notifications;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Gate;

namespace Oversight.Functions.Answers;

/// <summary>
/// The way in by a svarslänk: the link gives a session, the session asks for a code, the code opens. Following the link
/// changes nothing and uses nothing up, so that whatever looks into mails may follow it.
/// </summary>
public sealed class EntryPages(
    AnswerSecrets secrets, AnswerGuests guests, Streams streams, CommandContexts contexts, SettingsProvider settings,
    TimeProvider clock)
{
    /// <summary>Before the token.</summary>
    public const string In = "/svar/in/";

    private const string CodeField = "code";
    private const string SentKey = "skickad";
    private const string Why = "Anordnare har inga konton: länken och koden avgör.";

    [Function("Answers_In")]
    [Open(Why)]
    public async Task<IResult> Enter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "svar/in/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation)
    {
        // The address holds the secret: it goes no further than here.
        request.HttpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (await secrets.FindLinkAsync(token, cancellation) is not { } id
            || await LoadAsync(id, cancellation) is not { Answer: { } answer } state)
            return NoLink();
        if (answer.IsLate(contexts.ForSystem().Today) && state.Status == AnswerStatus.Open)
            return TooLate(answer.Task);
        if (HttpMethods.IsGet(request.Method))
            AnswerGuests.Give(request.HttpContext.Response, await secrets.BeginSessionAsync(id, cancellation));
        return Pages.SeeOther(GuestAddresses.Code);
    }

    [Function("Answers_Code")]
    [Open(Why)]
    public async Task<IResult> Code(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "svar/kod")] HttpRequest request,
        CancellationToken cancellation) =>
        await guests.SessionAsync(request, cancellation) switch
        {
            null => NoLink(),
            { IsConfirmed: true } => Pages.SeeOther(GuestAddresses.Root),
            var session =>
                await AskAsync(session, FormState.New(clock.NewKey()), request.Query.ContainsKey(SentKey),
                    StatusCodes.Status200OK, cancellation),
        };

    [Function("Answers_SendCode")]
    [Open(Why)]
    public async Task<IResult> SendCode(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "svar/kod/skicka")] HttpRequest request,
        CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (await guests.SessionAsync(request, cancellation) is not { } session
            || await LoadAsync(session.Answer, cancellation) is not { Answer: { } answer })
            return NoLink();
        if (!await secrets.MayAskCodeAsync(session.Answer, cancellation))
        {
            return await AskAsync(
                session, form.WithErrors(new Refusal(AnswerEdgeRefusals.TooManyCodes)), false,
                StatusCodes.Status429TooManyRequests, cancellation);
        }

        // Pressed twice it is one letter; asked for once more on a new page it is another.
        await streams.QueueLetterAsync(
            Id.Derive(AnswerLetters.Code, $"{session.Key}/{form.IdempotencyKey}"),
            AnswerLetters.AskForCode(session, answer.Task),
            new Envelope(
                contexts.For(AnswerGuests.UserOf(session.Answer, answer.Task.Board), Role.Provider),
                settings.Current.Hash, Against.Latest),
            cancellation);
        return Pages.SeeOther($"{GuestAddresses.Code}?{SentKey}=ja");
    }

    [Function("Answers_TryCode")]
    [Open(Why)]
    public async Task<IResult> TryCode(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "svar/kod")] HttpRequest request,
        CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (await guests.SessionAsync(request, cancellation) is not { } session)
            return NoLink();
        var typed = string.Concat(form[CodeField].Where(char.IsAsciiDigit));
        return await secrets.TryCodeAsync(session.Key, typed, cancellation) switch
        {
            CodeAnswer.Right => Pages.SeeOther(GuestAddresses.Root),
            CodeAnswer.Wrong => await WrongAsync(AnswerEdgeRefusals.WrongCode),
            CodeAnswer.TooMany => await WrongAsync(AnswerEdgeRefusals.TooManyTries),
            _ => await WrongAsync(AnswerEdgeRefusals.NoCode),
        };

        Task<IResult> WrongAsync(string code) => AskAsync(
            session, form.WithErrors(new Refusal(code, CodeField)).With(clock.NewKey(), null), true,
            StatusCodes.Status422UnprocessableEntity, cancellation);
    }

    [Function("Answers_End")]
    [Open(Why)]
    public async Task<IResult> End(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "svar/avsluta")] HttpRequest request,
        CancellationToken cancellation)
    {
        await guests.EndAsync(request, cancellation);
        return Pages.Message(
            StatusCodes.Status200OK, "Du har loggat ut",
            "Utkastet är sparat. Öppna länken i brevet igen för att fortsätta.");
    }

    private async Task<IResult> AskAsync(
        AnswerSession session, FormState form, bool isSent, int status, CancellationToken cancellation) =>
        await LoadAsync(session.Answer, cancellation) is { Answer: { } answer }
            ? Pages.Show<CodePage>(new { Form = form, answer.Task, IsSent = isSent }, status)
            : NoLink();

    private async Task<AnswerState?> LoadAsync(Id id, CancellationToken cancellation) =>
        (await streams.LoadAsync(AnswerStream.Kind, id, cancellation))?.State;

    private static IResult NoLink() => Pages.Message(
        StatusCodes.Status404NotFound, "Länken behöver öppnas igen",
        "Öppna länken i brevet från nämnden. Fungerar den inte, kontakta nämnden och be om en ny.");

    private IResult TooLate(AnswerTask task) => Pages.Message(
        StatusCodes.Status410Gone, "Svarstiden har gått ut",
        $"Sista dagen att svara var {Web.Components.SwedishDates.Text(task.Until)}. Skicka svaret till registratorn på "
        + $"{settings.Current.Settings.Board(task.Board)?.Name ?? task.Board.Value}. Det tas emot, och räknas som "
        + "sent.");
}

/// <summary>What the way in says no to.</summary>
public static class AnswerEdgeRefusals
{
    public const string WrongCode = "answer.wrong-code";
    public const string TooManyTries = "answer.too-many-tries";
    public const string NoCode = "answer.no-code";
    public const string TooManyCodes = "answer.too-many-codes";
}
