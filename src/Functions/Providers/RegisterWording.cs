using System.Globalization;
using Oversight.Functions.Web.Components;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers;

/// <summary>The register's words as people read them; forms of agreement from the settings.</summary>
public static class RegisterWording
{
    /// <summary>The way to every page of the register begins here.</summary>
    public static Crumb Start { get; } = new("Anordnare", "/anordnare");

    public static Crumb Units { get; } = new("Enheter", UnitListQuery.Address);

    public static string Text(this Ownership ownership) => ownership switch
    {
        Ownership.Municipal => "Kommunal (egen produktion)",
        Ownership.Private => "Privat",
        Ownership.NonProfit => "Idéburen",
        Ownership.OtherPublic => "Annan offentlig",
        _ => throw new ArgumentOutOfRangeException(nameof(ownership)),
    };

    /// <summary>The form's stable code in settings, addresses and API.</summary>
    public static string FormCode(this AgreementForm form) => form switch
    {
        AgreementForm.Kundval => "kundval",
        AgreementForm.Procured => "lou",
        AgreementForm.Understanding => "overenskommelse",
        AgreementForm.DirectAward => "direktupphandling",
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    public static AgreementFormWording Wording(this MunicipalitySettings settings, AgreementForm form) =>
        settings.AgreementForms.First(wording => wording.Form.Value == form.FormCode());

    public static string FormText(this MunicipalitySettings settings, AgreementForm form) =>
        settings.Wording(form).Text;

    /// <summary>anordnare, utförare or egen produktion, by the agreements in force.</summary>
    public static string PartyWord(this MunicipalitySettings settings, ProviderState.Registered provider, DateOnly day)
    {
        var inForce = provider.Agreements.Where(agreement => agreement.TermsOn(day).IsValidOn(day))
            .Select(agreement => agreement.Form).Distinct().ToList();
        return inForce.Count == 0 ? "anordnare" : settings.Wording(inForce.Min()).PartyWord;
    }

    public static string Number(this ProviderState.Registered provider) =>
        provider.Number?.Hyphenated ?? "Enskild firma (numret visas inte)";

    /// <summary>Codes in words, with the act in parentheses: <c>Ledsagarservice (LSS)</c>.</summary>
    public static string Services(this MunicipalitySettings settings, IEnumerable<CodeId> services)
    {
        var list = settings.Codes(CodeLists.Services);
        return string.Join(", ", services.Select(service => $"{list.Text(service)}{Act(list, service)}"));
    }

    public static string TargetGroups(this MunicipalitySettings settings, IEnumerable<CodeId> groups)
    {
        var list = settings.Codes(CodeLists.TargetGroups);
        return string.Join(", ", groups.Select(list.Text));
    }

    public static string BoardName(this MunicipalitySettings settings, BoardId board) =>
        settings.Board(board)?.Name ?? board.Value;

    public static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Act(CodeList list, CodeId service) =>
        list.Codes.FirstOrDefault(code => code.Id == service) is { Marks: { Count: > 0 } marks }
            ? $" ({string.Join(", ", marks.Where(mark => mark is "lss" or "sol" or "hsl").Select(Act))})"
            : "";

    private static string Act(string mark) => mark == "sol" ? "SoL" : mark.ToUpperInvariant();
}
