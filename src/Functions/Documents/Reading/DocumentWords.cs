using System.Globalization;
using Oversight.Documents;

namespace Oversight.Functions.Documents;

/// <summary>The Swedish words that every document shares, whatever it is about.</summary>
public static class DocumentWords
{
    public const string Attachments = "Bilagor";
    public const string BarColumn = "Stapel";
    public const string Draft = "Utkast";
    public const string Language = "sv-SE";

    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(Language);

    public static string Text(this DocumentStatus status) => status switch
    {
        DocumentStatus.WorkingMaterial => "Arbetsmaterial",
        DocumentStatus.Received => "Inkommen",
        DocumentStatus.Established => "Upprättad",
        DocumentStatus.Dispatched => "Expedierad",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Text(this FileFormat format) => format switch
    {
        FileFormat.Docx => "Word",
        FileFormat.Html => "webbsida",
        FileFormat.Model => "modell",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    public static string Text(this ConfidentialityMark mark) =>
        $"Sekretess enligt {mark.Provision}. {mark.Authority}, {mark.Date.Text()}.";

    /// <summary>"Granskningsrapport, 2027-03-01": the number stands before it.</summary>
    public static string Text(this DocumentAttachment attachment) =>
        attachment.Date is { } date ? $"{attachment.Title}, {date.Text()}" : attachment.Title;

    public static string AttachmentNumber(string number) => $"Bilaga {number}:";

    /// <summary>Name, title and unit, a line each.</summary>
    public static IReadOnlyList<string> Lines(this Signatory signatory) =>
        [.. new[] { signatory.Name, signatory.Role, signatory.Unit }.OfType<string>()];

    public static string Text(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Text(this Bar bar) => bar.ValueText ?? bar.Value.ToString("#,0.##", Culture);

    /// <summary>The facts of the head in reading order, each with its label (R1).</summary>
    public static IReadOnlyList<(string Label, string Value)> Facts(this DocumentHead head) =>
    [
        ("Kommun", head.Municipality),
        ("Dokumenttyp", head.TypeText),
        ("Diarienummer", head.RegistrationNumberText),
        ("Datum", head.Date.Text()),
        ("Beslutsinstans", head.DecidingBody),
        ("Ansvarigt politiskt organ", head.ResponsibleBody),
        ("Ansvarig processägare", head.ProcessOwner),
        ("Status", head.IsDraft ? $"{head.Status.Text()}, {Draft.ToLower(Culture)}" : head.Status.Text()),
    ];

    /// <summary>What stands at the top of every page after the first.</summary>
    public static string RunningHead(this Document document)
    {
        var head = document.Head;
        string?[] parts =
        [
            head.IsDraft ? Draft.ToUpper(Culture) : null,
            head.Confidentiality is null ? null : "SEKRETESS",
            head.Municipality,
            head.TypeText,
            head.RegistrationNumberText,
        ];
        return string.Join("  ·  ", parts.OfType<string>());
    }
}
