using Oversight.Providers;

namespace Oversight.Local.Demonstration;

/// <summary>
/// Organisationsnummer with a right check digit that nobody is likely to have: the last series of each kind, which the
/// authorities hand out in order from the first.
/// </summary>
public static class FictionalNumbers
{
    /// <param name="serial">0-9999; the same serial and ownership always give the same number.</param>
    public static OrganisationNumber Of(Ownership ownership, int serial)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(serial);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, 9_999);
        var series = ownership switch
        {
            Ownership.Private => "55999",
            Ownership.NonProfit => "80999",
            _ => "21999",
        };
        var body = $"{series}{serial:0000}";
        for (var check = 0; check < 10; check++)
        {
            if (OrganisationNumber.TryParse($"{body}{check}", out var number))
                return number;
        }

        throw new InvalidOperationException($"No check digit makes {body} an organisationsnummer.");
    }
}
