using System.Globalization;
using Oversight.Functions.Web.Components;
using Oversight.Providers;

namespace Oversight.Functions.Providers.Pages;

/// <summary>The forms that change a unit, by the last part of their address.</summary>
internal static class UnitChanges
{
    public const string TakeOver = "overtagande";

    /// <param name="agreements">What the unit may move to; only for <see cref="TakeOver"/>.</param>
    public static FormSpec? Find(string what, Id id, UnitState.Registered unit, RegisterCall call, IReadOnlyList<Choice> agreements)
    {
        (string Title, string? Lead, IReadOnlyList<FieldSpec> Fields)? form = what switch
        {
            "namn" => ("Byt namn på enheten", "Tidigare dokument behåller namnet som gällde då.", [RegisterFormFields.Name("Nytt namn"), RegisterFormFields.From]),
            "uppgifter" => ("Ändra uppgifter", null, [RegisterFormFields.From, .. RegisterFormFields.Details(call.Rules, Offered(unit, call))]),
            "antal" => ("Ange antal kunder", null, RegisterFormFields.Count(isRequired: true)),
            "tillstand" => ("Ändra tillstånd", null, RegisterFormFields.Licence),
            "ansvarig" => (
                "Ny ansvarig för den dagliga ledningen", "Tidigare ansvariga står kvar i historiken.", RegisterFormFields.Manager(isRequired: true)),
            "anmalan" when unit.Manager is { } manager => (
                "Anmälan om byte av ansvarig", null,
                [
                    new FieldSpec(FieldKind.Select, "managerKey", "Ansvarig från och med")
                    {
                        Required = true,
                        Choices = [new Choice(manager.Key.Value, SwedishDates.Text(manager.From))],
                    },
                    new FieldSpec(FieldKind.Date, "managerNoticeOn", "Bytet anmäldes") { Required = true },
                ]),
            TakeOver => (
                "Enheten tas över", "Historiken följer enheten. Synpunkter från tiden före övertagandet står kvar hos den tidigare utföraren.",
                [
                    new FieldSpec(FieldKind.Select, "agreementId", "Anordnare och avtal") { Required = true, Choices = agreements },
                    RegisterFormFields.From,
                ]),
            _ => null,
        };
        if (form is not var (title, lead, fields))
            return null;
        var trail = FormDesk.Trail(
            new Crumb(unit.Agreement.ProviderName, $"/anordnare/{unit.Agreement.ProviderId}"), new Crumb(unit.Names.Latest(), $"/enheter/{id}"));
        return new FormSpec(title, lead, trail, $"/enheter/{id}/andra/{what}", fields, "Spara", $"/enheter/{id}");
    }

    public static UnitCommand? Command(string what, FieldReader fields, Id managerKey, RegisterRules rules) => what switch
    {
        "namn" => RegisterForms.UnitName(fields),
        "uppgifter" => RegisterForms.UnitChange(fields, rules),
        "antal" => RegisterForms.Count(fields),
        "tillstand" => new UnitCommand.RecordLicence(RegisterForms.Licence(fields)),
        "ansvarig" => RegisterForms.Manager(fields, managerKey, rules),
        "anmalan" => UnitForms.Notice(fields),
        _ => null,
    };

    /// <summary>What stands now, for the fields that are filled in from the start.</summary>
    public static Dictionary<string, string> Values(UnitState.Registered unit) => new()
    {
        ["name"] = unit.Names.Latest(),
        ["address"] = unit.Details.Address ?? "",
        ["validFrom"] = RegisterWording.Iso(unit.Details.ValidFrom),
        ["validTo"] = RegisterWording.Iso(unit.Details.ValidTo),
        ["customers"] = unit.Count?.Customers.ToString(CultureInfo.InvariantCulture) ?? "",
        ["children"] = unit.Count?.Children?.ToString(CultureInfo.InvariantCulture) ?? "",
        ["licenceRequired"] = unit.Licence.IsRequired ? "true" : "",
        ["licenceNumber"] = unit.Licence.Number ?? "",
        ["licenceGrantedOn"] = RegisterWording.Iso(unit.Licence.GrantedOn),
    };

    /// <summary>Services of the agreement, and those that the unit has already.</summary>
    private static Dictionary<string, string> Offered(UnitState.Registered unit, RegisterCall call) => unit.Agreement.Services.Concat(unit.Details.Services)
        .Distinct().ToDictionary(code => code.Value, code => call.Settings.Services([code]));
}
