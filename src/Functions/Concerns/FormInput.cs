using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web;

namespace Oversight.Functions.Concerns;

/// <summary>Small readings of form fields and request properties.</summary>
internal static class FormInput
{
    public static CodeId? Code(string? text) => TypedText.Code(text) is { Length: > 0 } code ? new CodeId(code) : null;

    public static string Numbers(this FormState form, string field) => form[WordsField.NumbersOf(field)];

    public static bool IsTicked(this FormState form, string field) => form[field] == "true";
}
