using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Providers.Api;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Providers;
using Oversight.Providers.Import;

namespace Oversight.Functions.Providers.Pages;

public sealed class ImportPages(RegisterCalls calls, Imports imports, ImportApi api)
{
    private const string Accept = "las-in";

    [Function("ImportPages_Form")]
    [Requires(Permission.EditRegister)]
    public async Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "anordnare/import")] HttpRequest request,
        CancellationToken cancellation) =>
        Show(FormState.New(calls.Fresh().Value), await calls.OpenAsync(request, Permission.EditRegister, cancellation));

    [Function("ImportPages_Post")]
    [Requires(Permission.EditRegister)]
    public async Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "anordnare/import")] HttpRequest request,
        CancellationToken cancellation)
    {
        var (form, isTooLarge) = await FormState.ReadWithFilesAsync(request, cancellation);
        var call = await calls.OpenAsync(request, Permission.EditRegister, cancellation);
        var tooLarge = new Refusal(ImportRefusals.TooLarge, "file",
            $"{call.Settings.Limits.ImportBytes / BodyLimits.Megabyte}");
        if (isTooLarge)
            return Show(form.WithErrors(tooLarge), call, status: StatusCodes.Status413PayloadTooLarge);
        if (form.File("file") is not { } sent)
            return Show(form.WithErrors(new Refusal(RegisterEdgeRefusals.FileMissing, "file")), call);
        if (sent.Length > call.Settings.Limits.ImportBytes)
            return Show(form.WithErrors(tooLarge), call);
        using var kept = new MemoryStream();
        await sent.CopyToAsync(kept, cancellation);
        var file = new ReadOnlyMemory<byte>(kept.GetBuffer(), 0, (int)kept.Length);
        var id = call.NewId(form.IdempotencyKey, calls.Fresh());
        if (form["action"] != Accept)
            return Show(form, call, await imports.CheckAsync(id, file, call, cancellation));
        var (outcome, problems) = await imports.AcceptAsync(id, file, call,
            call.Envelope(form, ImportFiles.HashOf(file)), cancellation);
        return outcome switch
        {
            null => Show(form, call, new ImportPlan.Rejected(problems)),
            Outcome<ImportState>.Done done => Web.Pages.SeeOther($"/anordnare/import/{done.Head.Id}"),
            Outcome<ImportState>.Refused refused => Show(form.WithErrors(refused.Reasons), call),
            _ => Show(form.With(calls.Fresh().Value, null).WithErrors(new Refusal(WebRefusals.FormUsed)), call),
        };
    }

    [Function("ImportPages_Import")]
    [Requires(Permission.EditRegister)]
    public async Task<IResult> Import(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "anordnare/import/{id:length(27)}")]
        HttpRequest request, string id,
        CancellationToken cancellation) =>
        Id.TryParse(id, out var importId) && await imports.LoadAsync(importId, cancellation) is { } folded
            ? Web.Pages.Show<ImportStatusPage>(new { folded.Head, folded.State })
            : Web.Pages.NotFound();

    [Function("ImportPages_Export")]
    [Requires(Permission.ReadRegister)]
    public Task<IResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "anordnare/export")] HttpRequest request,
        CancellationToken cancellation) =>
        api.Export(request, cancellation);

    private static IResult Show(FormState form, RegisterCall call, ImportPlan? plan = null, int? status = null) =>
        Web.Pages.Show<ImportPage>(
            new { Form = form, Plan = plan, call.Rules },
            status
                ?? (form.HasErrors || plan is ImportPlan.Rejected
                    ? StatusCodes.Status422UnprocessableEntity
                    : StatusCodes.Status200OK));
}
