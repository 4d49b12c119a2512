using System.Globalization;
using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Settings;

namespace Oversight.Functions.Concerns.Operations;

internal sealed class Assess(ConcernUnits units, StockholmTime time) : ConcernOperation<ConcernCommand.Assess>
{
    private const string NextButton = "nasta";

    private static readonly LookupField Unit = UnitPlaces.Field("Koppla till enhet");

    private static readonly NameField<ConcernOutcome> Outcome =
        new("outcome", "Vad leder synpunkten till?", ConcernWords.Outcomes) { Required = true };

    private static readonly CodeField Kind = new("kind", "Typ", CodeLists.ConcernKinds)
    { Required = true, Unfolds = true };

    private static readonly CodeField Category = new("category", "Kategori", CodeLists.ConcernCategories)
    { Required = true, Unfolds = true };

    private static readonly CodeField Area = new("area", "Kvalitetsområde", CodeLists.QualityAreas)
    { Required = true, Unfolds = true };

    private static readonly ScaleField Severity = new("severity", "Allvarlighet", ConcernWords.Severities)
    { Required = true };

    private static readonly WordsField Reason = Why("Motivering", "Den som skickade synpunkten ser motiveringen.");

    /// <summary>The fields that several concerns can have in common.</summary>
    internal static IReadOnlyList<Field> Together { get; } = [Outcome, Kind, Category, Area, Severity, Reason];

    /// <summary>The fields that the consequence fills in.</summary>
    internal static IReadOnlyList<string> ByConsequence { get; } = [Kind.Name, Severity.Name, Outcome.Name];

    public override OperationName Name { get; } = new("assess", "bedom");

    public override string Title => "Bedöm synpunkten";

    public override string Button => "Spara bedömningen";

    public override string Link => "Bedöm på nytt";

    public override string Summary => "Bedömer en synpunkt, första gången eller på nytt.";

    public override string Done => "Bedömningen är sparad. Den som skickade synpunkten ser den i Mina synpunkter.";

    public override Permission Permission => Permission.AssessConcern;

    public override IReadOnlyList<Field> Fields { get; } = [Unit, Outcome, Kind, Category, Area, Severity, Reason];

    public override int Rank => 10;

    public override bool IsFor(OpenConcern open) => open.Access.Assesses;

    public override IReadOnlyList<Field> FieldsOf(OpenConcern open) =>
        open.File.Unit is null ? Fields : [.. Fields.Where(field => field != Unit)];

    public override IReadOnlyList<string> Carried { get; } = [InboxQuery.KeptKey];

    public override FurtherButton? Further(OpenConcern open) =>
        open.State.AssessmentOrNone is null ? new FurtherButton(NextButton, "Spara och nästa") : null;

    public override string? Next(OpenConcern open, FieldValues values)
    {
        var kept = InboxQuery.ReadKept(values.Sent[InboxQuery.KeptKey], time.Today()).Kept;
        return values.Sent[NextButton].Length > 0
            ? InboxQuery.WithKept($"{InboxQuery.Address}/nasta?efter={open.Id}", kept)
            : open.Access.Any ? InboxQuery.WithKept(open.Address, kept) : null;
    }

    /// <summary>Whether the service is one of LSS.</summary>
    internal static bool IsOfLss(OpenConcern open) =>
        open.InForce.Settings.Codes(CodeLists.Services).Codes
            .Any(code => code.Id == open.File.Service && code.IsMarked("lss"));

    /// <summary>What a first assessment starts from, with a phrase when one was chosen.</summary>
    public Dictionary<string, string> Filled(OpenConcern open, string? phrase)
    {
        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        if (AssessmentStart.Of(open, time.Today()) is { } start)
        {
            filled[Kind.Name] = start.Kind?.Value ?? "";
            filled[Severity.Name] = start.Severity?.ToString(CultureInfo.InvariantCulture) ?? "";
            filled[Outcome.Name] = start.Outcome ?? "";
        }

        if (AssessmentStart.Phrases(open, time.Today()).FirstOrDefault(known => known.Key == phrase) is { } chosen)
        {
            filled[Category.Name] = chosen.Category.Value;
            filled[Area.Name] = chosen.Area?.Value ?? "";
            filled[Reason.Name] = chosen.Text;
        }

        return filled;
    }

    /// <summary>The two areas of LSS only where the service is one of LSS (R16).</summary>
    public override IReadOnlyList<Choice>? ChoicesOf(OpenConcern open, Field field)
    {
        var settings = open.InForce.Settings;
        return field != Area || IsOfLss(open)
            ? null
            : [.. settings.Codes(CodeLists.QualityAreas).On(time.Today()).Where(area => !area.IsMarked("lss"))
                .Select(area => new Choice(area.Id.Value, area.Text))];
    }

    public override Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenConcern open, CancellationToken cancellation)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>();
        if (open.State.AssessmentOrNone is { } present)
        {
            values[Outcome.Name] = [Names.Of(present.Outcome)];
            values[Kind.Name] = [present.Kind?.Value ?? ""];
            values[Category.Name] = [present.Category?.Value ?? ""];
            values[Area.Name] = [present.Area?.Value ?? ""];
            values[Severity.Name] = [present.Severity?.ToString(CultureInfo.InvariantCulture) ?? ""];
        }

        return Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(values);
    }

    public override async ValueTask<ConcernCommand> CommandAsync(
        OpenConcern open, FieldValues values, DraftTexts texts, CancellationToken cancellation)
    {
        var place = values.Read(Unit) is Looked.Nothing ? null : await units.ReadAsync(values, Unit, cancellation);
        return new ConcernCommand.Assess(
            values.Read(Kind), values.Read(Category), values.Read(Area), values.Read(Severity), place,
            values.Read(Outcome), texts.Add(values, Reason), open.Rules);
    }

    public override Told? Tell(ConcernEvent happened, MunicipalitySettings settings, ConcernAccess access) =>
        happened is ConcernEvent.Assessed assessed
            ? new Told(
                assessed.Number == 1 ? "Bedömning" : $"Ny bedömning (nr {assessed.Number})", Facts(assessed, settings),
                assessed.Reason)
            : null;

    private static List<(string Label, string Value)> Facts(
        ConcernEvent.Assessed assessed, MunicipalitySettings settings)
    {
        var facts = new List<(string Label, string Value)> { ("Leder till", ConcernWords.Outcome(assessed.Outcome)) };
        if (assessed.Awaits is { } wait)
            facts.AddRange(ConcernWords.Wait(wait));
        if (assessed.Severity is { } severity)
            facts.Add(("Allvarlighet", $"{severity} av 4"));
        if (assessed.Kind is { } kind)
            facts.Add(("Typ", settings.Codes(CodeLists.ConcernKinds).Text(kind)));
        if (assessed.Category is { } category)
            facts.Add(("Kategori", settings.Codes(CodeLists.ConcernCategories).Text(category)));
        if (assessed.Area is { } area)
            facts.Add(("Kvalitetsområde", settings.Codes(CodeLists.QualityAreas).Text(area)));
        return facts;
    }
}
