using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers.Operations;

internal sealed class SignAgreement : ProviderOperation
{
    private static readonly BoardField Board = new("board", "Ansvarig nämnd") { Required = true };

    public override OperationName Name { get; } = new("sign-agreement", "nytt-avtal");

    public override string Title => "Nytt avtal";

    public override string Button => "Registrera avtalet";

    public override string Summary => "Ett nytt avtal med anordnaren.";

    public override string Done => "Avtalet är registrerat. Nu går det att lägga till enheter under det.";

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new AgreementFormField { Required = true },
        new CodeField("area", "Avtalsområde", CodeLists.AgreementAreas) { Required = true, Unfolds = true },
        Board,
        new LineField("key", "Avtalsnummer")
        {
            Longest = RegisterChecks.KeyLength,
            Hint = "Lämnas fältet tomt får avtalet ett eget nummer.",
        },
        .. RegisterFields.Terms,
    ];

    public override int Rank => 10;

    public override ProviderCommand Command(OpenProvider open, FieldReader fields, NewIdentity identity)
    {
        var command = RegisterForms.Agreement(fields, identity.Of("agreement"), open.Scene.Rules);
        if (open.Scene.Settings.Board(command.Board) is not null && !open.Scene.MayEdit(command.Board))
            fields.Refuse(RegisterEdgeRefusals.ForeignBoard, Board.Name);
        return command;
    }

    public override Told? Tell(ProviderEvent happened, MunicipalitySettings settings) =>
        happened is ProviderEvent.AgreementSigned signed
            ? new Told(
                "Avtal registrerades",
                [("Avtal", signed.Key), ("Form", settings.FormText(signed.Form)),
                    ("Nämnd", settings.BoardName(signed.Board))])
            : null;
}
