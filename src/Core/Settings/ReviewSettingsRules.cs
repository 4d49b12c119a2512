namespace Oversight.Settings;

/// <summary>What must hold of the rules and requirements of reviews.</summary>
internal static class ReviewSettingsRules
{
    private const string Part = "reviews";
    private static readonly string[] Acts = ["lss", "sol", "hsl"];

    public static void Check(MunicipalitySettings settings, List<SettingsProblem> problems)
    {
        problems.Require(settings.ReviewRules.Count > 0, Part, "[]", "regler för granskningar saknas");
        foreach (var (rules, index) in settings.ReviewRules.Select((rules, index) => (rules, index)))
        {
            problems.Require(
                settings.ReviewRules.Count(other => other.ValidFrom == rules.ValidFrom) == 1, Part,
                $"[{index}].validFrom", "två regler börjar gälla samma dag");
            problems.Require(rules.CommentDays >= 1, Part, $"[{index}].commentDays", "ska vara minst 1");
            problems.Require(rules.SupplementDays >= 1, Part, $"[{index}].supplementDays", "ska vara minst 1");
            problems.Require(rules.ActionPlanDays >= 1, Part, $"[{index}].actionPlanDays", "ska vara minst 1");
            problems.Require(rules.PromptDays >= 0, Part, $"[{index}].promptDays", "kan inte vara negativt");
            problems.Require(rules.EscalateDays >= 0, Part, $"[{index}].escalateDays", "kan inte vara negativt");
            problems.Require(rules.ReaderDays >= 0, Part, $"[{index}].readerDays", "kan inte vara negativt");
            problems.Require(rules.Requirements.Count > 0, Part, $"[{index}].requirements", "minst ett krav behövs");
            foreach (var (requirement, at) in rules.Requirements.Select((requirement, at) => (requirement, at)))
                Check(settings, rules, requirement, $"[{index}].requirements[{at}]", problems);
            foreach (var (phrase, at) in rules.Phrases.Select((phrase, at) => (phrase, at)))
                Check(rules, phrase, $"[{index}].phrases[{at}]", problems);
            problems.Require(
                rules.SuccessorMonths >= 0, Part, $"[{index}].successorMonths", "kan inte vara negativt");
            foreach (var (followUp, at) in rules.FollowUps.Select((followUp, at) => (followUp, at)))
                Check(rules, followUp, $"[{index}].followUps[{at}]", problems);
            foreach (var (routine, at) in rules.Routines.Select((routine, at) => (routine, at)))
                Check(settings, rules, routine, $"[{index}].routines[{at}]", problems);
        }
    }

    private static void Check(
        MunicipalitySettings settings, ReviewRules rules, Requirement requirement, string field,
        List<SettingsProblem> problems)
    {
        problems.Require(
            rules.Requirements.Count(other => other.Id == requirement.Id) == 1, Part, $"{field}.id",
            $"'{requirement.Id}' finns mer än en gång");
        problems.Require(!string.IsNullOrWhiteSpace(requirement.Text), Part, $"{field}.text", "kravet saknar text");
        problems.Require(!string.IsNullOrWhiteSpace(requirement.Source), Part, $"{field}.source",
            "det står inte var kravet finns");
        problems.Require(Knows(settings, CodeLists.QualityAreas, requirement.Area), Part, $"{field}.area",
            $"'{requirement.Area}' är inget kvalitetsområde");
        problems.Require(
            requirement.Category is not { } category || Knows(settings, CodeLists.ConcernCategories, category), Part,
            $"{field}.category", $"'{requirement.Category}' är ingen kategori");
        problems.Require(
            requirement.Forms.All(form => settings.AgreementForms.Any(known => known.Form.Value == form)), Part,
            $"{field}.forms", "en avtalsform är okänd");
        problems.Require(requirement.Acts.All(Acts.Contains), Part, $"{field}.acts", "ska vara lss, sol eller hsl");
        problems.Require(
            requirement.Law is not { } law || Acts.Contains(law), Part, $"{field}.law", "ska vara lss, sol eller hsl");
    }

    private static void Check(ReviewRules rules, Phrase phrase, string field, List<SettingsProblem> problems)
    {
        problems.Require(!string.IsNullOrWhiteSpace(phrase.Text), Part, $"{field}.text", "frasen saknar text");
        problems.Require(
            phrase.Requirement is not { } asked || rules.Find(asked) is not null, Part, $"{field}.requirement",
            $"'{phrase.Requirement}' är inget krav");
    }

    private static void Check(
        MunicipalitySettings settings, ReviewRules rules, ReviewRoutine routine, string field,
        List<SettingsProblem> problems)
    {
        problems.Require(settings.Boards.Any(board => board.Id == routine.Board), Part, $"{field}.board",
            $"'{routine.Board}' är ingen nämnd");
        problems.Require(
            rules.Routines.Count(other => other.Board == routine.Board) == 1, Part, $"{field}.board",
            "nämnden har mer än en rutin");
        problems.Require(!string.IsNullOrWhiteSpace(routine.Name), Part, $"{field}.name", "rutinen saknar namn");
        problems.Require(
            routine.Address is not { } address || address.StartsWith("https://", StringComparison.Ordinal), Part,
            $"{field}.address", "ska börja med https://");
    }

    private static void Check(ReviewRules rules, FollowUpRule rule, string field, List<SettingsProblem> problems)
    {
        problems.Require(rule.Severity is >= 1 and <= 4, Part, $"{field}.severity", "ska vara 1–4");
        problems.Require(
            rules.FollowUps.Count(other => other.Severity == rule.Severity) == 1, Part, $"{field}.severity",
            "allvarligheten finns mer än en gång");
        problems.Require(rule.DaysBefore >= 1, Part, $"{field}.daysBefore", "ska vara minst 1");
        problems.Require(rule.CheckDaysAfter >= 1, Part, $"{field}.checkDaysAfter", "ska vara minst 1");
    }

    private static bool Knows(MunicipalitySettings settings, string list, CodeId code) =>
        settings.CodeLists.FirstOrDefault(candidate => candidate.Name == list)?.Codes.Any(
            known => known.Id == code) == true;
}
