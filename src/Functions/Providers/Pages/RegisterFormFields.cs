using Oversight.Functions.Web.Components;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers.Pages;

/// <summary>The fields of the register's forms, with labels, hints and choices.</summary>
internal static class RegisterFormFields
{
    public static FieldSpec From { get; } = new(FieldKind.Date, "from", "Gäller från och med") { Required = true };

    public static FieldSpec Name(string label) =>
        new(FieldKind.Text, "name", label) { Required = true, MaxLength = RegisterChecks.NameLength };

    public static FieldSpec Ownership { get; } = new(FieldKind.Radio, "ownership", "Ägarform")
    {
        Required = true,
        Choices =
        [
            .. Enum.GetValues<Ownership>().Select(ownership => new Choice(ownership.Word(), ownership.Text())),
        ],
    };

    public static IReadOnlyList<FieldSpec> Provider { get; } =
    [
        Name("Anordnarens namn"),
        new(FieldKind.Text, "number", "Organisationsnummer")
        {
            Required = true,
            MaxLength = 20,
            Hint = "Tio siffror. En enskild firmas nummer är ett personnummer: det sparas skyddat och visas inte.",
        },
        Ownership,
    ];

    public static IReadOnlyList<FieldSpec> Agreement(MunicipalitySettings settings, RegisterRules rules) =>
    [
        new(FieldKind.Radio, "form", "Avtalsform")
        {
            Required = true,
            Choices =
            [
                .. Enum.GetValues<AgreementForm>().Select(form => new Choice(form.Word(), settings.FormText(form), settings.Wording(form).Help)),
            ],
        },
        new(FieldKind.Select, "area", "Avtalsområde") { Required = true, Choices = Choices(rules.Areas) },
        new(FieldKind.Radio, "board", "Ansvarig nämnd") { Required = true, Choices = Choices(rules.Boards) },
        new(FieldKind.Text, "key", "Avtalsnummer") { MaxLength = RegisterChecks.KeyLength, Hint = "Lämnas fältet tomt får avtalet ett eget nummer." },
        .. Terms(rules),
    ];

    public static IReadOnlyList<FieldSpec> Terms(RegisterRules rules) =>
    [
        Services(rules.Services),
        TargetGroups(rules),
        .. Period,
        new(FieldKind.Text, "responsibleDelegate", "Beslutande delegat")
        {
            MaxLength = RegisterChecks.DelegateLength,
            Hint = "Krävs vid direktupphandling. Befattning och punkt i delegationsordningen, inte namn.",
        },
        new(FieldKind.Text, "diaryNumber", "Diarienummer") { MaxLength = RegisterChecks.DiaryNumberLength },
    ];

    public static IReadOnlyList<FieldSpec> Details(RegisterRules rules, IReadOnlyDictionary<string, string> services) =>
    [
        new(FieldKind.Text, "address", "Adress") { MaxLength = RegisterChecks.AddressLength },
        Services(services),
        TargetGroups(rules),
        .. Period,
    ];

    public static IReadOnlyList<FieldSpec> Count(bool isRequired) =>
    [
        new(FieldKind.Number, "customers", "Antal kunder") { Required = isRequired },
        new(FieldKind.Number, "children", "Varav barn"),
        new(FieldKind.Date, "countedOn", "Antalet gällde") { Required = isRequired },
    ];

    public static IReadOnlyList<FieldSpec> Licence { get; } =
    [
        new(FieldKind.Box, "licenceRequired", "Verksamheten är tillståndspliktig"),
        new(FieldKind.Text, "licenceNumber", "Tillståndets nummer hos IVO") { MaxLength = RegisterChecks.LicenceLength },
        new(FieldKind.Date, "licenceGrantedOn", "Tillståndets datum"),
    ];

    public static IReadOnlyList<FieldSpec> Manager(bool isRequired) =>
    [
        new(FieldKind.Text, "managerName", "Ansvarig för den dagliga ledningen") { Required = isRequired, MaxLength = RegisterChecks.NameLength },
        new(FieldKind.Date, "managerFrom", "Ansvarig från och med") { Required = isRequired },
        new(FieldKind.Date, "managerNoticeOn", "Bytet anmäldes")
        {
            Hint = "Dagen då anordnaren anmälde bytet. Lämna tomt om bytet inte har anmälts.",
        },
    ];

    public static IReadOnlyList<Choice> Choices(IReadOnlyDictionary<string, string> codes) =>
        [.. codes.Select(code => new Choice(code.Key, code.Value))];

    private static IReadOnlyList<FieldSpec> Period { get; } =
    [
        new(FieldKind.Date, "validFrom", "Första dag") { Required = true },
        new(FieldKind.Date, "validTo", "Sista dag") { Hint = "Lämna tomt om ingen sista dag är bestämd." },
    ];

    private static FieldSpec Services(IReadOnlyDictionary<string, string> services) =>
        new(FieldKind.Boxes, "services", "Insatser") { Required = true, Choices = Choices(services) };

    private static FieldSpec TargetGroups(RegisterRules rules) =>
        new(FieldKind.Boxes, "targetGroups", "Målgrupper") { Choices = Choices(rules.TargetGroups) };
}
