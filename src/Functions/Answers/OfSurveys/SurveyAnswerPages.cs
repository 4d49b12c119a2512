using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Answers;
using Oversight.Answers.Surveys;
using Oversight.Functions.Answers.OfSurveys.Screens;
using Oversight.Functions.Attachments;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Gate;
using Oversight.Settings;
using Oversight.Surveys;

namespace Oversight.Functions.Answers.OfSurveys;

/// <summary>The provider's pages of an avtalsenkät: how far it has come, and one for each section.</summary>
public sealed class SurveyAnswerPages(
    AnswerSubject subject, AnswerDesk desk, SurveyReading reading, CommandContexts contexts, TimeProvider clock)
{
    public const string SavedKey = "sparat";
    public const string NextField = "next";
    private const string Reply = "reply";
    private const string Section = "svar/fragor/{section}";

    public static string AddressOf(CodeId section) => $"{GuestAddresses.Root}/fragor/{section}";

    /// <summary>What is asked, how far it has come, and what is missing.</summary>
    public async Task<IResult> StartAsync(OpenAnswer open, CancellationToken cancellation) =>
        Pages.Show<SurveyStartPage>(new
        {
            Open = open,
            Sheet = await reading.OfAsync(open, cancellation),
            subject.Operations,
            Links = subject.Links(open),
        });

    [Function("Answers_Section")]
    [Requires(Permission.AnswerByLink)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Section)] HttpRequest request, string section,
        CancellationToken cancellation)
    {
        if (await OpenAsync(request, section, cancellation) is not var (open, sheet, questions))
            return Pages.NotFound();
        if (!open.IsOpen)
            return Pages.SeeOther(GuestAddresses.Root);
        var form = FormState.Of(SurveyPresent.Of(open.Answer, sheet, questions))
            .With(clock.NewKey(), open.Head.Version);
        return Show(open, sheet, questions, form, StatusCodes.Status200OK);
    }

    [Function("Answers_SectionPost")]
    [Requires(Permission.AnswerByLink)]
    public async Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Section)] HttpRequest request, string section,
        CancellationToken cancellation)
    {
        var (form, isTooLarge) = await FormState.ReadWithFilesAsync(request, cancellation);
        if (await OpenAsync(request, section, cancellation) is not var (open, sheet, questions))
            return Pages.NotFound();
        if (isTooLarge)
        {
            var most = $"{open.Limits.FileBytes / BodyLimits.Megabyte}";
            return Show(
                open, sheet, questions, form.WithErrors(new Refusal(WebRefusals.TooLarge, null, most)),
                StatusCodes.Status413PayloadTooLarge);
        }

        var files = await FilesAsync(form, questions, cancellation);
        var envelope = EnvelopeOf(open, form, files);
        var texts = await desk.DraftAsync(Reply, envelope, cancellation);
        var read = new SurveyForm(form, texts, await desk.HashesAsync(cancellation), open.Limits, files);
        var command = read.Read(sheet.Asked, questions);
        if (read.Faults.Count > 0)
        {
            var decided = AnswerDecider.Decide(open.State, command, envelope.Context);
            return Show(
                open, sheet, questions,
                form.WithErrors(
                    [.. read.Faults, .. decided is Decision<AnswerEvent>.Refused no ? no.Reasons : []]),
                StatusCodes.Status422UnprocessableEntity);
        }

        return await desk.ChangeAsync(open, command, texts, read.Sent, envelope, cancellation) switch
        {
            Outcome<AnswerState>.Done => Pages.SeeOther(Next(form, sheet, questions)),
            Outcome<AnswerState>.Refused refused => Show(
                await NowAsync(request, open, cancellation), sheet, questions, form.WithErrors(refused.Reasons),
                StatusCodes.Status422UnprocessableEntity),
            Outcome<AnswerState>.KeyReused => Show(
                open, sheet, questions,
                form.WithErrors(new Refusal(WebRefusals.FormUsed)).With(clock.NewKey(), open.Head.Version),
                StatusCodes.Status422UnprocessableEntity),
            _ => Pages.NotFound(),
        };
    }

    /// <summary>What was handed in, as Word.</summary>
    [Function("Answers_Copy")]
    [Requires(Permission.AnswerByLink)]
    public async Task<IResult> Copy(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "svar/kopia")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (await desk.OpenAsync(request, cancellation) is not Opening<OpenAnswer>.Opened
            { Subject: { Answer.Handed: not null } open })
            return Pages.NotFound();
        var sheet = await reading.OfAsync(open, cancellation);
        return TypedResults.File(
            SurveyCopy.Render(open.Answer, sheet, open.InForce.Settings), SurveyCopy.ContentType,
            SurveyCopy.NameOf(open.Answer));
    }

    private async Task<(OpenAnswer Open, SurveySheet Sheet, QuestionSection Section)?> OpenAsync(
        HttpRequest request, string section, CancellationToken cancellation)
    {
        if (await desk.OpenAsync(request, cancellation) is not Opening<OpenAnswer>.Opened
            { Subject: { Answer.Survey: not null } open })
            return null;
        var sheet = await reading.OfAsync(open, cancellation);
        return sheet.Asked.Section(new CodeId(section)) is { } questions ? (open, sheet, questions) : null;
    }

    /// <summary>As a colleague has left it meanwhile.</summary>
    private async Task<OpenAnswer> NowAsync(HttpRequest request, OpenAnswer open, CancellationToken cancellation) =>
        await desk.OpenAsync(request, cancellation) is Opening<OpenAnswer>.Opened { Subject: var now } ? now : open;

    /// <summary>What colleagues do to other questions is no conflict: each reply tells what was seen.</summary>
    private Envelope EnvelopeOf(
        OpenAnswer open, FormState form, IReadOnlyDictionary<string, IReadOnlyList<SentFile>> files)
    {
        var context = contexts.For(open.User, Role.Provider, open.Task.Board);
        var body = new
        {
            Typed = form.Body,
            Files = files.ToDictionary(some => some.Key, some => some.Value.Select(file => file.Sha256).ToList()),
        };
        return Envelopes.ForChange(context, open.InForce.Hash, form, body) with { Against = Against.Latest };
    }

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<SentFile>>> FilesAsync(
        FormState form, QuestionSection section, CancellationToken cancellation)
    {
        var files = new SortedDictionary<string, IReadOnlyList<SentFile>>(StringComparer.Ordinal);
        foreach (var field in section.Questions.Select(question => ReplyFields.FileOf(question.Code)))
        {
            if (form.Files(field) is { Count: > 0 } some)
                files[field] = await SentFile.ReadAsync(some, cancellation);
        }

        return files;
    }

    private static string Next(FormState form, SurveySheet sheet, QuestionSection section)
    {
        var at = sheet.Asked.Sections.ToList().FindIndex(known => known.Code == section.Code);
        var page = form[NextField] == "true" && at + 1 < sheet.Asked.Sections.Count
            ? AddressOf(sheet.Asked.Sections[at + 1].Code)
            : form[NextField] == "here" ? AddressOf(section.Code) : GuestAddresses.Root;
        return $"{page}?{SavedKey}={section.Code}";
    }

    private static IResult Show(
        OpenAnswer open, SurveySheet sheet, QuestionSection section, FormState form, int status) =>
        Pages.Show<SurveySectionPage>(new { Open = open, Sheet = sheet, Section = section, Form = form }, status);
}
