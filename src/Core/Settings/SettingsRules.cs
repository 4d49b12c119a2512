using System.Text.RegularExpressions;

namespace Oversight.Settings;

/// <summary>
/// Finds what contradicts itself in a set of settings, all of it at once, so that no rule has to doubt them later.
/// </summary>
public static class SettingsRules
{
    private const string Act = "lss, sol, hsl";
    internal static readonly string[] AgreementForms = ["kundval", "lou", "overenskommelse", "direktupphandling"];

    public static IReadOnlyList<SettingsProblem> Check(MunicipalitySettings settings)
    {
        var problems = new List<SettingsProblem>();
        CheckBoards(settings, problems);
        CheckCodes(settings, problems);
        CheckMeetings(settings, problems);
        CheckDocumentHeads(settings, problems);
        CheckLimits(settings.Limits, problems);
        problems.Require(settings.Register.ManagerNoticeDays >= 0, "register", "managerNoticeDays",
            "kan inte vara negativt");
        problems.Require(settings.Register.AgreementWarningDays >= 0, "register", "agreementWarningDays",
            "kan inte vara negativt");
        CheckTriggeredReviews(settings.TriggeredReviewRules, problems);
        AssessmentSettingsRules.Check(settings, problems);
        ReviewSettingsRules.Check(settings, problems);
        SanctionSettingsRules.Check(settings, problems);
        if (CodeLists.All.All(name => settings.CodeLists.Any(list => list.Name == name)))
            IvoSettingsRules.Check(settings, problems);
        SurveyRules.Check(settings, problems);
        SurveyRoundSettingsRules.Check(settings, problems);
        CheckAgreementForms(settings, problems);
        StaffSettingsRules.Check(settings, problems);
        PlanningSettingsRules.Check(settings, problems);
        RiskModelRules.Check(settings, problems);
        return problems;
    }

    internal static void Require(
        this List<SettingsProblem> problems, bool holds, string part, string field, string text)
    {
        if (!holds)
            problems.Add(new SettingsProblem(part, field, text));
    }

    private static void CheckBoards(MunicipalitySettings settings, List<SettingsProblem> problems)
    {
        problems.Require(!string.IsNullOrWhiteSpace(settings.Municipality), "municipality", "municipality",
            "kommunens namn saknas");
        problems.Require(settings.Boards.Count > 0, "boards", "[]", "minst en nämnd behövs");
        foreach (var (board, index) in settings.Boards.Select((board, index) => (board, index)))
        {
            problems.Require(IsPlainKey(board.Id.Value), "boards", $"[{index}].id",
                $"'{board.Id}' är inte en enkel kod (a-z, 0-9, bindestreck)");
            problems.Require(!string.IsNullOrWhiteSpace(board.Name), "boards", $"[{index}].name", "namnet saknas");
            problems.Require(settings.Boards.Count(other => other.Id == board.Id) == 1, "boards", $"[{index}].id",
                $"'{board.Id}' finns mer än en gång");
        }
    }

    private static void CheckCodes(MunicipalitySettings settings, List<SettingsProblem> problems)
    {
        foreach (var name in CodeLists.All)
            problems.Require(settings.CodeLists.Any(list => list.Name == name && list.Codes.Count > 0), $"codes/{name}",
                "[]", "kodlistan saknas eller är tom");
        foreach (var list in settings.CodeLists)
        {
            foreach (var (code, index) in list.Codes.Select((code, index) => (code, index)))
                CheckCode(list, code, index, problems);
        }
    }

    private static void CheckCode(CodeList list, Code code, int index, List<SettingsProblem> problems)
    {
        var part = $"codes/{list.Name}";
        problems.Require(IsPlainKey(code.Id.Value), part, $"[{index}].id",
            $"'{code.Id}' är inte en enkel kod (a-z, 0-9, bindestreck)");
        problems.Require(!string.IsNullOrWhiteSpace(code.Text), part, $"[{index}].text", "texten saknas");
        problems.Require(code.ValidTo is not { } last || last >= code.ValidFrom, part, $"[{index}].validTo",
            "slutar gälla innan koden börjar gälla");
        problems.Require(list.Codes.Count(other => other.Id == code.Id) == 1, part, $"[{index}].id",
            $"'{code.Id}' finns mer än en gång");
        if (list.Name == CodeLists.Services)
        {
            var acts = (code.Marks ?? []).Count(mark => mark is "lss" or "sol" or "hsl");
            problems.Require(acts == 1, part, $"[{index}].marks", $"insatsen ska ha exakt en av {Act}");
        }
    }

