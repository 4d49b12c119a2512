using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Providers.Api;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Providers;
using static Oversight.Functions.Providers.Pages.FormDesk;

namespace Oversight.Functions.Providers.Pages;

public sealed class UnitFormPages(RegisterCalls calls, ProviderDesk providers, UnitDesk units, Views views)
{
    [Function("UnitForms_New")]
    [Requires(Permission.EditRegister)]
    public async Task<IResult> ShowNew(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "anordnare/{id:length(27)}/enhet/ny")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var providerId) || await providers.LoadAsync(providerId, cancellation) is not { State: ProviderState.Registered provider })
            return Web.Pages.NotFound();
        var call = await calls.OpenAsync(request, Permission.EditRegister, cancellation);
        return Show(NewSpec(call, providerId, provider), FormState.New(calls.Fresh().Value));
    }

    [Function("UnitForms_PostNew")]
    [Requires(Permission.EditRegister)]
    public async Task<IResult> PostNew(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "anordnare/{id:length(27)}/enhet/ny")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var providerId) || await providers.LoadAsync(providerId, cancellation) is not { State: ProviderState.Registered provider })
            return Web.Pages.NotFound();
        var form = await FormState.ReadAsync(request, cancellation);
        var call = await calls.OpenAsync(request, Permission.EditRegister, cancellation);
        var spec = NewSpec(call, providerId, provider);
        if (!Id.TryParse(form["agreementId"], out var agreementId) || provider.Agreement(agreementId) is not { } agreement)
            return Show(spec, form.WithErrors(new Refusal(RegisterEdgeRefusals.AgreementUnknown, "agreementId")));
        if (!call.MayEdit(agreement.Board))
            return Show(spec, form.WithErrors(new Refusal(RegisterEdgeRefusals.ForeignBoard, "agreementId")));
        var (fields, fresh) = (Fields(form), calls.Fresh());
        var unitId = call.NewId(form.IdempotencyKey, fresh);
        var command = RegisterForms.Unit(
            fields, unitId, call.NewId(form.IdempotencyKey, fresh, "manager"), provider.Facts(providerId, agreement), call.Rules);
        if (fields.HasFailed)
            return Show(spec, form.WithErrors(fields.And(RegisterApi.Refusals(UnitDecider.Decide(UnitState.Initial, command, call.Context)))));
        var outcome = await units.RegisterAsync(unitId, command, call.Envelope(form, Typed(spec, form)), cancellation);
        return Answer(outcome, spec, form, calls.Fresh(), head => $"/enheter/{head.Id}");
    }

    [Function("UnitForms_Change")]
    [Requires(Permission.EditRegister)]
    public async Task<IResult> ShowChange(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "enheter/{id:length(27)}/andra/{what:alpha}")] HttpRequest request,
        string id, string what, CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var unitId) || await units.LoadAsync(unitId, cancellation) is not { State: UnitState.Registered unit } folded)
            return Web.Pages.NotFound();
        var call = await calls.OpenAsync(request, Permission.EditRegister, cancellation);
        if (!call.MayEdit(unit.Agreement.Board))
            return Web.Pages.Forbidden();
        if (await ChangeAsync(what, unitId, unit, call, cancellation) is not { } change)
            return Web.Pages.NotFound();
        return Show(change, FormState.New(calls.Fresh().Value, folded.Head.Version, UnitChanges.Values(unit)), new Dictionary<string, IReadOnlyList<string>>
        {
            ["services"] = [.. unit.Details.Services.Select(code => code.Value)],
            ["targetGroups"] = [.. unit.Details.TargetGroups.Select(code => code.Value)],
        });
    }

    [Function("UnitForms_PostChange")]
    [Requires(Permission.EditRegister)]
    public async Task<IResult> PostChange(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "enheter/{id:length(27)}/andra/{what:alpha}")] HttpRequest request,
        string id, string what, CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var unitId) || await units.LoadAsync(unitId, cancellation) is not { State: UnitState.Registered unit })
            return Web.Pages.NotFound();
        var form = await FormState.ReadAsync(request, cancellation);
        var call = await calls.OpenAsync(request, Permission.EditRegister, cancellation);
        if (!call.MayEdit(unit.Agreement.Board))
            return Web.Pages.Forbidden();
        if (await ChangeAsync(what, unitId, unit, call, cancellation) is not { } change)
            return Web.Pages.NotFound();
        var fields = Fields(form);
        if (await CommandAsync(what, form, fields, call, cancellation) is not { } command)
            return Show(change, form.WithErrors(new Refusal(RegisterEdgeRefusals.AgreementUnknown, "agreementId")));
        if (fields.HasFailed)
            return Show(change, form.WithErrors(fields.And(RegisterApi.Refusals(UnitDecider.Decide(unit, command, call.Context)))));
        var outcome = await units.ChangeAsync(unitId, command, call.EnvelopeForChange(form, Typed(change, form)), cancellation);
        return Answer(outcome, change, form, calls.Fresh(), head => $"/enheter/{head.Id}");
    }

    private async Task<UnitCommand?> CommandAsync(
        string what, FormState form, FieldReader fields, RegisterCall call, CancellationToken cancellation)
    {
        if (what != UnitChanges.TakeOver)
            return UnitChanges.Command(what, fields, call.NewId(form.IdempotencyKey, calls.Fresh(), "manager"), call.Rules);
        var named = form["agreementId"].Split('.');
        return named.Length == 2 && await UnitForms.FactsAsync(providers, named[0], named[1], cancellation) is { } facts && call.MayEdit(facts.Board)
            ? new UnitCommand.TakeOver(fields.Date("from"), facts)
            : null;
    }

    private async Task<FormSpec?> ChangeAsync(string what, Id id, UnitState.Registered unit, RegisterCall call, CancellationToken cancellation)
    {
        if (what != UnitChanges.TakeOver)
            return UnitChanges.Find(what, id, unit, call, []);
        var rows = await views.ReadAllAsync<ProviderRow>(RegisterPartitions.Providers, cancellation);
        return UnitChanges.Find(what, id, unit, call,
        [
            .. from row in rows
               from agreement in row.Agreements
               where agreement.AgreementId != unit.Agreement.AgreementId && call.MayEdit(agreement.Board)
               select new Choice($"{row.ProviderId}.{agreement.AgreementId}", $"{row.Names.Latest()}, {agreement.Key}"),
        ]);
    }

    private static FormSpec NewSpec(RegisterCall call, Id id, ProviderState.Registered provider) => new(
        "Ny enhet", null, Trail(new Crumb(provider.Names.Latest(), $"/anordnare/{id}")), $"/anordnare/{id}/enhet/ny",
        [
            new FieldSpec(FieldKind.Select, "agreementId", "Avtal")
            {
                Required = true,
                Choices =
                [
                    .. provider.Agreements.Where(agreement => call.MayEdit(agreement.Board)).Select(agreement => new Choice(
                        agreement.Id.Value, $"{agreement.Key}: {call.Settings.FormText(agreement.Form)}, {call.Settings.BoardName(agreement.Board)}")),
                ],
            },
            RegisterFormFields.Name("Enhetens namn"),
            new FieldSpec(FieldKind.Text, "key", "Enhetskod")
            {
                MaxLength = RegisterChecks.KeyLength,
                Hint = "Kod som ni själva använder. Lämnas fältet tomt får enheten en egen.",
            },
            .. RegisterFormFields.Details(call.Rules, call.Rules.Services),
            .. Headed("Kunder", RegisterFormFields.Count(isRequired: false)),
            .. Headed("Tillstånd", RegisterFormFields.Licence),
            .. Headed("Ledning", RegisterFormFields.Manager(isRequired: false)),
        ],
        "Registrera enheten", $"/anordnare/{id}");

    private static IEnumerable<FieldSpec> Headed(string heading, IReadOnlyList<FieldSpec> fields) =>
        fields.Select((field, at) => at == 0 ? field with { Heading = heading } : field);
}
