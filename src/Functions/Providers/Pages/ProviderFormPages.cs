using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Providers.Api;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Providers;
using static Oversight.Functions.Providers.Pages.FormDesk;

namespace Oversight.Functions.Providers.Pages;

public sealed class ProviderFormPages(RegisterCalls calls, ProviderDesk providers)
{
    private const string New = "/anordnare/ny";

    private static FormSpec NewSpec { get; } =
        new("Ny anordnare", null, Trail(), New, RegisterFormFields.Provider, "Registrera anordnaren", "/anordnare");

    [Function("ProviderForms_New")]
    [Requires(Permission.EditRegister)]
    public IResult ShowNew([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "anordnare/ny")] HttpRequest request) =>
        Show(NewSpec, FormState.New(calls.Fresh().Value));

    [Function("ProviderForms_PostNew")]
    [Requires(Permission.EditRegister)]
    public async Task<IResult> PostNew(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "anordnare/ny")] HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        var call = await calls.OpenAsync(request, Permission.EditRegister, cancellation);
        var fields = Fields(form);
        var command = RegisterForms.Provider(fields);
        if (fields.HasFailed)
            return Show(NewSpec, form.WithErrors(fields.And(RegisterApi.Refusals(ProviderDecider.Decide(ProviderState.Initial, command, call.Context)))));
        var id = call.NewId(form.IdempotencyKey, calls.Fresh());
        var outcome = await providers.RegisterAsync(id, command, call.Envelope(form, Typed(NewSpec, form)), cancellation);
        return Answer(outcome, NewSpec, form, calls.Fresh(), head => $"/anordnare/{head.Id}");
    }

    [Function("ProviderForms_Change")]
    [Requires(Permission.EditRegister)]
    public async Task<IResult> ShowChange(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "anordnare/{id:length(27)}/andra/{what:alpha}")] HttpRequest request,
        string id, string what, CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var providerId) || await providers.LoadAsync(providerId, cancellation) is not { State: ProviderState.Registered provider } folded)
            return Web.Pages.NotFound();
        var values = new Dictionary<string, string>
        {
            ["name"] = provider.Names.Latest(),
            ["ownership"] = provider.Owners.Latest().Word(),
        };
        return Spec(what, providerId, provider) is { } spec
            ? Show(spec, FormState.New(calls.Fresh().Value, folded.Head.Version, values))
            : Web.Pages.NotFound();
    }

    [Function("ProviderForms_PostChange")]
    [Requires(Permission.EditRegister)]
    public async Task<IResult> PostChange(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "anordnare/{id:length(27)}/andra/{what:alpha}")] HttpRequest request,
        string id, string what, CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var providerId) || await providers.LoadAsync(providerId, cancellation) is not { State: ProviderState.Registered provider }
            || Spec(what, providerId, provider) is not { } spec)
            return Web.Pages.NotFound();
        var form = await FormState.ReadAsync(request, cancellation);
        var call = await calls.OpenAsync(request, Permission.EditRegister, cancellation);
        var fields = Fields(form);
        ProviderCommand command = what == "namn" ? RegisterForms.ProviderName(fields) : RegisterForms.Ownership(fields);
        if (fields.HasFailed)
            return Show(spec, form.WithErrors(fields.And(RegisterApi.Refusals(ProviderDecider.Decide(provider, command, call.Context)))));
        var outcome = await providers.ChangeAsync(providerId, command, call.EnvelopeForChange(form, Typed(spec, form)), cancellation);
        return Answer(outcome, spec, form, calls.Fresh(), head => $"/anordnare/{head.Id}");
    }

    private static FormSpec? Spec(string what, Id id, ProviderState.Registered provider)
    {
        var home = $"/anordnare/{id}";
        var trail = Trail(new Crumb(provider.Names.Latest(), home));
        return what switch
        {
            "namn" => new FormSpec(
                "Byt namn", "Tidigare dokument behåller namnet som gällde då.", trail, $"{home}/andra/namn",
                [RegisterFormFields.Name("Nytt namn"), RegisterFormFields.From], "Spara namnet", home),
            "agare" => new FormSpec(
                "Ändra ägarform", "Tidigare ägarform står kvar i historiken.", trail, $"{home}/andra/agare",
                [RegisterFormFields.Ownership, RegisterFormFields.From], "Spara ägarformen", home),
            _ => null,
        };
    }
}
