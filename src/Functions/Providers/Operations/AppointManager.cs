using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers.Operations;

internal sealed class AppointManager : UnitOperation
{
    public override OperationName Name { get; } = new("appoint-manager", "ansvarig");

    public override string Title => "Ny ansvarig för den dagliga ledningen";

    public override string Button => "Spara";

    public override string Link => "Ny ansvarig";

    public override string Summary => "Ny ansvarig för den dagliga ledningen.";

    public override string Done => "Den nya ansvariga är registrerad.";

    public override IReadOnlyList<Field> Fields { get; } = RegisterFields.Manager(isRequired: true);

    public override int Rank => 50;

    public override string Lead(OpenUnit open) => "Tidigare ansvariga står kvar i historiken.";

    public override ValueTask<UnitCommand?> CommandAsync(
        OpenUnit open, FieldReader fields, NewIdentity identity, CancellationToken cancellation) =>
        new(RegisterForms.Manager(fields, identity.Of("manager"), open.Scene.Rules));

    public override Told? Tell(UnitEvent happened, MunicipalitySettings settings) =>
        happened is UnitEvent.ManagerAppointed { Manager: var manager } ? Told.From("Ny ansvarig", manager.From) : null;
}
