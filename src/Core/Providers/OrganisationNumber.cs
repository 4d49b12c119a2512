namespace Oversight.Providers;

/// <summary>
/// organisationsnummer (lag 1974:174): ten digits, the last one a check digit (Luhn over all ten), never changed or
/// reused. A legal person's third digit is at least 2. A sole trader's number is a personnummer: then
/// <see cref="IsPersonal"/> is true and the number is personal data, which is never shown, logged or put in a view.
/// <see cref="ToString"/> is therefore masked.
/// </summary>
public readonly record struct OrganisationNumber : ICode<OrganisationNumber>
{
    /// <summary>What is shown in place of a number that is a personnummer.</summary>
    public const string Mask = "••••••-••••";
    private readonly string? _digits;

    private OrganisationNumber(string digits) => _digits = digits;

    /// <summary>The ten digits. Personal data when <see cref="IsPersonal"/>.</summary>
    public string Value => _digits ?? throw new InvalidOperationException("An organisationsnummer that was never set.");

    /// <summary>A sole trader's: the third digit is below 2, because it is the month of a birthday.</summary>
    public bool IsPersonal => _digits is not null && _digits[2] < '2';

    /// <summary><c>556016-0680</c>. Personal data when <see cref="IsPersonal"/>.</summary>
    public string Hyphenated => $"{Value[..6]}-{Value[6..]}";

    public static bool TryParse(string? text, out OrganisationNumber number) => Read(text, out number) is null;

    /// <summary>
    /// Reads a number as people write it: ten digits with or without hyphen, twelve with 16 (legal person) or a century
    /// (sole trader) before. Null when it is right, otherwise the code of what is wrong
    /// (<see cref="ProviderRefusals"/>).
    /// </summary>
    public static string? Read(string? text, out OrganisationNumber number)
    {
        number = default;
        var digits = Digits(text);
        if (digits is null)
            return ProviderRefusals.NumberFormat;
        if (!TenDigits.HasRightCheckDigit(digits))
            return ProviderRefusals.NumberCheckDigit;
        number = new OrganisationNumber(digits);
        return null;
    }

    /// <summary>The number that was written by this type; throws, without naming it, on anything else.</summary>
    public static OrganisationNumber FromValue(string value) =>
        TryParse(value, out var number) ? number : throw new FormatException("Not an organisationsnummer.");

    public override string ToString() => _digits is null ? "" : IsPersonal ? Mask : Hyphenated;

    private static string? Digits(string? text)
    {
        var compact = TypedText.Code(text).Replace(" ", "", StringComparison.Ordinal);
        if (compact.Length is 11 or 13 && compact[^5] is '-')
            compact = compact[..^5] + compact[^4..];
        if (compact.Length is not (10 or 12) || !compact.All(char.IsAsciiDigit))
            return null;
        var century = compact.Length == 12 ? compact[..2] : null;
        var digits = compact[^10..];
        if (digits[2] >= '2')
            return digits[0] == '0' || century is not (null or "16") ? null : digits;
        return century is null or "19" or "20" && TenDigits.IsBirthday(digits, century) ? digits : null;
    }
}
