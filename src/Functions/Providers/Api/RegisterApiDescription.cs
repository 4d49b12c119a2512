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
        new("ProviderApi_Register", "Registrerar en anordnare.", typeof(ProviderInput), typeof(ProviderAnswer)) { Status = 201, TakesKey = true },
        new("ProviderApi_Search", "Söker anordnare på organisationsnummer.", typeof(NumberInput), typeof(ListPage<ProviderSummary>)),
        new("ProviderApi_Get", "En anordnare med avtal och enheter.", Response: typeof(ProviderAnswer)),
        Change("ProviderApi_Rename", "Anordnaren byter namn från en dag.", typeof(NameInput), typeof(ProviderAnswer)),
        Change("ProviderApi_ChangeOwnership", "Anordnaren byter ägarform från en dag.", typeof(OwnershipInput), typeof(ProviderAnswer)),
        Change("ProviderApi_SignAgreement", "Ett nytt avtal med anordnaren.", typeof(AgreementInput), typeof(ProviderAnswer)),
        Change("ProviderApi_ChangeAgreement", "Avtalets villkor ändras från en dag.", typeof(TermsInput), typeof(ProviderAnswer)),
        new("ProviderApi_RegisterUnit", "En ny enhet under ett av anordnarens avtal.", typeof(UnitInput), typeof(UnitAnswer)) { Status = 201, TakesKey = true },
        new("UnitApi_Get", "En enhet med sin historik.", Response: typeof(UnitAnswer)),
        Change("UnitApi_Rename", "Enheten byter namn från en dag.", typeof(NameInput), typeof(UnitAnswer)),
        Change("UnitApi_ChangeDetails", "Adress, insatser, målgrupper och giltighet ändras från en dag.", typeof(DetailsInput), typeof(UnitAnswer)),
        Change("UnitApi_CountCustomers", "Antal kunder och barn en viss dag.", typeof(CustomersInput), typeof(UnitAnswer)),
        Change("UnitApi_RecordLicence", "Tillståndsplikt och tillstånd från IVO.", typeof(LicenceInput), typeof(UnitAnswer)),
        Change("UnitApi_AppointManager", "Ny ansvarig för den dagliga ledningen.", typeof(ManagerInput), typeof(UnitAnswer)),
        Change("UnitApi_RecordManagerNotice", "Bytet av ansvarig har anmälts.", typeof(ManagerNoticeInput), typeof(UnitAnswer)),
        Change("UnitApi_TakeOver", "Enheten tas över av en annan anordnare eller flyttas till ett annat avtal.", typeof(TakeOverInput), typeof(UnitAnswer)),
        new("ImportApi_Import", "Läser in en CSV-fil med registret, som helhet eller inte alls.", Response: typeof(ImportAnswer))
        {
            Status = 201,
            RequestContentTypes = [ImportApi.ContentType],
            TakesKey = true,
        },
        new("ImportApi_Get", "Hur långt en import har kommit.", Response: typeof(ImportAnswer)),
        new("ImportApi_Export", "Registret som CSV-fil, i den form som importen läser.") { ResponseContentType = ImportApi.ContentType },
    ];

    private static ApiOperation Change(string function, string summary, Type request, Type response) =>
        new(function, summary, request, response) { TakesVersion = true, TakesKey = true };
}
