using System.Globalization;

namespace Oversight.Functions.Web.Components;

/// <summary>Numbers as people read them: <c>8 050</c>.</summary>
public static class Numbers
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    public static string Text(int number) => number.ToString("N0", Swedish);

    /// <summary><c>1 synpunkt</c>, <c>12 synpunkter</c>.</summary>
    public static string Of(int number, string one, string many) => $"{Text(number)} {(number == 1 ? one : many)}";
}
