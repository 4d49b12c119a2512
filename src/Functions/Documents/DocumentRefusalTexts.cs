using Oversight.Documents;
using Oversight.Functions.Web;

namespace Oversight.Functions.Documents;

internal sealed class DocumentRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [DocumentRefusals.NotFound] = "Dokumentet finns inte.",
        [DocumentRefusals.OtherBoard] = "Dokumentet hör till en annan nämnd eller är av en annan typ.",
        [DocumentRefusals.FileMissing] = "En version måste ha minst en fil.",
        [DocumentRefusals.Closed] = "Dokumentet är inkommet eller expedierat och får inga fler versioner.",
        [DocumentRefusals.StatusNotAllowed] = "Ett dokument kan inte gå från den status det har till den du valde.",
        [DocumentRefusals.NumberMissing] = "Ange diarienumret.",
        [DocumentRefusals.NumberForm] = "Diarienumret har inte nämndens form. Så här kan det se ut: {0}.",
        [DocumentRefusals.NumberTooLong] = "Diarienumret får ha högst {0:N0} tecken.",
        [DocumentRefusals.FormatUnknown] = "Dokumentet finns i formaten {0}.",
        [DocumentRefusals.VersionUnknown] = "Dokumentet har ingen sådan version.",
        [DocumentRefusals.BoardUnknown] = "Nämnden finns inte.",
        [DocumentRefusals.StatusUnknown] = "Status ska vara någon av {0}.",
        [DocumentRefusals.PageUnknown] = "Sidan i listan går inte att läsa. Börja om från första sidan.",
        [DocumentEdgeRefusals.NoLink] =
            "Adressen leder inte till något dokument här. Kopiera hela länken, eller sök upp dokumentet i listan.",
    };
}
