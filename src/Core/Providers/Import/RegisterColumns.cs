using System.Collections.Frozen;

namespace Oversight.Providers.Import;

/// <summary>
/// The columns of the register's file: their Swedish names, and which field of provider, agreement or unit each one is.
/// </summary>
public static class RegisterColumns
{
    public const string ProviderNumber = "organisationsnummer";
    public const string ChangedFrom = "ändringsdatum";
    public const string AgreementKey = "avtalsnummer";
    public const string AgreementForm = "avtalsform";
    public const string UnitKey = "enhetskod";
    public const string UnitName = "enhet";

    public static FrozenDictionary<string, string> Provider { get; } = new Dictionary<string, string>
    {
        ["number"] = ProviderNumber,
        ["name"] = "anordnare",
        ["ownership"] = "ägarform",
        ["from"] = ChangedFrom,
    }.ToFrozenDictionary();

    public static FrozenDictionary<string, string> Agreement { get; } = new Dictionary<string, string>
    {
        ["key"] = AgreementKey,
        ["form"] = AgreementForm,
        ["area"] = "avtalsområde",
        ["board"] = "nämnd",
        ["services"] = "avtalsinsatser",
        ["targetGroups"] = "avtalsmålgrupper",
        ["validFrom"] = "avtal från",
        ["validTo"] = "avtal till",
        ["responsibleDelegate"] = "beslutande delegat",
        ["diaryNumber"] = "diarienummer",
        ["from"] = ChangedFrom,
    }.ToFrozenDictionary();

    public static FrozenDictionary<string, string> Unit { get; } = new Dictionary<string, string>
    {
        ["key"] = UnitKey,
        ["name"] = UnitName,
        ["address"] = "adress",
        ["services"] = "enhetsinsatser",
        ["targetGroups"] = "enhetsmålgrupper",
        ["validFrom"] = "enhet från",
        ["validTo"] = "enhet till",
        ["customers"] = "kunder",
        ["children"] = "barn",
        ["countedOn"] = "antal per",
        ["licenceRequired"] = "tillståndsplikt",
        ["licenceNumber"] = "tillståndsnummer",
        ["licenceGrantedOn"] = "tillståndsdatum",
        ["managerName"] = "ansvarig",
        ["managerFrom"] = "ansvarig från",
        ["managerNoticeOn"] = "ansvarig anmäld",
        ["from"] = ChangedFrom,
    }.ToFrozenDictionary();

    /// <summary>Every column in the order the export writes them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        ProviderNumber, "anordnare", "ägarform",
        AgreementKey, AgreementForm, "avtalsområde", "nämnd", "avtalsinsatser", "avtalsmålgrupper", "avtal från",
        "avtal till", "beslutande delegat", "diarienummer",
        UnitKey, UnitName, "adress", "enhetsinsatser", "enhetsmålgrupper", "enhet från", "enhet till", "kunder", "barn",
        "antal per", "tillståndsplikt", "tillståndsnummer", "tillståndsdatum", "ansvarig", "ansvarig från",
        "ansvarig anmäld", ChangedFrom,
    ];

    /// <summary>Columns that a file must have, though a row without agreement or unit leaves them empty.</summary>
    public static IReadOnlyList<string> Required { get; } =
    [
        ProviderNumber, "anordnare", "ägarform", AgreementForm, "avtalsområde", "nämnd", "avtalsinsatser", "avtal från",
        UnitName, "enhetsinsatser", "enhet från",
    ];
}
