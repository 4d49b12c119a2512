using System.Globalization;

namespace Azure.Data.Tables.Internal;

/// <summary>Filter text with every argument written as an OData literal.</summary>
internal static class ODataFilter
{
    internal static string Create(FormattableString filter)
    {
        var literals = filter.GetArguments().Select(Literal).ToArray<object>();
        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }

    private static string Literal(object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        double number => number.ToString(CultureInfo.InvariantCulture),
        string text => Quote(text),
        char c => Quote(c.ToString()),
        Guid id => $"guid'{id}'",
        DateTimeOffset time => Time(time),
        DateTime time => Time(time),
        byte[] binary => $"X'{Convert.ToHexString(binary)}'",
        BinaryData binary => $"X'{Convert.ToHexString(binary.ToMemory().Span)}'",
        _ => throw new ArgumentException($"Unable to convert filter argument from type {value?.GetType().ToString() ?? "null"}."),
    };

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Time(DateTimeOffset time) => $"datetime'{time.UtcDateTime.ToString("o", CultureInfo.InvariantCulture)}'";
}
