using Oversight.Functions.Web;

namespace Oversight.Functions.Documents;

internal sealed class DocumentApiDescription : IApiDescription
{
    private static readonly ApiQuery Format = new("format", "docx (om inget anges) eller html.", typeof(string));
    private static readonly ApiQuery Version = new(
        "version", "Versionens nummer; den senaste om inget anges.", typeof(int));

    public IEnumerable<ApiOperation> Operations { get; } =
    [
        new("DocumentApi_List", "Listar dokument hos de nämnder du arbetar för.", Response: typeof(
            ListPage<ListedDocument>))
        {
            Query =
            [
                new("board", "Bara den nämndens dokument.", typeof(string)),
                new("type", "Bara den dokumenttypen, till exempel arsplan.", typeof(string)),
                new("status", $"Bara den statusen: {DocumentStatusWords.All}.", typeof(string)),
                new("size", "Högst så många per sida, 1–200.", typeof(int)),
                new("page", "nextPage från förra sidan.", typeof(string)),
            ],
        },
        new("DocumentApi_Read", "Läser uppgifterna om ett dokument och dess versioner.",
            Response: typeof(DocumentAnswer)),
        new("DocumentApi_Link", "Ger en länk som läser en fil i fem minuter.",
            Response: typeof(DocumentLink)) { Query = [Format, Version] },
    ];

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["registrationNumber"] = "Diarienumret. Utelämnas tills registrator har angett det.",
        ["provision"] = "Bestämmelsen.",
        ["authority"] = "Myndigheten som markerade.",
        ["versions"] = "Versionerna, äldst först.",
        ["files"] = "Filerna.",
        ["url"] = "Länken till filen. Den slutar gälla vid expiresAt; hämta då en ny.",
        ["expiresAt"] = "När länken slutar gälla.",
        ["fileName"] = "Filens namn.",
        ["createdAt"] = "När dokumentet gjordes.",
        ["changedAt"] = "När det senast ändrades.",
    };
}
