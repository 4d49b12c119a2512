namespace Oversight.Core.Tests;

/// <summary>A refusal as the tables of the tests write it.</summary>
internal static class RefusalText
{
    /// <summary><c>field:code(argument, argument)</c>.</summary>
    public static string Of(Refusal refusal) =>
        (refusal.Field is { } field ? $"{field}:" : "") + refusal.Code
        + (refusal.Arguments.Count > 0 ? $"({string.Join(", ", refusal.Arguments)})" : "");
}
