using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
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
            : await ShowAsync(scene, New(request, scene), None, StatusCodes.Status200OK, cancellation);
    }

    /// <summary>The form for a page that shows it among other things; null where this person may not make one.</summary>
    public async Task<OperationForm?> EmbedAsync(HttpRequest request, string? parent, CancellationToken cancellation) =>
        await OpenAsync(request, parent, cancellation) is ({ } scene, _) ? await BuildAsync(scene, New(request, scene), None, cancellation) : null;

    public async Task<IResult> PostAsync(HttpRequest request, string? parent, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        var (scene, no) = await OpenAsync(request, parent, cancellation);
        if (scene is null)
            return no is Opening<TScene>.Missing ? Pages.NotFound() : Pages.Forbidden();
        var found = await lookups.FindAsync(creation.Fields, form, cancellation);
        var envelope = Envelopes.ForNew(ContextFor(scene), scene.InForce.Hash, form.IdempotencyKey, form.Body);
        return await creation.RunAsync(scene, new FieldValues(form, found), Identity(scene, form.IdempotencyKey), envelope, cancellation) switch
        {
            Outcome<Made>.Done { State: var made } => Pages.SeeOther(DoneNotice.Done(made.Page, creation)),
            Outcome<Made>.Refused refused => await ShowAsync(
                scene, form.WithErrors(refused.Reasons), found, StatusCodes.Status422UnprocessableEntity, cancellation),
            Outcome<Made>.KeyReused => await ShowAsync(
                scene, form.WithErrors(new Refusal(WebRefusals.FormUsed)).With(clock.NewKey(), null), found,
                StatusCodes.Status422UnprocessableEntity, cancellation),
            var other => throw new InvalidOperationException($"{creation.Name.Name} ended as {other.GetType().Name}."),
        };
    }

    public async Task<IResult> CallAsync(HttpRequest request, string? parent, CancellationToken cancellation)
    {
        var (sent, problem) = await JsonFields.ReadAsync(request, creation.Fields, cancellation);
        if (sent is null)
            return problem!;
        var (scene, no) = await OpenAsync(request, parent, cancellation);
        if (scene is null)
            return no is Opening<TScene>.Missing ? Problems.NotFound() : Problems.Forbidden();
        var found = await lookups.FindAsync(creation.Fields, sent, cancellation);
        var envelope = Envelopes.ForNew(ContextFor(scene), scene.InForce.Hash, request.IdempotencyKey(), sent.Body);
        return await creation.RunAsync(scene, new FieldValues(sent, found), Identity(scene, request.IdempotencyKey()), envelope, cancellation) switch
        {
            Outcome<Made>.Done { State: { IsNew: true } made } => ApiResult.Created(made.Address, made.Answer, made.Version),
            Outcome<Made>.Done { State: var known } => ApiResult.Json(known.Answer, known.Version),
            Outcome<Made>.Refused refused => Problems.From(refused.Reasons),
            Outcome<Made>.KeyReused => Problems.KeyReused(),
            var other => throw new InvalidOperationException($"{creation.Name.Name} ended as {other.GetType().Name}."),
        };
    }

    /// <summary>What the form holds from the start, what a link has filled in, and a new key.</summary>
    private FormState New(HttpRequest request, TScene scene)
    {
        var values = new Dictionary<string, string>(creation.Present(scene));
        foreach (var field in creation.Fields.Where(field => request.Query.ContainsKey(field.Name)))
            values[field.Name] = TypedText.Clean(request.Query[field.Name].ToString());
        return FormState.New(clock.NewKey(), values: values);
    }

    private static IReadOnlyDictionary<string, Looked> None { get; } = new Dictionary<string, Looked>();

    private NewIdentity Identity(TScene scene, string? key) =>
        new(scene.User.UserId, key, Id.From(Guid.CreateVersion7(clock.GetUtcNow())));

    private async Task<(TScene? Scene, Opening<TScene> Opening)> OpenAsync(
        HttpRequest request, string? parent, CancellationToken cancellation)
    {
        var opening = await creation.OpenAsync(request, parent, cancellation);
        return opening is Opening<TScene>.Opened { Subject: var scene } && creation.IsFor(scene) ? (scene, opening) : (null, opening);
    }

    private CommandContext ContextFor(TScene scene) =>
        contexts.For(scene.User, Access.ActingRole(scene.User, creation.Permission, creation.BoardOf(scene)));

    private async Task<IResult> ShowAsync(
        TScene scene, FormState form, IReadOnlyDictionary<string, Looked> found, int status, CancellationToken cancellation)
    {
        var trail = creation.Trail(scene);
        return Pages.Show<OperationPage>(
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
        TScene scene, FormState form, IReadOnlyDictionary<string, Looked> found, CancellationToken cancellation) => forms.BuildAsync(
            creation, creation.Fields, creation.Form(scene), form, scene.InForce,
            field => new(creation.ChoicesOf(scene, field)), found, cancellation);
}
