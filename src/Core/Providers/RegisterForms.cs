namespace Oversight.Providers;

/// <summary>
/// From fields to commands: the one place that knows the field names of the register, for forms, API and files alike.
/// </summary>
public static class RegisterForms
{
    public static ProviderCommand.Register Provider(FieldReader fields) =>
        new(fields.Text("name"), fields.OrganisationNumber("number"),
            fields.Choice("ownership", RegisterWords.Ownerships));

    public static ProviderCommand.Rename ProviderName(FieldReader fields) =>
        new(fields.Date("from"), fields.Text("name"));

    public static ProviderCommand.ChangeOwnership Ownership(FieldReader fields) =>
        new(fields.Date("from"), fields.Choice("ownership", RegisterWords.Ownerships));

    /// <param name="id">
    /// The new agreement's identity; its reference stands in for an avtalsnummer that was not given.
    /// </param>
    public static ProviderCommand.SignAgreement Agreement(FieldReader fields, Id id, RegisterRules rules) => new(
        id, fields.Key("key") ?? id.Reference('A'), fields.Choice("form", RegisterWords.Forms),
        new CodeId(fields.Code("area", rules.Areas)), new BoardId(fields.Code("board", rules.Boards)),
        Terms(fields, rules), rules);

    public static ProviderCommand.ChangeAgreement AgreementChange(FieldReader fields, Id id, RegisterRules rules) =>
        new(id, fields.Date("from"), Terms(fields, rules), rules);

    public static AgreementTerms Terms(FieldReader fields, RegisterRules rules) => new(
        fields.Codes("services", rules.Services), fields.Codes("targetGroups", rules.TargetGroups),
        fields.Date("validFrom"), fields.OptionalDate("validTo"), fields.OptionalText("responsibleDelegate"),
        fields.Key("diaryNumber"));

    /// <param name="managerKey">The pseudonym of the manager, if the fields name one.</param>
    public static UnitCommand.Register Unit(
        FieldReader fields, Id id, Id managerKey, AgreementFacts agreement, RegisterRules rules) => new(
            fields.Key("key") ?? id.Reference('E'), fields.Text("name"), agreement, Details(fields, rules),
            Licence(fields), rules, HasCount(fields) ? Count(fields) : null,
            HasManager(fields) ? Manager(fields, managerKey, rules) : null);

    public static UnitCommand.Rename UnitName(FieldReader fields) => new(fields.Date("from"), fields.Text("name"));

    public static UnitCommand.ChangeDetails UnitChange(FieldReader fields, RegisterRules rules) =>
        new(fields.Date("from"), Details(fields, rules), rules);

    public static UnitDetails Details(FieldReader fields, RegisterRules rules) => new(
        fields.Lines("address"), fields.Codes("services", rules.Services),
        fields.Codes("targetGroups", rules.TargetGroups), fields.Date("validFrom"), fields.OptionalDate("validTo"));

    public static Licence Licence(FieldReader fields) => new(
        fields.YesOrNo("licenceRequired"), fields.Key("licenceNumber"), fields.OptionalDate("licenceGrantedOn"));

    public static UnitCommand.CountCustomers Count(FieldReader fields) =>
        new(fields.Date("countedOn"), fields.Number("customers"), fields.OptionalNumber("children"));

    public static UnitCommand.AppointManager Manager(FieldReader fields, Id key, RegisterRules rules) => new(
        key, fields.Text("managerName"), fields.Date("managerFrom"), fields.OptionalDate("managerNoticeOn"), rules);

    public static bool HasCount(FieldReader fields) =>
        !fields.IsBlank("customers") || !fields.IsBlank("children") || !fields.IsBlank("countedOn");

    public static bool HasManager(FieldReader fields) =>
        !fields.IsBlank("managerName") || !fields.IsBlank("managerFrom") || !fields.IsBlank("managerNoticeOn");
}
