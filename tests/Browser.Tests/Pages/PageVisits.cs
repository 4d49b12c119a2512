using static Oversight.Role;

namespace Oversight.Browser.Tests.Pages;

/// <summary>Every page there is. A test compares with the functions' routes, so that a new page cannot be forgotten.</summary>
internal static class PageVisits
{
    private const string AnyForm = "main form[method=post]";
    private const string Case = "/synpunkter/arende";

    public static IReadOnlyList<PageVisit> All { get; } =
    [
        new("att-gora-handlaggare", "Home_ToDo", CaseOfficer, "/"),
        new("att-gora-kvalitetsutvecklare", "Home_ToDo", QualityDeveloper, "/"),
        new("att-gora-enhetschef", "Home_ToDo", UnitManager, "/"),
        new("att-gora-processagare", "Home_ToDo", ProcessOwner, "/"),
        new("att-gora-administrator", "Home_ToDo", Administrator, "/"),
        new("synpunkt-ny", "Concerns_ReportForm", CaseOfficer, "/synpunkter/ny", AnyForm),
        new("synpunkt-kvitto", "Concerns_Receipt", CaseOfficer, "/synpunkter/kvitto/{own}"),
        new("synpunkter-mina", "Concerns_Mine", CaseOfficer, "/synpunkter/mina"),
        new("synpunkter-inkorg", "Concerns_Inbox", QualityDeveloper, "/synpunkter/inkorg"),
        new("synpunkter-inkorg-alla", "Concerns_Inbox", QualityDeveloper, "/synpunkter/inkorg?status=all"),
        new("synpunkt-egen", "Concerns_Case", CaseOfficer, Case + "/{own}"),
        new("synpunkt-bedom", "Concerns_Case", QualityDeveloper, Case + "/{own}", "main form[action$='/gor/bedom']"),
        new("synpunkt-okand-anordnare", "Concerns_Case", QualityDeveloper, Case + "/{unknown}", "main form[action$='/gor/bedom']"),
        new("synpunkt-bedomd", "Concerns_Case", QualityDeveloper, Case + "/{counted}"),
        new("synpunkt-ratta", "Concerns_OperationForm", CaseOfficer, Case + "/{own}/gor/ratta", AnyForm),
        new("synpunkt-aterkalla", "Concerns_OperationForm", CaseOfficer, Case + "/{own}/gor/aterkalla", AnyForm),
        new("synpunkt-koppla", "Concerns_OperationForm", QualityDeveloper, Case + "/{own}/gor/koppla", AnyForm),
        new("synpunkt-maskera", "Concerns_OperationForm", QualityDeveloper, Case + "/{own}/gor/maskera", AnyForm),
        new("synpunkt-flytta", "Concerns_OperationForm", QualityDeveloper, Case + "/{own}/gor/flytta", AnyForm),
        new("synpunkt-enhet", "Concerns_OperationForm", QualityDeveloper, Case + "/{unknown}/gor/enhet", AnyForm),
        new("synpunkt-bedom-pa-nytt", "Concerns_OperationForm", QualityDeveloper, Case + "/{counted}/gor/bedom", AnyForm),
        new("synpunkt-anmal-jav", "Concerns_OperationForm", UnitManager, Case + "/{proposed}/gor/anmal-jav", AnyForm),
        new("synpunkt-besluta", "Concerns_DecisionForm", UnitManager, Case + "/{proposed}/beslut", AnyForm),
        new("synpunkt-beslut", "Concerns_DecisionForm", QualityDeveloper, Case + "/{decided}/beslut"),
        new("api", "ApiPages_List", CaseOfficer, "/api-beskrivning"),
        new("api-anrop", "ApiPages_Call", CaseOfficer, "/api-beskrivning/concern_assess"),
        new("api-anrop-att-prova", "ApiPages_Call", CaseOfficer, "/api-beskrivning/Concerns_ApiGet", "main form[method=get]"),
        new("anordnare", "ProviderPages_List", QualityDeveloper, "/anordnare"),
        new("anordnare-administrator", "ProviderPages_List", Administrator, "/anordnare?sok=omsorg"),
        new("anordnaren-pa-en-a4", "ProviderPages_Provider", QualityDeveloper, "/anordnare/{provider}"),
        new("anordnaren-inkop", "ProviderPages_Provider", Procurement, "/anordnare/{provider}"),
        new("anordnare-ny", "Providers_Form", Administrator, "/anordnare/ny", AnyForm),
        new("anordnare-namn", "Providers_OperationForm", Administrator, "/anordnare/{provider}/gor/namn", AnyForm),
        new("anordnare-agare", "Providers_OperationForm", Administrator, "/anordnare/{provider}/gor/agare", AnyForm),
        new("avtal-nytt", "Providers_OperationForm", Administrator, "/anordnare/{provider}/gor/nytt-avtal", AnyForm),
        new("avtal-andra", "Agreements_OperationForm", Administrator, "/anordnare/{provider}/avtal/{agreement}/gor/andra", AnyForm),
        new("anordnare-import", "ImportPages_Form", Administrator, "/anordnare/import", AnyForm),
        new("anordnare-import-klar", "ImportPages_Import", Administrator, "/anordnare/import/{import}"),
        new("enhet", "UnitPages_Unit", QualityDeveloper, "/enheter/{unit}"),
        new("enhet-administrator", "UnitPages_Unit", Administrator, "/enheter/{unit}"),
        new("enhet-ny", "Units_Form", Administrator, "/anordnare/{provider}/enhet/ny", AnyForm),
        new("enhet-namn", "Units_OperationForm", Administrator, "/enheter/{unit}/gor/namn", AnyForm),
        new("enhet-uppgifter", "Units_OperationForm", Administrator, "/enheter/{unit}/gor/uppgifter", AnyForm),
        new("enhet-antal", "Units_OperationForm", Administrator, "/enheter/{unit}/gor/antal", AnyForm),
        new("enhet-tillstand", "Units_OperationForm", Administrator, "/enheter/{unit}/gor/tillstand"),
        new("enhet-ansvarig", "Units_OperationForm", Administrator, "/enheter/{unit}/gor/ansvarig", AnyForm),
        new("enhet-anmalan", "Units_OperationForm", Administrator, "/enheter/{unit}/gor/anmalan", AnyForm),
        new("enhet-overtagande", "Units_OperationForm", Administrator, "/enheter/{unit}/gor/overtagande", AnyForm),
        new("risk", "RiskPages_List", QualityDeveloper, "/risk"),
        new("risk-poang-for-poang", "RiskPages_Unit", QualityDeveloper, "/risk/{unit}"),
        new("risk-synpunktens-paverkan", "RiskPages_Unit", QualityDeveloper, "/risk/{unit}?synpunkt={counted}"),
        new("arsplaner", "PlanPages_List", QualityDeveloper, "/arsplan", AnyForm),
        new("arsplan-utkast", "PlanPages_Read", ProcessOwner, "/arsplan/socialnamnden/2027", "main form[action$='/faststall']"),
        new("arsplan-faststalld", "PlanPages_Read", ProcessOwner, "/arsplan/aldrenamnden/2027", "main form[action$='/revidera']"),
        new("arsplan-nytt-utkast", "PlanOperations_DraftForm", ProcessOwner, "/arsplan/utkast", AnyForm),
        new("arsplan-faststall", "PlanOperations_Form", ProcessOwner, "/arsplan/socialnamnden/2027/gor/faststall", AnyForm),
        new("arsplan-namndsekreterare", "PlanPages_Read", BoardSecretary, "/arsplan/aldrenamnden/2027"),
        new("dokumentlista", "DocumentPages_List", ProcessOwner, "/dokument"),
        new("dokument", "DocumentPages_Read", ProcessOwner, "/dokument/{document}"),
        new("dokument-registrator", "DocumentPages_Read", Registrar, "/dokument/{document}", AnyForm),
        new("dokument-diariefor", "DocumentOperations_Form", Registrar, "/dokument/{document}/gor/diariefor", AnyForm),
        new("inloggad", "SignedIn_Page", CaseOfficer, "/inloggad"),
        new("drift", "Home_Administration", Administrator, "/drift"),
        new("drift-efterarbete", "Effects_PutAside", Administrator, "/drift/efterarbete"),
        new("drift-meddelanden", "Messages_DeadLetters", Administrator, "/drift/meddelanden"),
        new("drift-ombyggnad", "Rebuild_Show", Administrator, "/drift/ombyggnad"),
        new("sidan-finns-inte", "ZzzFallback", CaseOfficer, "/finns-inte"),
        new("inte-behorig", "RiskPages_List", CaseOfficer, "/risk"),
        new("lokal-inloggning", null, null, "/.auth/login/local", "main form.post-form"),
        new("lokal-utloggad", null, null, "/.auth/logout/complete"),
        new("lokal-klocka", null, null, "/.local/klocka", "main form.post-form"),
    ];

    /// <summary>Functions that answer GET outside the API without being a page.</summary>
    public static IReadOnlyDictionary<string, string> NotPages { get; } = new Dictionary<string, string>
    {
        ["Agreements_OperationMoved"] = "Leads to where the forms are now.",
        ["ApiPages_Try"] = "Leads to the answer of a call.",
        ["Assets_Get"] = "Style sheets.",
        ["Concerns_Attachment"] = "A link to a file.",
        ["Concerns_OperationMoved"] = "Leads to where the forms are now.",
        ["DocumentPages_Fetch"] = "A link to a file.",
        ["ImportPages_Export"] = "A file.",
        ["Providers_OperationMoved"] = "Leads to where the forms are now.",
        ["Units_OperationMoved"] = "Leads to where the forms are now.",
    };
}
