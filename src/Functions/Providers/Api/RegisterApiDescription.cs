using Oversight.Functions.Web;

namespace Oversight.Functions.Providers.Api;

internal sealed class RegisterApiDescription : IApiDescription
{
    public IEnumerable<ApiOperation> Operations { get; } =
    [
        new("ProviderApi_List", "Alla anordnare, i namnordning.", Response: typeof(ListPage<ProviderSummary>))
        {
            Query =
            [
                new ApiQuery("name", "Bara anordnare vars namn, nu eller tidigare, innehåller texten.", typeof(string)),
                new ApiQuery("form", "Bara anordnare med avtal av den formen: kundval, lou, överenskommelse eller direktupphandling.", typeof(string)),
                new ApiQuery("board", "Bara anordnare med avtal hos den nämnden.", typeof(string)),
                new ApiQuery("page", "Värdet i nextPage från förra svaret.", typeof(string)),
            ],
        },
        new("ProviderApi_Search", "Söker anordnare på organisationsnummer.", typeof(NumberInput), typeof(ListPage<ProviderSummary>)),
        new("ProviderApi_Get", "En anordnare med avtal och enheter.", Response: typeof(ProviderAnswer)),
        new("UnitApi_Get", "En enhet med sin historik.", Response: typeof(UnitAnswer)),
        new("ImportApi_Import", "Läser in en CSV-fil med registret, som helhet eller inte alls.", Response: typeof(ImportAnswer))
        {
            Status = 201,
            RequestContentTypes = [ImportApi.ContentType],
            TakesKey = true,
        },
        new("ImportApi_Get", "Hur långt en import har kommit.", Response: typeof(ImportAnswer)),
        new("ImportApi_Export", "Registret som CSV-fil, i den form som importen läser.") { ResponseContentType = ImportApi.ContentType },
    ];
}
