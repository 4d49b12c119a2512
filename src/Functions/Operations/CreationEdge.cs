using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
using Oversight.Functions.Telemetry;
using Oversight.Functions.Web;

namespace Oversight.Functions.Operations;

/// <summary>The way of every operation that makes something, once for pages and API.</summary>
public sealed class CreationEdge<TScene>(
    Creation<TScene> creation, FormBuilder forms, Lookups lookups, CommandContexts contexts, TimeProvider clock)
    where TScene : class, IScene
{
    public async Task<IResult> FormAsync(HttpRequest request, string? parent, CancellationToken cancellation)
    {
        var (scene, no) = await OpenAsync(request, parent, cancellation);
        return scene is null
            ? no is Opening<TScene>.Missing ? Pages.NotFound() : Pages.Forbidden()
            : await ShowAsync(scene, await NewAsync(request, scene, cancellation), None, StatusCodes.Status200OK,
                cancellation);
    }

    /// <summary>
    /// The form for a page that shows it among other things; null where this person may not make one.
    /// </summary>
    public async Task<OperationForm?> EmbedAsync(HttpRequest request, string? parent, CancellationToken cancellation) =>
        await OpenAsync(request, parent, cancellation) is ({ } scene, _)
            ? await BuildAsync(scene, await NewAsync(request, scene, cancellation), None, cancellation)
            : null;

    public async Task<IResult> PostAsync(HttpRequest request, string? parent, CancellationToken cancellation)
    {
        var (form, tooLarge) = await FilesField.ReadFormAsync(request, creation.Fields, cancellation);
        var (scene, no) = await OpenAsync(request, parent, cancellation);
        if (scene is null)
            return no is Opening<TScene>.Missing ? Pages.NotFound() : Pages.Forbidden();
        if (tooLarge is not null)
        {
            return await ShowAsync(
                scene, form.WithErrors(tooLarge.Refuse(scene.InForce)), None, StatusCodes.Status413PayloadTooLarge,
                cancellation);
        }

        var (outcome, values) = await RunAsync(scene, form, form.IdempotencyKey, cancellation);
        return outcome switch
        {
            Outcome<Made>.Done { State: var made } => Pages.SeeOther(creation.After(made)),
            Outcome<Made>.Refused refused => await ShowAsync(
                scene, form.WithErrors(refused.Reasons), values.Looked, StatusCodes.Status422UnprocessableEntity,
                cancellation),
            Outcome<Made>.KeyReused => await ShowAsync(
                scene, form.WithErrors(new Refusal(WebRefusals.FormUsed)).With(clock.NewKey(), null), values.Looked,
                StatusCodes.Status422UnprocessableEntity, cancellation),
            var other => throw new InvalidOperationException($"{creation.Name.Name} ended as {other.GetType().Name}."),
        };
    }

    public async Task<IResult> CallAsync(HttpRequest request, string? parent, CancellationToken cancellation)
    {
        if (creation.NeedsKey && request.IdempotencyKey() is null)
            return Problems.BadRequest(WebRefusals.KeyMissing);
        var (sent, problem) = await CallFields.ReadAsync(request, creation.Fields, cancellation);
        if (sent is null)
            return problem!;
        var (scene, no) = await OpenAsync(request, parent, cancellation);
        if (scene is null)
            return no is Opening<TScene>.Missing ? Problems.NotFound() : Problems.Forbidden();
        var (outcome, _) = await RunAsync(scene, sent, request.IdempotencyKey(), cancellation);
        return outcome switch
        {
            Outcome<Made>.Done { State: { IsNew: true } made } =>
                ApiResult.Created(made.Address, made.Answer, made.Version),
            Outcome<Made>.Done { State: var known } => ApiResult.Json(known.Answer, known.Version),
            Outcome<Made>.Refused refused => Problems.From(refused.Reasons),
            Outcome<Made>.KeyReused => Problems.KeyReused(),
            var other => throw new InvalidOperationException($"{creation.Name.Name} ended as {other.GetType().Name}."),
        };
    }

    private async Task<(Outcome<Made> Outcome, FieldValues Values)> RunAsync(
        TScene scene, FormState sent, string? key, CancellationToken cancellation)
    {
        var values = await FieldValues.ReadAsync(creation.Fields, sent, lookups, cancellation);
        var envelope = Envelopes.ForNew(ContextFor(scene), scene.InForce.Hash, key, values.Body);
        var identity = new NewIdentity(scene.User.UserId, key, Id.From(Guid.CreateVersion7(clock.GetUtcNow())));
        using var span = Tracing.Operation(creation.Name.Name, null);
        var outcome = await creation.RunAsync(scene, values, identity, envelope, cancellation);
        span?.SetTag(Tracing.OutcomeOf, Tracing.Word(outcome));
        return (outcome, values);
    }

    /// <summary>What the form holds from the start, what a link has filled in, and a new key.</summary>
    private async Task<FormState> NewAsync(HttpRequest request, TScene scene, CancellationToken cancellation)
    {
        var values = new Dictionary<string, string>(creation.Present(scene));
        foreach (var field in creation.Fields.Where(field => request.Query.ContainsKey(field.Name)))
        {
            var linked = TypedText.Clean(request.Query[field.Name].ToString());
            values[field.Name] = field is LookupField lookup
                ? await lookups.LabelAsync(lookup, linked, cancellation)
                : linked;
        }

        return FormState.New(clock.NewKey(), values: values);
    }

    private static IReadOnlyDictionary<string, Looked> None { get; } = new Dictionary<string, Looked>();

    private async Task<(TScene? Scene, Opening<TScene> Opening)> OpenAsync(
        HttpRequest request, string? parent, CancellationToken cancellation)
    {
        var opening = await creation.OpenAsync(request, parent, cancellation);
        return opening is Opening<TScene>.Opened { Subject: var scene } && creation.IsFor(scene)
            ? (scene, opening)
            : (null, opening);
    }

    private CommandContext ContextFor(TScene scene)
    {
        var board = creation.BoardOf(scene);
        return contexts.For(scene.User, Access.ActingRole(scene.User, creation.Permission, board), board);
    }

    private async Task<IResult> ShowAsync(
        TScene scene, FormState form, IReadOnlyDictionary<string, Looked> found, int status,
        CancellationToken cancellation)
    {
        var trail = creation.Trail(scene);
        return Pages.Show(
            creation.Screen,
            new
            {
                Shown = await BuildAsync(scene, form, found, cancellation),
                Lead = creation.Lead(scene),
                Trail = trail,
                CancelHref = trail.Count > 0 ? trail[^1].Href : "/",
            },
            status);
    }

    private Task<OperationForm> BuildAsync(
        TScene scene, FormState form, IReadOnlyDictionary<string, Looked> found, CancellationToken cancellation) =>
        forms.BuildAsync(
            creation, creation.Fields, creation.Form(scene), form, scene.InForce,
            field => new(creation.ChoicesOf(scene, field)), found, cancellation);
}
