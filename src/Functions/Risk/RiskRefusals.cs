using Oversight.Functions.Web;

namespace Oversight.Functions.Risk;

public static class RiskRefusals
{
    public const string AsOfMalformed = "risk.as-of-malformed";
    public const string AsOfInFuture = "risk.as-of-in-future";
    public const string AsOfTooEarly = "risk.as-of-too-early";
    public const string BoardUnknown = "risk.board-unknown";
    public const string PageMalformed = "risk.page-malformed";
}

internal sealed class RiskRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [RiskRefusals.AsOfMalformed] = "Datumet ska skrivas som år, månad och dag, till exempel 2027-02-01.",
        [RiskRefusals.AsOfInFuture] = "Risken kan inte räknas för en dag som inte har varit.",
        [RiskRefusals.AsOfTooEarly] = "Ingen riskmodell gällde så tidigt. Den första gäller från {0}.",
        [RiskRefusals.BoardUnknown] = "Nämnden finns inte.",
        [RiskRefusals.PageMalformed] = "Sidan i listan går inte att läsa. Börja om från första sidan.",
    };
}
