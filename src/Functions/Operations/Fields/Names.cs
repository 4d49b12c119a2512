using System.Text.Json;

namespace Oversight.Functions.Operations.Fields;

/// <summary>The names of enumerations as forms and callers write them.</summary>
public static class Names
{
    /// <summary>The value of that name, in any case; never of a number. Null when there is none.</summary>
    public static T? Find<T>(string? text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.ToString().Equals(TypedText.Code(text), StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }

    /// <summary>In camelCase.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
