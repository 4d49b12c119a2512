namespace Oversight.Settings;

/// <summary>What must hold of the sanction ladders.</summary>
internal static class SanctionSettingsRules
{
    private const string Part = "sanctions";

    public static void Check(MunicipalitySettings settings, List<SettingsProblem> problems)
    {
        problems.Require(settings.SanctionRules.Count > 0, Part, "[]", "regler för sanktioner saknas");
        foreach (var (rules, index) in settings.SanctionRules.Select((rules, index) => (rules, index)))
        {
            problems.Require(
                settings.SanctionRules.Count(other => other.ValidFrom == rules.ValidFrom) == 1, Part,
                $"[{index}].validFrom", "två regler börjar gälla samma dag");
            problems.Require(rules.HearingDays >= 1, Part, $"[{index}].hearingDays", "ska vara minst 1");
            problems.Require(rules.ApprovalDays >= 1, Part, $"[{index}].approvalDays", "ska vara minst 1");
            problems.Require(rules.AppealDays >= 1, Part, $"[{index}].appealDays", "ska vara minst 1");
            foreach (var form in SettingsRules.AgreementForms)
                problems.Require(
                    rules.Ladders.Count(ladder => ladder is { Area: null, Agreement: null } && ladder.Form == form)
                        == 1,
                    Part, $"[{index}].ladders", $"avtalsformen '{form}' ska ha en trappa som gäller alla avtal");
            foreach (var (ladder, at) in rules.Ladders.Select((ladder, at) => (ladder, at)))
                Check(settings, ladder, $"[{index}].ladders[{at}]", problems);
        }
    }

    private static void Check(
        MunicipalitySettings settings, SanctionLadder ladder, string field, List<SettingsProblem> problems)
    {
        problems.Require(
            SettingsRules.AgreementForms.Contains(ladder.Form), Part, $"{field}.form",
            $"avtalsformen '{ladder.Form}' är okänd");
        problems.Require(
            ladder.Area is not { } area
                || settings.CodeLists.FirstOrDefault(list => list.Name == CodeLists.AgreementAreas)?.Codes.Any(
                    code => code.Id == area) == true,
            Part, $"{field}.area", $"'{ladder.Area}' är inget avtalsområde");
        problems.Require(!string.IsNullOrWhiteSpace(ladder.AppealText), Part, $"{field}.appealText",
            "det står inte hur beslutet kan prövas");
        problems.Require(ladder.Steps.Count > 0, Part, $"{field}.steps", "minst ett steg behövs");
        foreach (var (step, at) in ladder.Steps.Select((step, at) => (step, at)))
            Check(ladder, step, $"{field}.steps[{at}]", problems);
    }

    private static void Check(
        SanctionLadder ladder, SanctionStep step, string field, List<SettingsProblem> problems)
    {
        problems.Require(ladder.Steps.Count(other => other.Id == step.Id) == 1, Part, $"{field}.id",
            $"'{step.Id}' finns mer än en gång");
        problems.Require(!string.IsNullOrWhiteSpace(step.Text), Part, $"{field}.text", "steget saknar namn");
        problems.Require(!string.IsNullOrWhiteSpace(step.Title), Part, $"{field}.title", "steget saknar rubrik");
        problems.Require(step.Sentence.Contains("{part}", StringComparison.Ordinal), Part, $"{field}.sentence",
            "ska innehålla {part}");
        problems.Require(
            step.Sentence.Contains("{belopp}", StringComparison.Ordinal) == (step.Effect == SanctionEffect.Amount),
            Part, $"{field}.sentence", "ska innehålla {belopp} om steget är ett belopp, annars inte");
        problems.Require(
            step.DecidedBy is null or Role.UnitManager or Role.ProcessOwner, Part, $"{field}.decidedBy",
            "ska vara unitManager eller processOwner, eller utelämnas när nämnden beslutar");
        problems.Require(
            step.DecidedBy is null == (step.DelegationPoint is null), Part, $"{field}.delegationPoint",
            "ska stå när steget är delegerat, annars inte");
        problems.Require(step.SeverityFrom is >= 1 and <= 4, Part, $"{field}.severityFrom", "ska vara 1-4");
        problems.Require(
            step.Effect != SanctionEffect.Urgent || step.DecidedBy is not null, Part, $"{field}.decidedBy",
            "en omedelbar åtgärd beslutas på delegation");
        problems.Require(
            !step.AtOnce || step.Effect == SanctionEffect.Urgent, Part, $"{field}.atOnce",
            "bara en omedelbar åtgärd beslutas innan en granskning har kommit fram till brister");
        problems.Require(step.ClaimDays is null or > 0, Part, $"{field}.claimDays", "ska vara större än 0");
    }
}
