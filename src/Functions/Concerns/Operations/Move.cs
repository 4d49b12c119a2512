using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Settings;

namespace Oversight.Functions.Concerns.Operations;

internal sealed class Move(ConcernUnits units) : ConcernOperation<ConcernCommand.Move>
{
    private static readonly LookupField Unit = UnitPlaces.Field("Flytta till enhet");

    private static readonly WordsField Unknown =
        new("unknownProvider", "Eller beskriv anordnaren", limits => limits.ShortText)
        {
            IsLine = true,
            Hint = "När anordnaren inte finns i listan eller är okänd: namn, ort eller det du vet.",
        };

    private static readonly BoardField Board = new("board", "Nämnd")
    {
        Unfolds = true,
        Hint = "Behövs bara när anordnaren är okänd.",
    };

    private static readonly WordsField Reason = Why("Motivering");

    public override OperationName Name { get; } = new("move", "flytta");

    public override string Title => "Flytta synpunkten";

    public override string Link => "Flytta";

    public override string Summary =>
        "Flyttar en synpunkt till en annan enhet, eller till en nämnd när anordnaren är okänd. 204 när den lämnar dina "
            + "nämnder.";

    public override string Done => "Synpunkten är flyttad.";

    public override Permission Permission => Permission.AssessConcern;

    public override IReadOnlyList<Field> Fields { get; } = [Unit, Unknown, Board, Reason];

    public override bool IsFor(OpenConcern open) => open.Access.Assesses;

    public override string Lead(OpenConcern open) =>
        $"Nu: {ConcernWords.Place(open.File)} ({BoardName(open.File.Board, open.InForce.Settings)}). "
        + "Det synpunkten väger i riskbedömningen följer med.";

    public override async ValueTask<ConcernCommand> CommandAsync(
        OpenConcern open, FieldValues values, DraftTexts texts, CancellationToken cancellation)
    {
        var isUnknown = values.Read(Unit) is Looked.Nothing && !TypedText.IsBlank(values.Text(Unknown));
        ConcernPlace place = isUnknown
            ? new ConcernPlace.Unknown(texts.Add(values, Unknown), values.Read(Board))
            : await units.ReadAsync(values, Unit, cancellation);
        return new ConcernCommand.Move(place, texts.Add(values, Reason), open.Rules);
    }

    public override Told? Tell(ConcernEvent happened, MunicipalitySettings settings, ConcernAccess access) =>
        happened is ConcernEvent.Moved moved
            ? new Told(
                "Flyttad",
                [("Från", Place(moved.FromBoard, moved.FromUnit, settings)),
                    ("Till", Place(moved.Board, moved.Unit, settings))],
                moved.Reason)
            : null;

    private static string Place(BoardId board, ConcernUnit? unit, MunicipalitySettings settings) =>
        $"{(unit is null ? "okänd enhet" : $"{unit.Name} – {unit.ProviderName}")} ({BoardName(board, settings)})";

    private static string BoardName(BoardId board, MunicipalitySettings settings) =>
        settings.Board(board)?.Name ?? board.Value;
}
