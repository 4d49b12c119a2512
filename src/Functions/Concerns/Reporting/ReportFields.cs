using System.Globalization;
using Oversight.Concerns;
using Oversight.Functions.Concerns.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
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
            Hint = "Namn, ort eller det du vet.",
        };

    public static BoardField Board { get; } = new("board", "Nämnd")
    { Unfolds = true };

    public static CodeField Service { get; } = new("service", "Insats", CodeLists.Services)
    { Required = true, Unfolds = true };

    public static WordsField Text { get; } = new("text", "Vad har hänt?", limits => limits.LongText)
    {
        Required = true,
        Rows = 6,
        Sample = "Ledsagaren kom inte på den bestämda tiden.",
    };

    public static DayField Occurred { get; } = new("occurred", "Vilken dag?")
    {
        Required = true,
        OptionalInCalls = true,
        NotAfterToday = true,
        TakesMonth = true,
        Hint = "På ett ungefär räcker. Gäller det en månad, välj någon dag i den.",
    };

    public static NameField<OccurrencePrecision> Precision { get; } =
        new("occurredPrecision", "När hände det?", ConcernWords.Precisions)
        { Required = true, OptionalInCalls = true };

    /// <summary>What the form offers instead: most of what is reported has happened today or yesterday.</summary>
    public static IReadOnlyList<Choice> Whens { get; } =
    [
        new(TodayValue, "I dag"), new(YesterdayValue, "I går"), new("day", "Annan dag"),
        new("month", "Någon gång under en månad"), new("unclear", "Oklart när"),
    ];

    public const string TodayValue = "today";
    public const string YesterdayValue = "yesterday";

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
