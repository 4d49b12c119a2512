namespace Oversight.Settings;

/// <summary>What must hold of one question, and of a test of its replies.</summary>
internal static class QuestionRules
{
    private const string Part = "surveys";

    public static void Check(Question question, string field, List<SettingsProblem> problems)
    {
        var kind = question.Kind;
        problems.Require(SettingsRules.IsPlainKey(question.Code.Value), Part, $"{field}.code",
            $"'{question.Code}' är inte en enkel kod (a-z, 0-9, bindestreck)");
        problems.Require(!string.IsNullOrWhiteSpace(question.Text), Part, $"{field}.text", "frågan saknas");
        problems.Require(question.Clause is null || !string.IsNullOrWhiteSpace(question.Source), Part,
            $"{field}.source", "det står inte vilken lag eller vilka villkor bestämmelsen finns i");
        problems.Require(kind == ReplyKind.Choice ? question.Choices.Count >= 2 : question.Choices.Count == 0, Part,
            $"{field}.choices", "ska vara minst två för en fråga med val, annars inga");
        foreach (var (choice, at) in question.Choices.Select((choice, at) => (choice, at)))
        {
            problems.Require(
                SettingsRules.IsPlainKey(choice.Code.Value)
                    && question.Choices.Count(other => other.Code == choice.Code) == 1,
                Part, $"{field}.choices[{at}].code", $"'{choice.Code}' är ingen enkel kod, eller finns två gånger");
            problems.Require(!string.IsNullOrWhiteSpace(choice.Text), Part, $"{field}.choices[{at}].text",
                "texten saknas");
        }

        problems.Require(
            kind == ReplyKind.Number
                || question is { Unit: null, Min: null, Max: null, Decimals: 0 },
            Part, $"{field}.kind", "bara ett tal har enhet, gränser och decimaler");
        problems.Require(question.Min is not { } min || question.Max is not { } max || min <= max, Part, $"{field}.min",
            "är större än max");
        problems.Require(question.Decimals is >= 0 and <= 4, Part, $"{field}.decimals", "ska vara 0-4");
        problems.Require(!(question.NeedsEvidence && kind == ReplyKind.File), Part, $"{field}.needsEvidence",
            "en fråga som besvaras med filer behöver inget underlag");
        CheckColumns(question, field, problems);
    }

    /// <summary>A test names replies that the question allows.</summary>
    public static void Check(Question question, ReplyTest test, string field, List<SettingsProblem> problems)
    {
        string[] allowed = question.Kind switch
        {
            ReplyKind.YesNo => [ReplyTest.Yes, ReplyTest.No],
            ReplyKind.Choice => [.. question.Choices.Select(choice => choice.Code.Value)],
            _ => [],
        };
        foreach (var reply in test.Is.Where(reply => !allowed.Contains(reply)))
            problems.Require(false, Part, $"{field}.is", $"'{reply}' är inget svar på frågan '{question.Code}'");
        var isOfNumber = test.Below is not null || test.Above is not null;
        problems.Require(!isOfNumber || question.Kind == ReplyKind.Number, Part, field,
            $"frågan '{question.Code}' besvaras inte med ett tal");
        problems.Require(isOfNumber != test.Is.Count > 0, Part, field,
            "ange antingen vilka svar det gäller (is) eller en gräns (below, above)");
    }

    private static void CheckColumns(Question question, string field, List<SettingsProblem> problems)
    {
        var isTable = question.Kind == ReplyKind.Table;
        problems.Require(isTable ? question.Columns.Count is >= 1 and <= 8 : question.Columns.Count == 0, Part,
            $"{field}.columns", "ska vara 1-8 för en tabell, annars inga");
        problems.Require(question.Rows is >= 1 and <= Question.MostRows, Part, $"{field}.rows",
            $"ska vara 1-{Question.MostRows}");
        foreach (var (column, at) in question.Columns.Select((column, at) => (column, at)))
        {
            problems.Require(
                SettingsRules.IsPlainKey(column.Code.Value)
                    && question.Columns.Count(other => other.Code == column.Code) == 1,
                Part, $"{field}.columns[{at}].code", $"'{column.Code}' är ingen enkel kod, eller finns två gånger");
            problems.Require(!string.IsNullOrWhiteSpace(column.Text), Part, $"{field}.columns[{at}].text",
                "rubriken saknas");
            problems.Require(column.Kind is ReplyKind.Text or ReplyKind.Number or ReplyKind.Date, Part,
                $"{field}.columns[{at}].kind", "ska vara text, number eller date");
        }
    }
}
