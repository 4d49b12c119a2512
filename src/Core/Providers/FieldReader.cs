using System.Globalization;

namespace Oversight.Providers;

/// <summary>
/// Reads the fields of a form, an API call or a row of a file into values, the same way for all three. What cannot be
/// read is noted as a refusal at its field, and a harmless value is returned so that everything wrong is found at once.
/// </summary>
public sealed class FieldReader(Func<string, string?> read)
{
    /// <summary>Between the codes of one field.</summary>
    public const char ListSeparator = '|';
    private readonly List<Refusal> _refusals = [];

    public IReadOnlyList<Refusal> Refusals => _refusals;

    public bool HasFailed => _refusals.Count > 0;

    public bool IsBlank(string field) => Text(field).Length == 0;

    public string Text(string field) => TypedText.Line(read(field));

    /// <summary>A key that people write (avtalsnummer, enhetskod, diarienummer): any dash in it is a hyphen.</summary>
    public string? Key(string field) => TypedText.Code(read(field)) is { Length: > 0 } key ? key : null;

    public string? OptionalText(string field) => Text(field) is { Length: > 0 } text ? text : null;

    /// <summary>A text in which line breaks (an address in a spreadsheet cell) become commas.</summary>
    public string? Lines(string field) => IsBlank(field)
        ? null
        : string.Join(", ", TypedText.Lines(read(field)).Split('\n').Select(TypedText.Line)
            .Where(line => line.Length > 0));

    public DateOnly Date(string field)
    {
        if (!IsBlank(field))
            return OptionalDate(field) ?? default;
        Refuse(RegisterRefusals.DateMissing, field);
        return default;
    }

    public DateOnly? OptionalDate(string field)
    {
        if (IsBlank(field))
            return null;
        if (TypedDay.TryRead(read(field), out var day))
            return day;
        Refuse(RegisterRefusals.DateFormat, field);
        return null;
    }

    public int Number(string field)
    {
        if (!IsBlank(field))
            return OptionalNumber(field) ?? 0;
        Refuse(RegisterRefusals.NumberMissing, field);
        return 0;
    }

    public int? OptionalNumber(string field)
    {
        if (IsBlank(field))
            return null;
        if (int.TryParse(TypedText.Code(read(field)).Replace(" ", "", StringComparison.Ordinal),
            NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        Refuse(RegisterRefusals.NumberFormat, field);
        return null;
    }

    public bool YesOrNo(string field)
    {
        switch (TypedText.Fold(read(field)))
        {
            case "ja" or "j" or "true" or "1" or "on":
                return true;
            case "nej" or "n" or "false" or "0" or "":
                return false;
            default:
                Refuse(RegisterRefusals.ChoiceUnknown, field);
                return false;
        }
    }

    public T Choice<T>(string field, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (words.TryGetValue(TypedText.Fold(read(field)), out var value))
            return value;
        Refuse(IsBlank(field) ? RegisterRefusals.ChoiceMissing : RegisterRefusals.ChoiceUnknown, field);
        return default;
    }

    /// <summary>One code of a list, written as its id or its text.</summary>
    public string Code(string field, IReadOnlyDictionary<string, string> known)
    {
        if (IsBlank(field))
            Refuse(RegisterRefusals.CodeMissing, field);
        return Match(field, Text(field), known);
    }

    public IReadOnlyList<CodeId> Codes(string field, IReadOnlyDictionary<string, string> known) =>
    [
        .. Text(field).Split(ListSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => new CodeId(Match(field, text, known))),
    ];

    public OrganisationNumber OrganisationNumber(string field)
    {
        if (Providers.OrganisationNumber.Read(read(field), out var number) is { } wrong)
            Refuse(wrong, field);
        return number;
    }

    public void Refuse(string code, string field) => _refusals.Add(new Refusal(code, field));

    /// <summary>What the reader found, and what the rules found at other fields.</summary>
    public IReadOnlyList<Refusal> And(IEnumerable<Refusal> others) =>
        [.. _refusals, .. others.Where(other => _refusals.All(mine => mine.Field != other.Field))];

    /// <summary>
    /// An id is returned as it is written even when the list lacks it: whether it may stay is for the rules to say.
    /// </summary>
    private string Match(string field, string text, IReadOnlyDictionary<string, string> known)
    {
        var lower = TypedText.Fold(text);
        if (known.ContainsKey(lower))
            return lower;
        if (known.FirstOrDefault(code => TypedText.IsSame(code.Value, text)).Key is { } byText)
            return byText;
        if (lower.Length > 60 || !lower.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            if (text.Length > 0)
                Refuse(RegisterRefusals.CodeUnknown, field);
            return "";
        }

        return lower;
    }
}
