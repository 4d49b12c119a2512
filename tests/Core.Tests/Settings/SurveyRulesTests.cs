using Oversight.Settings;
using static Oversight.Core.Tests.SettingsChecks.ValidSettings;

namespace Oversight.Core.Tests.SettingsChecks;

public class SurveyRulesTests
{
    private static readonly QuestionSet Set = Valid.Surveys[0];
    private static readonly QuestionSection Section = Set.Sections[0];
    private static readonly Question YesNo = Section.Questions[0];
    private static readonly Question Number = Section.Questions[1];
    private static readonly Question Choice = Section.Questions[2];
    private static readonly Question Table = Section.Questions[3];

    [Fact]
    public void What_is_wrong_with_a_set_is_told()
    {
        Problems([]).ShouldBe(["surveys: []", "survey-rounds: [0].set"]);
        Problems([Set, Set]).ShouldBe(["surveys: [0].from", "surveys: [1].from"]);
        Problems([Set, Set with { From = From.AddDays(1) }]).ShouldBeEmpty("Two days are two versions.");
        Of(Set with { Code = new("Enkät"), Name = " " }).ShouldBe(["code", "name"]);
        Of(Set with { Sections = [] }).ShouldBe(["sections"]);
        Of(Set with { Sections = [Section, new QuestionSection(Section.Code, "", [])] }).ShouldBe(
            ["sections[0].code", "sections[1].code", "sections[1].title", "sections[1].questions"]);
    }

    [Fact]
    public void A_code_means_one_question_and_is_replied_to_in_one_way()
    {
        With(YesNo, YesNo).ShouldBe(["questions[0].code", "questions[1].code"]);
        var other = Section with { Questions = [new Question(YesNo.Code, ReplyKind.Text, "Vem?")] };
        Problems([Set, Set with { From = From.AddDays(1), Sections = [other] }]).ShouldBe(
            ["surveys: [0].sections[0].questions[0].kind", "surveys: [1].sections[0].questions[0].kind"]);
    }

    [Fact]
    public void A_condition_names_an_earlier_question_and_replies_that_it_has()
    {
        With(Number).ShouldBe(["questions[0].when.question"], "The question it waits for is not there.");
        With(Number, YesNo).ShouldBe(["questions[0].when.question"], "It comes later, and so nothing is a circle.");
        With(YesNo with { When = new(YesNo.Code, Yes) }).ShouldBe(["questions[0].when.question"]);
        With(YesNo, Number with { When = new(YesNo.Code, new ReplyTest { Is = ["kanske"] }) })
            .ShouldBe(["questions[1].when.reply.is"]);
        With(YesNo, Number with { When = new(YesNo.Code, new ReplyTest { Above = 1 }) })
            .ShouldBe(["questions[1].when.reply"]);
        With(YesNo, Number with { When = new(YesNo.Code, new ReplyTest()) }).ShouldBe(["questions[1].when.reply"]);
    }

    [Fact]
    public void What_breaks_the_terms_is_a_reply_of_the_question()
    {
        With(Choice with { Breaks = new(new ReplyTest { Is = ["okand"] }, "Brister.") })
            .ShouldBe(["questions[0].breaks.reply.is"]);
        With(Choice with { Breaks = new(new ReplyTest { Is = ["illa"] }, " ", new("okand")) })
            .ShouldBe(["questions[0].breaks.term", "questions[0].breaks.category"]);
        With(Table with { Breaks = new(new ReplyTest { Below = 1 }, "Brister.") })
            .ShouldBe(["questions[0].breaks.reply"]);
    }

    [Fact]
    public void What_is_wrong_with_a_question_is_told()
    {
        With(YesNo with { Code = new("Å"), Text = "", Clause = "3 §", Unit = "kr" })
            .ShouldBe(["questions[0].code", "questions[0].text", "questions[0].source", "questions[0].kind"]);
        With(Choice with { Choices = [Choice.Choices[0]] }).ShouldBe(["questions[0].choices"]);
        With(Choice with { Choices = [Choice.Choices[0], Choice.Choices[0] with { Text = "" }] }).ShouldBe(
        [
            "questions[0].choices[0].code", "questions[0].choices[1].code", "questions[0].choices[1].text",
        ]);
        With(YesNo with { Choices = Choice.Choices }).ShouldBe(["questions[0].choices"]);
        With(YesNo, Number with { Min = 2, Max = 1, Decimals = 5 })
            .ShouldBe(["questions[1].min", "questions[1].decimals"]);
        With(new Question(new("fil"), ReplyKind.File, "Bifoga.") { NeedsEvidence = true })
            .ShouldBe(["questions[0].needsEvidence"]);
    }

    [Fact]
    public void What_is_wrong_with_a_table_is_told()
    {
        With(Table with { Columns = [] }).ShouldBe(["questions[0].columns"]);
        With(Table with { Rows = Question.MostRows + 1 }).ShouldBe(["questions[0].rows"]);
        With(Table with { Columns = [new(new("A"), "", ReplyKind.File)] }).ShouldBe(
        [
            "questions[0].columns[0].code", "questions[0].columns[0].text", "questions[0].columns[0].kind",
        ]);
        With(YesNo with { Columns = Table.Columns }).ShouldBe(["questions[0].columns"]);
    }

    [Fact]
    public void Whom_a_question_is_for_is_known_to_the_municipality() =>
        With(YesNo with
        {
            For = new Applicability
            {
                Forms = ["okand"],
                Acts = ["pbl"],
                Areas = [new("okand")],
                Services = [new("okand")],
                Boards = [new("okand")],
                Owners = ["okand"],
            },
        }).Select(problem => problem["questions[0].for.".Length..])
            .ShouldBe(["forms", "acts", "areas", "services", "boards", "owners"]);

    private static ReplyTest Yes => new() { Is = [ReplyTest.Yes] };

    private static IEnumerable<string> With(params Question[] questions) =>
        Of(Set with { Sections = [Section with { Questions = questions }] })
            .Select(problem => problem["sections[0].".Length..]);

    private static IEnumerable<string> Of(QuestionSet set) =>
        Problems([set]).Where(problem => problem.StartsWith("surveys", StringComparison.Ordinal))
            .Select(problem => problem["surveys: [0].".Length..]);

    private static IEnumerable<string> Problems(QuestionSet[] sets) =>
        SettingsRules.Check(Valid with { Surveys = sets }).Select(problem => $"{problem.Part}: {problem.Field}");
}
