namespace Oversight.Settings;

/// <summary>What must hold of the sets of questions.</summary>
internal static class SurveyRules
{
    private const string Part = "surveys";
    private static readonly string[] Owners = ["municipal", "private", "nonProfit", "otherPublic"];
    private static readonly string[] Acts = ["lss", "sol", "hsl"];

    public static void Check(MunicipalitySettings settings, List<SettingsProblem> problems)
    {
        problems.Require(settings.Surveys.Count > 0, Part, "[]", "frågor till avtalsenkäten saknas");
        foreach (var (set, at) in settings.Surveys.Select((set, at) => (set, at)))
            Check(settings, set, $"[{at}]", problems);
    }

    private static void Check(
        MunicipalitySettings settings, QuestionSet set, string field, List<SettingsProblem> problems)
    {
        problems.Require(
            settings.Surveys.Count(other => other.Code == set.Code && other.From == set.From) == 1, Part,
            $"{field}.from", "två versioner av samma enkät börjar gälla samma dag");
        problems.Require(SettingsRules.IsPlainKey(set.Code.Value), Part, $"{field}.code", NotPlain(set.Code));
        problems.Require(!string.IsNullOrWhiteSpace(set.Name), Part, $"{field}.name", "namnet saknas");
        problems.Require(set.Sections.Count > 0, Part, $"{field}.sections", "minst ett avsnitt behövs");
        var earlier = new List<Question>();
        foreach (var (section, at) in set.Sections.Select((section, at) => (section, at)))
        {
            var here = $"{field}.sections[{at}]";
            problems.Require(SettingsRules.IsPlainKey(section.Code.Value), Part, $"{here}.code",
                NotPlain(section.Code));
            problems.Require(set.Sections.Count(other => other.Code == section.Code) == 1, Part, $"{here}.code",
                Twice(section.Code));
            problems.Require(!string.IsNullOrWhiteSpace(section.Title), Part, $"{here}.title", "rubriken saknas");
            problems.Require(section.Questions.Count > 0, Part, $"{here}.questions", "minst en fråga behövs");
            foreach (var (question, row) in section.Questions.Select((question, row) => (question, row)))
            {
                var place = $"{here}.questions[{row}]";
                problems.Require(set.Questions.Count(other => other.Code == question.Code) == 1, Part,
                    $"{place}.code", Twice(question.Code));
                problems.Require(
                    settings.Surveys.Where(other => other.Code == set.Code)
                        .All(other => other.Find(question.Code) is not { } known || known.Kind == question.Kind),
                    Part, $"{place}.kind", "frågan besvaras på ett annat sätt i en annan version: ge den en ny kod");
                QuestionRules.Check(question, place, problems);
                CheckBreaks(settings, question, $"{place}.breaks", problems);
                CheckWhen(question, earlier, $"{place}.when", problems);
                CheckFor(settings, question.For, $"{place}.for", problems);
                earlier.Add(question);
            }
        }
    }

    /// <summary>Only earlier questions are named, so no question can wait for itself.</summary>
    private static void CheckWhen(
        Question question, List<Question> earlier, string field, List<SettingsProblem> problems)
    {
        if (question.When is not { } when)
            return;
        if (earlier.FirstOrDefault(other => other.Code == when.Question) is { } asked)
            QuestionRules.Check(asked, when.Reply, $"{field}.reply", problems);
        else
            problems.Require(false, Part, $"{field}.question", $"'{when.Question}' är ingen tidigare fråga");
    }

    private static void CheckBreaks(
        MunicipalitySettings settings, Question question, string field, List<SettingsProblem> problems)
    {
        if (question.Breaks is not { } breaks)
            return;
        QuestionRules.Check(question, breaks.Reply, $"{field}.reply", problems);
        problems.Require(!string.IsNullOrWhiteSpace(breaks.Term), Part, $"{field}.term",
            "det står inte vilket villkor svaret bryter mot");
        problems.Require(
            breaks.Category is not { } category || Has(settings, CodeLists.ConcernCategories, category), Part,
            $"{field}.category", $"'{breaks.Category}' är ingen kategori");
    }

    private static void CheckFor(
        MunicipalitySettings settings, Applicability who, string field, List<SettingsProblem> problems)
    {
        foreach (var form in who.Forms)
            problems.Require(SettingsRules.AgreementForms.Contains(form), Part, $"{field}.forms",
                $"avtalsformen '{form}' är okänd");
        foreach (var act in who.Acts)
            problems.Require(Acts.Contains(act), Part, $"{field}.acts", $"'{act}' är inte lss, sol eller hsl");
        foreach (var area in who.Areas)
            problems.Require(Has(settings, CodeLists.AgreementAreas, area), Part, $"{field}.areas",
                $"'{area}' är inget avtalsområde");
        foreach (var service in who.Services)
            problems.Require(Has(settings, CodeLists.Services, service), Part, $"{field}.services",
                $"'{service}' är ingen insats");
        foreach (var board in who.Boards)
            problems.Require(settings.Board(board) is not null, Part, $"{field}.boards",
                $"nämnden '{board}' finns inte");
        foreach (var owner in who.Owners)
            problems.Require(Owners.Contains(owner), Part, $"{field}.owners", $"ägarformen '{owner}' är okänd");
    }

    private static bool Has(MunicipalitySettings settings, string list, CodeId code) =>
        settings.CodeLists.FirstOrDefault(candidate => candidate.Name == list)?.Codes.Any(known => known.Id == code)
            == true;

    private static string NotPlain(CodeId code) => $"'{code}' är inte en enkel kod (a-z, 0-9, bindestreck)";

    private static string Twice(CodeId code) => $"'{code}' finns mer än en gång";
}
