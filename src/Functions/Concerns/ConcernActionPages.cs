using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Concerns;
using Oversight.Functions.Concerns.Screens;
using Oversight.Functions.Identity;
using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions.Concerns;

/// <summary>Everything else that is done with a concern: each a small page of its own.</summary>
public sealed class ConcernActionPages(ConcernDesk desk, ConcernUnits units, ConcernCommands commands)
{
    private const string Case = "synpunkter/arende/{id:length(27)}";

    [Function("Concerns_ActionCorrectForm")]
    [Requires(Permission.ReadOwnConcerns)]
    public Task<IResult> CorrectForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Case + "/ratta")] HttpRequest request, string id, CancellationToken cancellation) =>
        FormAsync(request, id, ConcernAction.Correct, cancellation);

    [Function("Concerns_ActionCorrectPost")]
    [Requires(Permission.ReadOwnConcerns)]
    public Task<IResult> CorrectPost(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Case + "/ratta")] HttpRequest request, string id, CancellationToken cancellation) =>
        PostAsync(request, id, ConcernAction.Correct, cancellation);

    [Function("Concerns_ActionLinkForm")]
    [Requires(Permission.AssessConcern)]
    public Task<IResult> LinkForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Case + "/koppla")] HttpRequest request, string id, CancellationToken cancellation) =>
        FormAsync(request, id, ConcernAction.Link, cancellation);

    [Function("Concerns_ActionLinkPost")]
    [Requires(Permission.AssessConcern)]
    public Task<IResult> LinkPost(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Case + "/koppla")] HttpRequest request, string id, CancellationToken cancellation) =>
        PostAsync(request, id, ConcernAction.Link, cancellation);

    [Function("Concerns_ActionMaskForm")]
    [Requires(Permission.AssessConcern)]
    public Task<IResult> MaskForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Case + "/maskera")] HttpRequest request, string id, CancellationToken cancellation) =>
        FormAsync(request, id, ConcernAction.Mask, cancellation);

    [Function("Concerns_ActionMaskPost")]
    [Requires(Permission.AssessConcern)]
    public Task<IResult> MaskPost(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Case + "/maskera")] HttpRequest request, string id, CancellationToken cancellation) =>
        PostAsync(request, id, ConcernAction.Mask, cancellation);

    [Function("Concerns_ActionMoveForm")]
    [Requires(Permission.AssessConcern)]
    public Task<IResult> MoveForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Case + "/flytta")] HttpRequest request, string id, CancellationToken cancellation) =>
        FormAsync(request, id, ConcernAction.Move, cancellation);

    [Function("Concerns_ActionMovePost")]
    [Requires(Permission.AssessConcern)]
    public Task<IResult> MovePost(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Case + "/flytta")] HttpRequest request, string id, CancellationToken cancellation) =>
        PostAsync(request, id, ConcernAction.Move, cancellation);

    [Function("Concerns_ActionUnitForm")]
    [Requires(Permission.AssessConcern)]
    public Task<IResult> UnitForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Case + "/enhet")] HttpRequest request, string id, CancellationToken cancellation) =>
        FormAsync(request, id, ConcernAction.LinkToUnit, cancellation);

    [Function("Concerns_ActionUnitPost")]
    [Requires(Permission.AssessConcern)]
    public Task<IResult> UnitPost(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Case + "/enhet")] HttpRequest request, string id, CancellationToken cancellation) =>
        PostAsync(request, id, ConcernAction.LinkToUnit, cancellation);

    [Function("Concerns_ActionUnlinkPost")]
    [Requires(Permission.AssessConcern)]
    public Task<IResult> UnlinkPost(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Case + "/koppla/bort")] HttpRequest request, string id, CancellationToken cancellation) =>
        PostAsync(request, id, ConcernAction.Unlink, cancellation);

    [Function("Concerns_ActionWithdrawForm")]
    [Requires(Permission.ReadOwnConcerns)]
    public Task<IResult> WithdrawForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Case + "/aterkalla")] HttpRequest request, string id, CancellationToken cancellation) =>
        FormAsync(request, id, ConcernAction.Withdraw, cancellation);

    [Function("Concerns_ActionWithdrawPost")]
    [Requires(Permission.ReadOwnConcerns)]
    public Task<IResult> WithdrawPost(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Case + "/aterkalla")] HttpRequest request, string id, CancellationToken cancellation) =>
        PostAsync(request, id, ConcernAction.Withdraw, cancellation);

    private async Task<IResult> FormAsync(HttpRequest request, string id, ConcernAction action, CancellationToken cancellation)
    {
        var opening = await desk.OpenAsync(request, id, cancellation);
        if (opening is not Opening.Opened { Concern: var open } || !action.IsAllowed(open.Access))
            return opening is Opening.Missing ? Pages.NotFound() : Pages.Forbidden();
        var form = FormState.New(desk.NewKey(), open.Head.Version);
        return await ShowAsync(open, action, form, [], false, StatusCodes.Status200OK, cancellation);
    }

    private async Task<IResult> PostAsync(HttpRequest request, string id, ConcernAction action, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        var opening = await desk.OpenAsync(request, id, cancellation);
        if (opening is not Opening.Opened { Concern: var open } || !action.IsAllowed(open.Access))
            return opening is Opening.Missing ? Pages.NotFound() : Pages.Forbidden();
        var envelope = Envelopes.ForChange(
            desk.ContextFor(open, action.PermissionFor(open.Access)), open.InForce.Hash, form, form.Body);
        var texts = DraftTexts.For(open, action, envelope);
        var built = await commands.BuildAsync(action, open, form, texts, cancellation);
        if (built.Fault is { } fault)
            return await ShowAsync(open, action, form.WithErrors(fault), built.Matches, false, StatusCodes.Status422UnprocessableEntity, cancellation);
        return await desk.ChangeAsync(open, built.Command!, texts, envelope, cancellation) switch
        {
            Outcome<ConcernState>.Done done => Pages.SeeOther(ConcernCasePages.AfterChange(open, done.State)),
            Outcome<ConcernState>.Refused refused => await ShowAsync(
                open, action, form.WithErrors(refused.Reasons), built.Matches, false, StatusCodes.Status422UnprocessableEntity, cancellation),
            Outcome<ConcernState>.Conflict conflict => await ShowAsync(
                open.At(conflict.Head, conflict.State), action, form.With(desk.NewKey(), conflict.Head.Version), built.Matches, true,
                StatusCodes.Status409Conflict, cancellation),
            Outcome<ConcernState>.KeyReused => await ShowAsync(
                open, action, form.WithErrors(new Refusal(WebRefusals.KeyReused)).With(desk.NewKey(), open.Head.Version), built.Matches, false,
                StatusCodes.Status422UnprocessableEntity, cancellation),
            _ => Pages.NotFound(),
        };
    }

    private async Task<IResult> ShowAsync(
        OpenConcern open, ConcernAction action, FormState form, IReadOnlyList<UnitIndexRow> matches, bool isConflict, int status,
        CancellationToken cancellation)
    {
        var texts = await desk.TextsAsync(open.Id, cancellation);
        var listed = action is ConcernAction.Move or ConcernAction.LinkToUnit ? await units.AllAsync(cancellation) : [];
        return Pages.Show<ConcernActionPage>(
            new { Case = new ConcernCase(open, texts, [], listed), Action = action, Form = form, Matches = matches, IsConflict = isConflict }, status);
    }
}
