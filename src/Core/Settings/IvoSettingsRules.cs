namespace Oversight.Settings;

/// <summary>What must hold of the rules for positions on a report to IVO.</summary>
internal static class IvoSettingsRules
{
    private const string Part = "ivo";

    public static void Check(MunicipalitySettings settings, List<SettingsProblem> problems)
    {
        problems.Require(settings.IvoRules.Count > 0, Part, "[]", "regler för anmälan till IVO saknas");
        foreach (var (rules, index) in settings.IvoRules.Select((rules, index) => (rules, index)))
            Check(settings, rules, $"[{index}]", problems);
        problems.Require(
            settings.Codes(CodeLists.IvoGrounds).Codes.Any(code => code.IsMarked(IvoMarks.Finding)),
            $"codes/{CodeLists.IvoGrounds}", "[]", "ingen grund är märkt 'finding'");
    }

    private static void Check(
        MunicipalitySettings settings, IvoRules rules, string at, List<SettingsProblem> problems)
    {
        Require(settings.IvoRules.Count(other => other.ValidFrom == rules.ValidFrom) == 1, "validFrom",
            "två regler börjar gälla samma dag");
        Require(rules.SeriousSeverity is >= 1 and <= 4, "seriousSeverity", "ska vara 1–4");
        Require(rules.WorkingDays >= 1, "workingDays", "ska vara minst 1");
        Require(
            rules.RemindWorkingDaysBefore >= 0 && rules.RemindWorkingDaysBefore < rules.WorkingDays,
            "remindWorkingDaysBefore", "ska vara färre än dagarna för ställningstagandet");
        Require(rules.SubstituteWorkingDays >= 1, "substituteWorkingDays", "ska vara minst 1");
        Require(rules.Decider != Role.System, "decider", "en människa beslutar");
        Require(
            rules.Substitute != Role.System && rules.Substitute != rules.Decider, "substitute",
            "ersättaren ska vara en annan roll än den som beslutar");
        Require(!string.IsNullOrWhiteSpace(rules.DelegationPoint), "delegationPoint", "delegationspunkten saknas");
        Require(!string.IsNullOrWhiteSpace(rules.ReferralPoint), "referralPoint", "delegationspunkten saknas");
        Require(!string.IsNullOrWhiteSpace(rules.DutyLaw), "dutyLaw", "lagrummet saknas");
        Require(!string.IsNullOrWhiteSpace(rules.Authority), "authority", "myndighetens namn saknas");
        Require(rules.Address.Count > 0, "address", "adressen saknas");
        Require(
            rules.LicensableServices.All(
                service => settings.Codes(CodeLists.Services).Codes.Any(code => code.Id == service)),
            "licensableServices", "en insats är okänd");

        void Require(bool holds, string field, string text) => problems.Require(holds, Part, $"{at}.{field}", text);
    }
}
