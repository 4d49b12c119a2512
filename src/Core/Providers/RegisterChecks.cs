namespace Oversight.Providers;

/// <summary>
/// The limits of the register and the checks that several commands share. Each adds its refusal to a list.
/// </summary>
public static class RegisterChecks
{
    public const int NameLength = 120;
    public const int KeyLength = 40;
    public const int AddressLength = 200;
    public const int DelegateLength = 120;
    public const int DiaryNumberLength = 40;
    public const int LicenceLength = 60;
    public const int MostCustomers = 100_000;
    private static readonly DateOnly Earliest = new(1950, 1, 1);
    private static readonly DateOnly Latest = new(2100, 1, 1);

    public static void Text(this List<Refusal> refusals, string field, string? text, int limit, bool isRequired = false)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (isRequired)
                refusals.Add(new Refusal(RegisterRefusals.TextMissing, field));
            return;
        }

        if (text.Length > limit)
            refusals.Add(new Refusal(RegisterRefusals.TextTooLong, field, $"{limit}"));
        if (text.Any(char.IsControl))
            refusals.Add(new Refusal(RegisterRefusals.TextHasControlCharacters, field));
        if (text != text.Trim())
            refusals.Add(new Refusal(RegisterRefusals.TextHasOuterBlanks, field));
    }

    /// <summary>A day that can be meant; for things that have happened, not after <paramref name="today"/>.</summary>
    public static void Day(this List<Refusal> refusals, string field, DateOnly? day, DateOnly? today = null)
    {
        if (day is not { } date)
            return;
        if (date < Earliest || date > Latest)
            refusals.Add(new Refusal(RegisterRefusals.DateOutOfRange, field));
        else if (date > today)
            refusals.Add(new Refusal(RegisterRefusals.DateInFuture, field));
    }

    public static void Period(this List<Refusal> refusals, DateOnly from, DateOnly? to)
    {
        refusals.Day("validFrom", from);
        refusals.Day("validTo", to);
        if (to < from)
            refusals.Add(new Refusal(RegisterRefusals.EndsBeforeItBegins, "validTo"));
    }

    /// <summary>
    /// Codes of a list; one that the thing has <paramref name="already"/> may stay when the list has dropped it.
    /// </summary>
    public static void Codes(
        this List<Refusal> refusals, string field, IReadOnlyList<CodeId> codes,
        IReadOnlyDictionary<string, string> known, bool isRequired, IReadOnlyList<CodeId>? already = null)
    {
        if (isRequired && codes.Count == 0)
            refusals.Add(new Refusal(RegisterRefusals.CodeMissing, field));
        if (codes.Distinct().Count() != codes.Count)
            refusals.Add(new Refusal(RegisterRefusals.CodeTwice, field));
        if (codes.FirstOrDefault(code => !known.ContainsKey(code.Value)
            && already?.Contains(code) != true) is { Value: { } unknown })
            refusals.Add(new Refusal(RegisterRefusals.CodeUnknown, field, unknown));
    }

    /// <summary>A dated change must have happened, and must not come before one that is already recorded.</summary>
    public static void Change<T>(
        this List<Refusal> refusals, IReadOnlyList<Dated<T>> history, DateOnly from, DateOnly today)
    {
        refusals.Day("from", from, today);
        if (history.WouldRewrite(from))
            refusals.Add(new Refusal(RegisterRefusals.ChangeBeforeLast, "from", $"{history[^1].From:yyyy-MM-dd}"));
    }
}

/// <summary>Refusals that every part of the register shares.</summary>
public static class RegisterRefusals
{
    public const string TextMissing = "register.text-missing";
    public const string TextTooLong = "register.text-too-long";
    public const string TextHasControlCharacters = "register.text-has-control-characters";
    public const string TextHasOuterBlanks = "register.text-has-outer-blanks";
    public const string DateMissing = "register.date-missing";
    public const string DateFormat = "register.date-format";
    public const string DateOutOfRange = "register.date-out-of-range";
    public const string DateInFuture = "register.date-in-future";
    public const string EndsBeforeItBegins = "register.ends-before-it-begins";
    public const string ChangeBeforeLast = "register.change-before-last";
    public const string ChoiceMissing = "register.choice-missing";
    public const string ChoiceUnknown = "register.choice-unknown";
    public const string NumberFormat = "register.number-format";
    public const string NumberMissing = "register.number-missing";
    public const string CodeMissing = "register.code-missing";
    public const string CodeUnknown = "register.code-unknown";
    public const string CodeTwice = "register.code-twice";
}
