using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Settings;

namespace Oversight.Functions.Concerns.Operations;

internal sealed class Mask(ConcernDesk desk) : ConcernOperation<ConcernCommand.Mask>
{
    private static readonly LineField Words = new("words", "Ord som ska döljas")
    {
        Required = true,
        Longest = 500,
        Hint = "Skriv dem precis som de står. Alla ställen där de står döljs.",
    };

    private static readonly WordsField Reason = Why("Motivering");

    public override OperationName Name { get; } = new("mask", "maskera");

    public override string Title => "Maskera delar av texten";

    public override string Link => "Maskera";

    public override string Summary => "Maskerar ord i synpunktens text.";

    public override string Done => "Orden är dolda överallt där texten visas.";

    public override Permission Permission => Permission.AssessConcern;

    public override IReadOnlyList<Field> Fields { get; } = [Words, Reason];

    public override bool IsFor(OpenConcern open) => open.Access.Assesses;

    public override async ValueTask<ConcernCommand> CommandAsync(
        OpenConcern open, FieldValues values, DraftTexts texts, CancellationToken cancellation) =>
        new ConcernCommand.Mask(
            DraftTexts.Normalise(values.Text(Words)), await desk.PresentTextAsync(open, cancellation),
            texts.Add(values, Reason), open.Rules);

    public override Told? Tell(ConcernEvent happened, MunicipalitySettings settings, ConcernAccess access) =>
        happened is ConcernEvent.Masked masked
            ? new Told("Delar av texten maskerades", [("Antal ställen", $"{masked.Ranges.Count}")], masked.Reason)
            : null;
}