    private static void CheckMeetings(MunicipalitySettings settings, List<SettingsProblem> problems)
    {
        foreach (var (meeting, index) in settings.Meetings.Select((meeting, index) => (meeting, index)))
        {
            problems.Require(settings.Board(meeting.Board) is not null, "meetings", $"[{index}].board",
                $"nämnden '{meeting.Board}' finns inte");
            problems.Require(
                meeting.PapersStop <= meeting.Preparation && meeting.Preparation <= meeting.Dispatch
                    && meeting.Dispatch <= meeting.Day,
                "meetings", $"[{index}]",
                "handlingsstopp, beredning, utskick och sammanträde ska komma i den ordningen");
        }
    }

    private static void CheckDocumentHeads(MunicipalitySettings settings, List<SettingsProblem> problems)
    {
        foreach (var board in settings.Boards)
        {
            var count = settings.DocumentHeads.Count(head => head.Board == board.Id);
            problems.Require(count == 1, "document-heads", "[]",
                $"nämnden '{board.Id}' ska ha ett dokumenthuvud, har {count}");
        }

        foreach (var (head, index) in settings.DocumentHeads.Select((head, index) => (head, index)))
        {
            problems.Require(settings.Board(head.Board) is not null, "document-heads", $"[{index}].board",
                $"nämnden '{head.Board}' finns inte");
            problems.Require(
                Matches(head.DiaryNumberPattern, head.DiaryNumberExample), "document-heads",
                $"[{index}].diaryNumberPattern", "mönstret går inte att tolka eller passar inte exemplet");
            problems.Require(
                head.Arms is null || settings.Images.Any(image => image.Name == head.Arms), "document-heads",
                $"[{index}].arms", $"bilden '{head.Arms}' finns inte i mappen");
            problems.Require(
                (head.Address ?? []).All(line => !string.IsNullOrWhiteSpace(line)), "document-heads",
                $"[{index}].address", "en rad är tom");
        }
    }

    private static void CheckLimits(Limits limits, List<SettingsProblem> problems)
    {
        foreach (var (field, value) in new[]
        {
            ("name", limits.Name), ("shortText", limits.ShortText), ("longText", limits.LongText),
            ("reason", limits.Reason), ("attachmentBytes", limits.AttachmentBytes), ("attachments", limits.Attachments),
            ("importBytes", limits.ImportBytes), ("importRows", limits.ImportRows), ("smallNumber", limits.SmallNumber),
        })
            problems.Require(value > 0, "limits", field, "ska vara större än 0");
    }

    private static void CheckTriggeredReviews(
        IReadOnlyList<TriggeredReviewRules> versions, List<SettingsProblem> problems)
    {
        const string part = "triggered-review";
        problems.Require(versions.Count > 0, part, "[]", "regler för beslut om påkallad granskning saknas");
        foreach (var (rules, index) in versions.Select((rules, index) => (rules, index)))
        {
            problems.Require(
                versions.Count(other => other.ValidFrom == rules.ValidFrom) == 1, part, $"[{index}].validFrom",
                "två regler börjar gälla samma dag");
            problems.Require(
                rules.Substitute is not (Role.System or Role.UnitManager), part, $"[{index}].substitute",
                "ersättaren ska vara en annan roll än enhetschefen");
            problems.Require(rules.ReminderDaysBefore >= 1, part, $"[{index}].reminderDaysBefore", "ska vara minst 1");
            problems.Require(rules.DecisionDays > rules.ReminderDaysBefore, part, $"[{index}].decisionDays",
                "ska vara fler än dagarna för påminnelsen");
            problems.Require(rules.SubstituteDays > rules.ReminderDaysBefore, part, $"[{index}].substituteDays",
                "ska vara fler än dagarna för påminnelsen");
        }
    }

    private static void CheckAgreementForms(MunicipalitySettings settings, List<SettingsProblem> problems)
    {
        foreach (var form in AgreementForms)
        {
            var count = settings.AgreementForms.Count(wording => wording.Form.Value == form);
            problems.Require(count == 1, "agreement-forms", "[]",
                $"avtalsformen '{form}' ska finnas en gång, finns {count}");
        }

        foreach (var (wording, index) in settings.AgreementForms.Select((wording, index) => (wording, index)))
            problems.Require(AgreementForms.Contains(wording.Form.Value), "agreement-forms", $"[{index}].form",
                $"avtalsformen '{wording.Form}' är okänd");
    }

    internal static bool IsPlainKey(string value) =>
        value.Length is > 0 and <= 60 && value.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    /// <summary>Whether a year can be meant and something has begun to hold when it begins.</summary>
    internal static bool HoldsFrom(DateOnly validFrom, int year) =>
        year is >= 1900 and <= 9000 && validFrom <= new DateOnly(year, 1, 1);

    /// <summary>Read as it will be when a number is registered, so that no pattern fails only then.</summary>
    private static bool Matches(string pattern, string example)
    {
        try
        {
            return Regex.IsMatch(example, pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (Exception unusable) when (unusable is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
