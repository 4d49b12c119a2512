using Oversight.Functions.Operations.Fields;

namespace Oversight.Functions.Sanctions.Operations;

/// <summary>What an omedelbar åtgärd is and until when, however it is decided on.</summary>
internal static class UrgentFields
{
    /// <param name="optionalInCalls">Other decisions are made by the same call.</param>
    public static WordsField Measure(bool optionalInCalls = false) =>
        new("measure", "Vad innebär åtgärden?", limits => limits.Reason)
        {
            Required = true,
            OptionalInCalls = optionalInCalls,
            Rows = 3,
            Hint = "Står i beslutet och i underrättelsen till verksamheten. Skriv inga uppgifter om kunder.",
        };

    public static DayField Until(bool optionalInCalls = false) => new("until", "Gäller till och med")
    {
        Required = true,
        OptionalInCalls = optionalInCalls,
        Hint = "Efter den dagen får enheten nya kunder igen, om åtgärden inte förlängs.",
    };
}
