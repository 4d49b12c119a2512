using System.Globalization;
using Oversight.Concerns;
using Oversight.Functions.Concerns.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web;
using Oversight.Settings;

namespace Oversight.Functions.Concerns.Reporting;

/// <summary>What a concern is reported with, whichever way it comes: form, API or message.</summary>
public static class ReportFields
{
    public static LookupField Unit { get; } = UnitPlaces.Field("Anordnare och enhet") with
    {
        Required = true,
        OptionalInCalls = true,
    };

    public static TickField Unknown { get; } = new("unknown", "Anordnaren finns inte i listan eller är okänd");

    public static WordsField UnknownProvider { get; } =
        new("unknownProvider", "Beskriv anordnaren", limits => limits.ShortText)
        {
            IsLine = true,
            Hint = "Fyll i om du har kryssat i rutan ovan: namn, ort eller det du vet.",
        };

    public static BoardField Board { get; } = new("board", "Nämnd")
    { Unfolds = true, Hint = "Behövs bara när anordnaren är okänd." };

    public static CodeField Service { get; } = new("service", "Insats", CodeLists.Services)
    { Required = true, Unfolds = true };

    public static WordsField Text { get; } = new("text", "Vad har hänt?", limits => limits.LongText)
    {
        Required = true,
        Rows = 8,
        Sample = "Ledsagaren kom inte på den bestämda tiden.",
    };

    public static DayField Occurred { get; } = new("occurred", "När hände det?")
    {
        Required = true,
        OptionalInCalls = true,
        NotAfterToday = true,
        TakesMonth = true,
        Hint = "På ett ungefär räcker.",
    };

    public static NameField<OccurrencePrecision> Precision { get; } =
        new("occurredPrecision", "Hur säkert är datumet?", ConcernWords.Precisions)
        { Required = true, OptionalInCalls = true };

    public static CodeField Consequence { get; } =
        new("consequence", "Vilken konsekvens fick det?", CodeLists.ConcernConsequences) { Required = true };

    public static WordsField CaseReference { get; } =
        new("caseReference", "Din ärendereferens", limits => ConcernLimits.From(limits).CaseReference)
        {
            IsLine = true,
            Hint = "Till exempel ärendenummer. Inget namn. Visas bara för dig och den som bedömer.",
        };

    public static WordsField RegisteredFor { get; } =
        new("registeredFor", "Registreras åt någon annan", limits => limits.ShortText)
        {
            IsLine = true,
            Hint = "Vem synpunkten kommer från, till exempel en kollega eller en anhörig (roll räcker).",
        };

    public static FilesField Attachments { get; } = new("attachments", "Bilagor", limits => string.Create(
        CultureInfo.InvariantCulture,
        $"PDF, bild (PNG, JPEG), Word eller ren text. Högst {limits.Attachments} filer och "
        + $"{limits.AttachmentBytes / BodyLimits.Megabyte} MB "
        + $"tillsammans. Välj filerna igen om formuläret kommer tillbaka."));

    public static IReadOnlyList<Field> All { get; } =
    [
        Unit, Unknown, UnknownProvider, Board, Service, Text, Occurred, Precision, Consequence, CaseReference,
        RegisteredFor, Attachments,
    ];
}
