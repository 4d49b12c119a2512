using System.Text.Json.Nodes;
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
                new ApiQuery("form",
                    "Bara anordnare med avtal av den formen: kundval, lou, överenskommelse eller direktupphandling.",
                    typeof(string)),
                new ApiQuery("board", "Bara anordnare med avtal hos den nämnden.", typeof(string)),
                new ApiQuery("page", "Värdet i nextPage från förra svaret.", typeof(string)),
            ],
        },
        new("ProviderApi_Search", "Söker anordnare på organisationsnummer.", typeof(NumberInput),
            typeof(ListPage<ProviderSummary>)),
        new("ProviderApi_Get", "En anordnare med avtal och enheter.", Response: typeof(ProviderAnswer)),
        new("UnitApi_Get", "En enhet med sin historik.", Response: typeof(UnitAnswer)),
        new("ImportApi_Import", "Läser in en CSV-fil med registret, som helhet eller inte alls.",
            Response: typeof(ImportAnswer))
        {
            Status = 201,
            OtherRequests = new Dictionary<string, JsonObject>
            {
                [ImportApi.ContentType] = new()
                    { ["type"] = "string",
                        ["description"] = "En rad per enhet, med kolumnerna i docs/import-format.md." },
            },
            TakesKey = true,
        },
        new("ImportApi_Get", "Hur långt en import har kommit.", Response: typeof(ImportAnswer)),
        new("ImportApi_Export", "Registret som CSV-fil, i den form som importen läser.")
            { ResponseContentType = ImportApi.ContentType },
    ];

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["isSoleTrader"] = "Sant för enskild näringsidkare. Personens nummer visas då inte.",
        ["ProviderAnswer.number"] = "Organisationsnumret. Utelämnas för enskild näringsidkare.",
        ["ProviderSummary.number"] = "Organisationsnumret. Utelämnas för enskild näringsidkare.",
        ["NumberInput.number"] = "Organisationsnummer, med eller utan bindestreck.",
        ["ownership"] = "Ägarform.",
        ["names"] = "Namnen genom tiden.",
        ["owners"] = "Ägarformen genom tiden.",
        ["agreements"] = "Avtalen.",
        ["units"] = "Enheterna.",
        ["forms"] = "Avtalsformerna.",
        ["boards"] = "Nämnderna.",
        ["hasAgreementInForce"] = "Sant när något avtal gäller i dag.",
        ["history"] = "Villkoren genom tiden.",
        ["responsibleDelegate"] = "Den som enligt delegationen ansvarar för avtalet.",
        ["diaryNumber"] = "Avtalets diarienummer.",
        ["isRunByProvider"] = "Sant när anordnaren driver enheten i dag.",
        ["details"] = "Uppgifterna om enheten.",
        ["address"] = "Adressen.",
        ["licence"] = "Tillståndet.",
        ["isRequired"] = "Sant när tillstånd krävs.",
        ["Licence.number"] = "Tillståndets nummer.",
        ["grantedOn"] = "Dagen då tillståndet gavs.",
        ["isLicenceMissing"] = "Sant när tillstånd krävs och saknas.",
        ["counts"] = "Antalet kunder genom tiden.",
        ["customers"] = "Antalet kunder.",
        ["children"] = "Antalet barn bland dem.",
        ["managers"] = "Cheferna genom tiden.",
        ["noticeOn"] = "Dagen då bytet anmäldes.",
        ["noticeDue"] = "Sista dagen för att anmäla bytet.",
        ["isNoticeLate"] = "Sant när bytet inte anmäldes i tid.",
        ["placements"] = "Anordnarna genom tiden.",
        ["importId"] = "Importens id.",
        ["ImportAnswer.status"] = "underway, done eller stopped.",
        ["rows"] = "Antalet rader som ger något.",
        ["ImportAnswer.steps"] = "Antalet ändringar, eller hur många som är gjorda.",
    };
}
