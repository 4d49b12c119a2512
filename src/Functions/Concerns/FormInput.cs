using System.Globalization;
using Oversight.Functions.Web;

namespace Oversight.Functions.Concerns;

/// <summary>Small readings of form fields and request properties.</summary>
internal static class FormInput
{
    public static CodeId? Code(string? text) => TypedText.Code(text) is { Length: > 0 } code ? new CodeId(code) : null;

    /// <summary>The value of that name, in any case; never of a number. Null when there is none.</summary>
    public static T? Name<T>(string? text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.ToString().Equals(TypedText.Code(text), StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }

    /// <summary>Null when nothing was written; 0, which no rule accepts, for what is not a number.</summary>
    public static int? Severity(string text) => TypedText.Code(text) switch
    {
        "" => null,
        var typed => int.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var severity) ? severity : 0,
    };

    public static string Numbers(this FormState form, string field) => form[$"{field}.numbers"];

    public static bool IsTicked(this FormState form, string field) => form[field] == "true";
}
