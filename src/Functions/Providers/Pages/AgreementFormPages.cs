using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Providers.Api;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Providers;
using static Oversight.Functions.Providers.Pages.FormDesk;

namespace Oversight.Functions.Providers.Pages;

public sealed class AgreementFormPages(RegisterCalls calls, ProviderDesk providers)
{
    [Function("AgreementForms_New")]
    [Requires(Permission.EditRegister)]
    public async Task<IResult> ShowNew(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "anordnare/{id:length(27)}/avtal/nytt")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var providerId) || await providers.LoadAsync(providerId, cancellation) is not { State: ProviderState.Registered provider } folded)
            return Web.Pages.NotFound();
        var call = await calls.OpenAsync(request, Permission.EditRegister, cancellation);
        return Show(NewSpec(call, providerId, provider), FormState.New(calls.Fresh().Value, folded.Head.Version));
    }

    [Function("AgreementForms_PostNew")]
    [Requires(Permission.EditRegister)]
    public async Task<IResult> PostNew(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "anordnare/{id:length(27)}/avtal/nytt")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var providerId) || await providers.LoadAsync(providerId, cancellation) is not { State: ProviderState.Registered provider })
            return Web.Pages.NotFound();
        var form = await FormState.ReadAsync(request, cancellation);
        var call = await calls.OpenAsync(request, Permission.EditRegister, cancellation);
        var spec = NewSpec(call, providerId, provider);
        var fields = Fields(form);
        var command = RegisterForms.Agreement(fields, call.NewId(form.IdempotencyKey, calls.Fresh(), "agreement"), call.Rules);
        if (!fields.HasFailed && call.Settings.Board(command.Board) is not null && !call.MayEdit(command.Board))
            return Show(spec, form.WithErrors(new Refusal(RegisterEdgeRefusals.ForeignBoard, "board")));
        return await FinishAsync(spec, form, fields, providerId, provider, command, call, cancellation);
    }

    [Function("AgreementForms_Change")]
    [Requires(Permission.EditRegister)]
    public async Task<IResult> ShowChange(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "anordnare/{id:length(27)}/avtal/{agreementId:length(27)}")] HttpRequest request,
        string id, string agreementId, CancellationToken cancellation)
    {
        if (await FindAsync(id, agreementId, cancellation) is not var (providerId, version, provider, agreement))
            return Web.Pages.NotFound();
        var call = await calls.OpenAsync(request, Permission.EditRegister, cancellation);
        if (!call.MayEdit(agreement.Board))
            return Web.Pages.Forbidden();
        var terms = agreement.Terms;
        var values = new Dictionary<string, string>
        {
            ["validFrom"] = RegisterWording.Iso(terms.ValidFrom),
            ["validTo"] = RegisterWording.Iso(terms.ValidTo),
            ["responsibleDelegate"] = terms.ResponsibleDelegate ?? "",
            ["diaryNumber"] = terms.DiaryNumber ?? "",
        };
        return Show(ChangeSpec(call, providerId, provider, agreement), FormState.New(calls.Fresh().Value, version, values), new Dictionary<string, IReadOnlyList<string>>
        {
            ["services"] = [.. terms.Services.Select(code => code.Value)],
            ["targetGroups"] = [.. terms.TargetGroups.Select(code => code.Value)],
        });
    }

    [Function("AgreementForms_PostChange")]
    [Requires(Permission.EditRegister)]
    public async Task<IResult> PostChange(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "anordnare/{id:length(27)}/avtal/{agreementId:length(27)}")] HttpRequest request,
        string id, string agreementId, CancellationToken cancellation)
    {
        if (await FindAsync(id, agreementId, cancellation) is not var (providerId, _, provider, agreement))
            return Web.Pages.NotFound();
        var form = await FormState.ReadAsync(request, cancellation);
        var call = await calls.OpenAsync(request, Permission.EditRegister, cancellation);
        if (!call.MayEdit(agreement.Board))
            return Web.Pages.Forbidden();
        var fields = Fields(form);
        var command = RegisterForms.AgreementChange(fields, agreement.Id, call.Rules);
        return await FinishAsync(ChangeSpec(call, providerId, provider, agreement), form, fields, providerId, provider, command, call, cancellation);
    }

    private async Task<IResult> FinishAsync(
        FormSpec spec, FormState form, FieldReader fields, Id providerId, ProviderState.Registered provider, ProviderCommand command, RegisterCall call,
        CancellationToken cancellation)
    {
        if (fields.HasFailed)
            return Show(spec, form.WithErrors(fields.And(RegisterApi.Refusals(ProviderDecider.Decide(provider, command, call.Context)))));
        var outcome = await providers.ChangeAsync(providerId, command, call.EnvelopeForChange(form, Typed(spec, form)), cancellation);
        return Answer(outcome, spec, form, calls.Fresh(), head => $"/anordnare/{head.Id}");
    }

    private async Task<(Id ProviderId, int Version, ProviderState.Registered Provider, Agreement Agreement)?> FindAsync(
        string id, string agreementId, CancellationToken cancellation) =>
        Id.TryParse(id, out var providerId) && Id.TryParse(agreementId, out var known)
            && await providers.LoadAsync(providerId, cancellation) is { State: ProviderState.Registered provider } folded
            && provider.Agreement(known) is { } agreement
            ? (providerId, folded.Head.Version, provider, agreement)
            : null;

    private static FormSpec NewSpec(RegisterCall call, Id id, ProviderState.Registered provider) => new(
        "Nytt avtal", null, Trail(new Crumb(provider.Names.Latest(), $"/anordnare/{id}")), $"/anordnare/{id}/avtal/nytt",
        RegisterFormFields.Agreement(call.Settings, call.Rules), "Registrera avtalet", $"/anordnare/{id}");

    private static FormSpec ChangeSpec(RegisterCall call, Id id, ProviderState.Registered provider, Agreement agreement) => new(
        $"Ändra avtal {agreement.Key}", "Villkoren före ändringen står kvar i historiken.", Trail(new Crumb(provider.Names.Latest(), $"/anordnare/{id}")),
        $"/anordnare/{id}/avtal/{agreement.Id}", [RegisterFormFields.From, .. RegisterFormFields.Terms(call.Rules)], "Spara ändringen", $"/anordnare/{id}");
}
