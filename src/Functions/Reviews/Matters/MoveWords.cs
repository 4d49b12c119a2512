using System.Globalization;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Matters;

/// <summary>kundflytt in words and as fields, whether a sanction brings it or not.</summary>
public static class MoveWords
{
    public static readonly NumberField Remaining = new("remaining", "Kunder som inte har flyttat") { Required = true };

    public static readonly DayField LastDay = new("lastDay", "Sista dag för kunderna");

    public static readonly DayField ChoiceOffered = new("choiceOffered", "Omval erbjudet den") { NotAfterToday = true };

    /// <summary>"14 kunder kvar"</summary>
    public static string Left(CustomerMove move) => move.Remaining switch
    {
        null => "Kunderna är inte räknade",
        0 => "Alla kunder har flyttat",
        1 => "1 kund kvar",
        { } left => string.Create(CultureInfo.InvariantCulture, $"{left} kunder kvar"),
    };
}
