using Oversight.Attachments;
using Oversight.Functions.Web;

namespace Oversight.Functions.Attachments;

internal sealed class AttachmentRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [AttachmentRefusals.TooMany] = "Högst {0} filer kan bifogas.",
        [AttachmentRefusals.TooLarge] = "En fil är för stor. Gränsen är {0} MB.",
        [AttachmentRefusals.Empty] = "En fil är tom.",
        [AttachmentRefusals.TypeRefused] =
            "Fil {0} kan inte tas emot. Tillåtna är PDF, PNG, JPEG, Word (.docx) och ren text (.txt), och innehållet "
                + "ska stämma med filnamnet.",
        [AttachmentRefusals.Active] =
            "Fil {0} är ett Word-dokument med makron, eller med något som hämtas från en annan plats när det öppnas. "
            + "Spara dokumentet som PDF och bifoga PDF-filen.",
    };
}
