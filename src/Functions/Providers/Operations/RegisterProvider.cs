using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Providers.Api;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;
using Oversight.Providers;

namespace Oversight.Functions.Providers.Operations;

internal sealed class RegisterProvider(RegisterOpener opener, ProviderDesk desk, ProviderSubject subject)
    : Creation<RegisterScene>
{
    public override OperationName Name { get; } = new("register-provider", "ny");

    public override string Title => "Ny anordnare";

    public override string Button => "Registrera anordnaren";

    public override string Summary => "Registrerar en anordnare.";

    public override string Done => "Anordnaren är registrerad. Lägg till avtal och sedan enheter.";

    public override Permission Permission => Permission.EditRegister;

    public override IReadOnlyList<Field> Fields { get; } =
    [
        RegisterFields.Name("Anordnarens namn"),
        new LineField("number", "Organisationsnummer")
        {
            Required = true,
            Longest = 20,
            Hint = "Tio siffror. En enskild firmas nummer är ett personnummer: det sparas skyddat och visas inte.",
        },
        RegisterFields.Ownership,
    ];

    public override string ApiFunction => ProviderOperationFunctions.ApiCreation;

    public override Type ApiAnswer => typeof(ProviderAnswer);

    public override async Task<Opening<RegisterScene>> OpenAsync(
        HttpRequest request, string? parent, CancellationToken cancellation) =>
        new Opening<RegisterScene>.Opened(await opener.SceneAsync(request, cancellation));

    public override string Form(RegisterScene scene) => "/anordnare/ny";

    public override IReadOnlyList<Crumb> Trail(RegisterScene scene) => [RegisterWording.Start];

    public override async Task<Outcome<Made>> RunAsync(
        RegisterScene scene, FieldValues values, NewIdentity identity, Envelope envelope,
        CancellationToken cancellation)
    {
        var fields = RegisterFields.Read(values);
        var command = RegisterForms.Provider(fields);
        if (fields.HasFailed)
            return new Outcome<Made>.Refused(
                fields.And(ProviderDecider.Decide(ProviderState.Initial, command, envelope.Context)));
        var outcome = (await desk.RegisterAsync(identity.Id, command, envelope, cancellation))
            .Of((head, state) => new OpenProvider(identity.Id, head, (ProviderState.Registered)state, scene));
        return await outcome.MadeAsync(
            open => open.Address, open => $"/api/v1/providers/{open.Id}",
            open => subject.DescribeAsync(open, cancellation));
    }
}
