using System.Globalization;
using Oversight.Concerns;
using Oversight.Functions.Concerns.Reporting;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Settings;

namespace Oversight.Functions.Concerns.Operations;

internal sealed class Correct(ConcernDesk desk) : ConcernOperation<ConcernCommand.Correct>
{
    private static readonly WordsField Text = new("text", "Vad har hänt?", limits => limits.LongText)
    { Required = true, OptionalInCalls = true, Rows = 8 };

    private static readonly DayField Occurred = new("occurred", "När hände det?")
    {
        Required = true,
        OptionalInCalls = true,
        NotAfterToday = true,
        TakesMonth = true,
        Hint = "På ett ungefär räcker.",
    };

    private static readonly NameField<OccurrencePrecision> Precision =
        new("occurredPrecision", "Hur säkert är datumet?", ConcernWords.Precisions)
        { Required = true, OptionalInCalls = true };

    private static readonly CodeField Consequence = new("consequence", "Konsekvens", CodeLists.ConcernConsequences)
    {
        Required = true,
        OptionalInCalls = true,
    };

    private static readonly WordsField Reason = Why("Motivering");

    public override OperationName Name { get; } = new("correct", "ratta");

    public override string Title => "Rätta synpunkten";

    public override string Link => "Rätta";

    public override string Summary => "Rättar en synpunkt. Det som utelämnas står kvar.";

    public override string Done => "Synpunkten är rättad. Hur den löd förut står i historiken.";

    public override Permission Permission => Permission.ReadOwnConcerns;

    public override IReadOnlyList<Field> Fields { get; } = [Text, Occurred, Precision, Consequence, Reason];

    public override Permission ActsBy(OpenConcern open) =>
        open.Access.Assesses ? Permission.AssessConcern : Permission.ReadOwnConcerns;

    public override bool IsFor(OpenConcern open) => open.Access.IsReporter || open.Access.Assesses;

    /// <summary>The reporter may correct until the assessment.</summary>
    public override bool Fits(OpenConcern open) =>
        base.Fits(open) && (open.Access.Assesses || open.State.Status == ConcernStatus.Received);

    public override async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenConcern open, CancellationToken cancellation) => new Dictionary<string, IReadOnlyList<string>>
        {
            [Text.Name] = [await ShownAsync(open, cancellation)],
            [Occurred.Name] = [open.File.Occurred.First?.ToString("O", CultureInfo.InvariantCulture) ?? ""],
            [Precision.Name] = [Names.Of(open.File.Occurred.Precision)],
            [Consequence.Name] = [open.File.Consequence.Value],
        };

    /// <summary>What was left as it was shown is not a correction: also where it was shown masked.</summary>
    public override async ValueTask<ConcernCommand> CommandAsync(
        OpenConcern open, FieldValues values, DraftTexts texts, CancellationToken cancellation)
    {
        var (occurred, fault) = OccurrenceInput.Read(values.Text(Occurred), values.Read(Precision));
        if (fault is not null)
            values.Refuse(fault);
        var isChanged = values.Has(Text)
            && DraftTexts.Normalise(values.Text(Text)) != await ShownAsync(open, cancellation);
        return new ConcernCommand.Correct(
            isChanged ? texts.Add(values, Text) : null, occurred, values.Read(Consequence), open.CorrectsAs,
            texts.Add(values, Reason), open.Rules);
    }

    public override Told? Tell(ConcernEvent happened, MunicipalitySettings settings, ConcernAccess access) =>
        happened is ConcernEvent.Corrected corrected
            ? new Told("Rättad", Facts(corrected, settings), corrected.Reason)
            : null;

    private static List<(string Label, string Value)> Facts(
        ConcernEvent.Corrected corrected, MunicipalitySettings settings)
    {
        var facts = new List<(string Label, string Value)>();
        if (corrected.Occurred is { } occurred)
            facts.Add(("När", ConcernWords.When(occurred)));
        if (corrected.Consequence is { } consequence)
            facts.Add(("Konsekvens", settings.Codes(CodeLists.ConcernConsequences).Text(consequence)));
        if (corrected.Text is not null)
            facts.Add(("Texten", "ändrad"));
        return facts;
    }

    private async Task<string> ShownAsync(OpenConcern open, CancellationToken cancellation) =>
        (await desk.TextsAsync(open.Id, cancellation)).Show(open.File.Text) ?? "";
}
