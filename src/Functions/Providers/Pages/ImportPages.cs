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

    /// <summary>In the form: the file that was looked through.</summary>
    public const string Reviewed = "granskad";

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
        if (form.File("file") is { } tried && tried.Length > call.Settings.Limits.ImportBytes)
            return Show(form.WithErrors(tooLarge), call);
        if (await FileAsync(form, call.Settings.Limits.ImportBytes, cancellation) is not { } file)
            return Show(form.WithErrors(new Refusal(RegisterEdgeRefusals.FileMissing, "file")), call);
        var id = call.NewId(form.IdempotencyKey, calls.Fresh());
        if (form["action"] != Accept)
        {
            var plan = await imports.CheckAsync(id, file, call, cancellation);
            var reviewed = plan is ImportPlan.Ready { Steps.Count: > 0 } ? ReviewedFile.Pack(file) : null;
            return Show(form, call, plan, reviewed: reviewed);
        }

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

    /// <summary>The file that is sent, else the one that was looked through; null: neither.</summary>
    private static async Task<ReadOnlyMemory<byte>?> FileAsync(
        FormState form, int most, CancellationToken cancellation)
    {
        if (form.File("file") is not { } sent)
            return ReviewedFile.Unpack(form[Reviewed], most);
        using var kept = new MemoryStream();
        await sent.CopyToAsync(kept, cancellation);
        return new ReadOnlyMemory<byte>(kept.GetBuffer(), 0, (int)kept.Length);
    }

    private static IResult Show(
        FormState form, RegisterCall call, ImportPlan? plan = null, int? status = null, string? reviewed = null) =>
        Web.Pages.Show<ImportPage>(
            new { Form = form, Plan = plan, ReviewedFile = reviewed, call.Rules },
            status
                ?? (form.HasErrors || plan is ImportPlan.Rejected
                    ? StatusCodes.Status422UnprocessableEntity
                    : StatusCodes.Status200OK));
}
