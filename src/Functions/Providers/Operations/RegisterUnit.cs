using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Providers.Api;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;
using Oversight.Providers;

namespace Oversight.Functions.Providers.Operations;

internal sealed class RegisterUnit(ProviderSubject providers, UnitDesk desk, UnitSubject subject)
    : Creation<OpenProvider>
{
    private static readonly OwnChoiceField Agreement = new("agreementId", "Avtal") { Required = true, Unfolds = true };

    public override OperationName Name { get; } = new("register-unit", "ny-enhet");

    public override string Title => "Ny enhet";

    public override string Button => "Registrera enheten";

    public override string Summary => "En ny enhet under ett av anordnarens avtal.";

    public override string Done => "Enheten är registrerad. Nu går det att skriva synpunkter om den.";

    public override Permission Permission => Permission.EditRegister;

    public override IReadOnlyList<Field> Fields { get; } =
    [
        Agreement,
        RegisterFields.Name("Enhetens namn"),
        new LineField("key", "Enhetskod")
        {
            Longest = RegisterChecks.KeyLength,
            Hint = "Kod som ni själva använder. Lämnas fältet tomt får enheten en egen.",
        },
        .. RegisterFields.Details,
        .. Headed("Kunder", RegisterFields.Count(isRequired: false)),
        .. Headed("Tillstånd", RegisterFields.Licence),
        .. Headed("Ledning", RegisterFields.Manager(isRequired: false)),
    ];

    public override string ApiFunction => UnitOperationFunctions.ApiCreation;

    public override Type ApiAnswer => typeof(UnitAnswer);

    public override Task<Opening<OpenProvider>> OpenAsync(
        HttpRequest request, string? parent, CancellationToken cancellation) =>
        providers.OpenAsync(request, parent!, cancellation);

    public override bool IsFor(OpenProvider scene) => scene.Scene.MayEdit();

    public override string Form(OpenProvider scene) => $"{scene.Address}/enhet/ny";

    public override IReadOnlyList<Crumb> Trail(OpenProvider scene) => providers.Trail(scene);

    public override IReadOnlyList<Choice>? ChoicesOf(OpenProvider scene, Field field) => field != Agreement
        ? null
        : [.. scene.State.Agreements.Where(agreement => scene.Scene.MayEdit(agreement.Board))
            .Select(agreement => new Choice(
                agreement.Id.Value,
                $"{agreement.Key}: {scene.Scene.Settings.FormText(agreement.Form)}, "
                    + $"{scene.Scene.Settings.BoardName(agreement.Board)}"))];

    public override async Task<Outcome<Made>> RunAsync(
        OpenProvider scene, FieldValues values, NewIdentity identity, Envelope envelope, CancellationToken cancellation)
    {
        var fields = RegisterFields.Read(values);
        if (!Id.TryParse(fields.Text(Agreement.Name), out var agreementId)
            || scene.State.Agreement(agreementId) is not { } agreement)
            return new Outcome<Made>.Refused([new Refusal(RegisterEdgeRefusals.AgreementUnknown, Agreement.Name)]);
        if (!scene.Scene.MayEdit(agreement.Board))
            return new Outcome<Made>.Refused([new Refusal(RegisterEdgeRefusals.ForeignBoard, Agreement.Name)]);
        var command = RegisterForms.Unit(
            fields, identity.Id, identity.Of("manager"), scene.State.Facts(scene.Id, agreement), scene.Scene.Rules);
        if (fields.HasFailed)
            return new Outcome<Made>.Refused(
                fields.And(UnitDecider.Decide(UnitState.Initial, command, envelope.Context)));
        var outcome = (await desk.RegisterAsync(identity.Id, command, envelope, cancellation))
            .Of((head, state) => new OpenUnit(identity.Id, head, (UnitState.Registered)state, scene.Scene));
        return await outcome.MadeAsync(
            open => open.Address, open => $"/api/v1/units/{open.Id}",
            open => subject.DescribeAsync(open, cancellation));
    }

    private static IEnumerable<Field> Headed(string heading, IReadOnlyList<Field> fields) =>
        fields.Select((field, at) => at == 0 ? field with { Heading = heading } : field);
}
