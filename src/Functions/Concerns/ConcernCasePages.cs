using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Oversight.Concerns;
using Oversight.Functions.Concerns.Screens;
using Oversight.Functions.Identity;
using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Settings;

namespace Oversight.Functions.Concerns;

/// <summary>What the page about one concern shows.</summary>
public sealed record ConcernCase(OpenConcern Open, ConcernTexts Texts, IReadOnlyList<TimelineEntry> Timeline, IReadOnlyList<UnitIndexRow> Units)
{
    public MunicipalitySettings Settings => Open.InForce.Settings;

    public string Address => $"/synpunkter/arende/{Open.Id}";
}

/// <summary>One concern, its history and its assessment.</summary>
public sealed partial class ConcernCasePages(
    ConcernDesk desk, ConcernUnits units, ConcernAttachments attachments, ILogger<ConcernCasePages> logger)
{
    [Function("Concerns_Case")]
    [Requires(Permission.ReadOwnConcerns)]
    public async Task<IResult> Case(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "synpunkter/arende/{id:length(27)}")] HttpRequest request, string id,
        CancellationToken cancellation) => await desk.OpenAsync(request, id, cancellation) switch
        {
            Opening.Opened { Concern: var open } => await ShowAsync(
                open, FormState.New(desk.NewKey(), open.Head.Version), [], null, StatusCodes.Status200OK, cancellation),
            Opening.Missing => Pages.NotFound(),
            _ => Pages.Forbidden(),
        };

    [Function("Concerns_CaseAssess")]
    [Requires(Permission.AssessConcern)]
    public async Task<IResult> Assess(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "synpunkter/arende/{id:length(27)}/bedomning")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        var opening = await desk.OpenAsync(request, id, cancellation);
        if (opening is not Opening.Opened { Concern: { Access.Assesses: true } open })
            return opening is Opening.Missing ? Pages.NotFound() : Pages.Forbidden();
        var envelope = Envelopes.ForChange(
            desk.ContextFor(open, Permission.AssessConcern), open.InForce.Hash, form, form.Body);
        var texts = DraftTexts.For(open, "assessment", envelope);
        var (place, matches, fault) = await ReadUnitAsync(form, cancellation);
        var command = new ConcernCommand.Assess(
            FormInput.Code(form["kind"]), FormInput.Code(form["category"]), FormInput.Code(form["area"]), FormInput.Severity(form["severity"]),
            place, FormInput.Name<ConcernOutcome>(form["outcome"]), texts.Add("reason", form["reason"], form.Numbers("reason")), open.Rules);
        return await desk.ChangeAsync(open, command, texts, envelope, cancellation) switch
        {
            Outcome<ConcernState>.Done done => Pages.SeeOther(AfterChange(open, done.State)),
            Outcome<ConcernState>.Refused refused => await ShowAsync(
                open, form.WithErrors(refused.Reasons.Select(reason => Sharpen(reason, fault))), matches, null,
                StatusCodes.Status422UnprocessableEntity, cancellation),
            Outcome<ConcernState>.Conflict conflict => await ShowAsync(
                open.At(conflict.Head, conflict.State), form.With(desk.NewKey(), conflict.Head.Version), matches, form.ExpectedVersion,
                StatusCodes.Status409Conflict, cancellation),
            Outcome<ConcernState>.KeyReused => await ShowAsync(
                open, form.WithErrors(new Refusal(WebRefusals.KeyReused)).With(desk.NewKey(), open.Head.Version), matches, null,
                StatusCodes.Status422UnprocessableEntity, cancellation),
            _ => Pages.NotFound(),
        };
    }

    [Function("Concerns_Attachment")]
    [Requires(Permission.ReadOwnConcerns)]
    public async Task<IResult> Attachment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "synpunkter/arende/{id:length(27)}/bilaga/{number:int:min(1)}")] HttpRequest request,
        string id, int number, CancellationToken cancellation)
    {
        var opening = await desk.OpenAsync(request, id, cancellation);
        if (opening is not Opening.Opened { Concern: var open })
            return opening is Opening.Missing ? Pages.NotFound() : Pages.Forbidden();
        if (number > open.File.Attachments.Count)
            return Pages.NotFound();
        var attachment = open.File.Attachments[number - 1];
        var texts = await desk.TextsAsync(open.Id, cancellation);
        LogHandedOut(open.Reference);
        return Results.Redirect((await attachments.LinkAsync(open.Id, attachment, texts.FileName(attachment), cancellation)).AbsoluteUri);
    }

    /// <summary>Where somebody goes after a change: back to the concern, or to the inbox when it has left their boards.</summary>
    internal static string AfterChange(OpenConcern open, ConcernState state) =>
        ConcernAccess.Of(open.User, state.FileOrNone!, open.Hashes).Any ? $"/synpunkter/arende/{open.Id}" : "/synpunkter/inkorg";

    /// <summary>The unit found out at the assessment; null when none was named.</summary>
    private async Task<(ConcernPlace? Place, IReadOnlyList<UnitIndexRow> Matches, string? Fault)> ReadUnitAsync(FormState form, CancellationToken cancellation)
    {
        if (form["unit"].Length > 0)
            return (await units.FindAsync(form["unit"], cancellation), [], null);
        if (TypedText.IsBlank(form["unitName"]))
            return (null, [], null);
        var matches = ConcernUnits.Match(await units.AllAsync(cancellation), form["unitName"]);
        return matches is [var only]
            ? (new ConcernPlace.AtUnit(only.ToUnit()), [], null)
            : (new ConcernPlace.NotChosen(), matches, matches.Count == 0 ? ConcernEdgeRefusals.UnitNotFound : ConcernEdgeRefusals.UnitAmbiguous);
    }

    private static Refusal Sharpen(Refusal reason, string? fault) => reason.Code == ConcernRefusals.UnitRequired && fault is not null
        ? new Refusal(fault, fault == ConcernEdgeRefusals.UnitAmbiguous ? "unit" : "unitName")
        : reason;

    private async Task<IResult> ShowAsync(
        OpenConcern open, FormState form, IReadOnlyList<UnitIndexRow> matches, int? conflictSince, int status, CancellationToken cancellation)
    {
        var texts = await desk.TextsAsync(open.Id, cancellation);
        var history = await desk.HistoryAsync(open.Id, cancellation);
        var listed = open.Access.Assesses && open.File.Unit is null ? await units.AllAsync(cancellation) : [];
        var shown = new ConcernCase(open, texts, ConcernTimeline.Of(history, texts, open.InForce.Settings, open.Access), listed);
        return Pages.Show<ConcernCasePage>(new { Case = shown, Form = form, Matches = matches, ConflictSince = conflictSince }, status);
    }

    [LoggerMessage(5001, LogLevel.Information, "A link to an attachment of {Reference} was handed out")]
    private partial void LogHandedOut(string reference);
}
