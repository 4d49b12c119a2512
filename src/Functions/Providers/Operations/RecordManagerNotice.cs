using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers.Operations;

internal sealed class RecordManagerNotice : UnitOperation
{
    private static readonly OwnChoiceField Manager = new("managerKey", "Ansvarig från och med")
    { Required = true, Unfolds = true };

    private static readonly DayField NoticeOn = new("managerNoticeOn", "Bytet anmäldes") { Required = true };

    public override OperationName Name { get; } = new("record-manager-notice", "anmalan");

    public override string Title => "Anmälan om byte av ansvarig";

    public override string Button => "Spara";

    public override string Link => "Registrera anmälan om byte";

    public override string Summary => "Bytet av ansvarig har anmälts.";

    public override string Done => "Anmälan om bytet är registrerad.";

    public override IReadOnlyList<Field> Fields { get; } = [Manager, NoticeOn];

    public override int Rank => 60;

    public override bool Fits(OpenUnit open) => open.State.Manager is not null;

    public override IReadOnlyList<Choice>? ChoicesOf(OpenUnit open, Field field) =>
        field == Manager && open.State.Manager is { } manager
            ? [new Choice(manager.Key.Value, SwedishDates.Text(manager.From))]
            : null;

    public override ValueTask<UnitCommand?> CommandAsync(
        OpenUnit open, FieldReader fields, NewIdentity identity, CancellationToken cancellation)
    {
        if (!Id.TryParse(fields.Text(Manager.Name), out var key))
            fields.Refuse(UnitRefusals.ManagerUnknown, Manager.Name);
        return new(new UnitCommand.RecordManagerNotice(key, fields.Date(NoticeOn.Name)));
    }

    public override Told? Tell(UnitEvent happened, MunicipalitySettings settings) =>
        happened is UnitEvent.ManagerNoticeRecorded recorded
            ? new Told("Anmälan om byte av ansvarig registrerades",
                [("Bytet anmäldes", SwedishDates.Text(recorded.NoticeOn))])
            : null;
}
