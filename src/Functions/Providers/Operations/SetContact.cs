using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers.Operations;

internal sealed class SetContact : UnitOperation
{
    private const string Contact = "contact";

    public override OperationName Name { get; } = new("set-contact", "kontakt");

    public override string Title => "Ange e-post för brev och svarslänkar";

    public override string Button => "Spara";

    public override string Link => "E-post för brev";

    public override string Summary => "Den e-postadress som brev och svarslänkar till enheten går till.";

    public override string Done => "Adressen är sparad. Nya brev går dit.";

    public override int Rank => 60;

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new LineField(Contact, "E-postadress")
        {
            Required = true,
            Longest = MailAddresses.Longest,
            Sample = "kvalitet@anordnaren.example",
            Hint = "Helst en gemensam brevlåda som fler än en person läser.",
        },
    ];

    public override ValueTask<UnitCommand?> CommandAsync(
        OpenUnit open, FieldReader fields, NewIdentity identity, CancellationToken cancellation) =>
        new(new UnitCommand.SetContact(identity.Of(Contact), fields.Text(Contact)));

    public override Told? Tell(UnitEvent happened, MunicipalitySettings settings) =>
        happened is UnitEvent.ContactSet ? new Told("E-post för brev ändrades", []) : null;
}
