using Oversight.Settings;
using Oversight.Surveys;
using static Oversight.Core.Tests.Surveys.QuestionScene;

namespace Oversight.Core.Tests.Surveys;

/// <summary>What the answers of a round show is counted, never judged (R49).</summary>
public class SurveyAnalysisTests
{
    private static readonly SurveyKnowledge Nothing = new()
    {
        Customers = null,
        LacksLicence = false,
        ManagerChangedOn = null,
        ManagerChangeNotNotified = false,
        Concerns = [],
        OpenFindings = [],
    };

    [Fact]
    [Trait("Requirement", "R49")]
    public void It_counts_who_has_answered_and_what()
    {
        SurveyFact[] facts =
        [
            Answered("a", "boende", Replies.None.With(Changed, Yes).With(Told, No).With(Share, Number(60))),
            Answered("b", "boende", Replies.None.With(Changed, No).With(Share, Number(90))) with { IsLate = true },
            Answered("c", "hemtjanst", Replies.None.With(Changed, No).With(Share, Number(100))
                .With(How, Choice("illa"))),
            Answered("d", "hemtjanst", Replies.None) with { Status = SurveyStatus.Silent },
            Answered("e", "hemtjanst", Replies.None) with { Status = SurveyStatus.LeftOut },
        ];
        var analysis = SurveyAnalysis.Of(Set, facts);
        analysis.All.ShouldBe(new AnswerRate(4, 3, 1, 1, 3));
        analysis.All.PerCent().ShouldBe(75);
        analysis.Areas.Select(area => (area.Area.Value, area.Rate.Asked, area.Rate.Answered))
            .ShouldBe([("boende", 2, 2), ("hemtjanst", 2, 1)]);

        var share = analysis.Questions.Single(result => result.Question.Code == Share);
        share.Spread.ShouldBe(new NumberSpread(60, 90, 100));
        share.Deviating.ShouldBe([facts[0].SurveyId]);
        var told = analysis.Questions.Single(result => result.Question.Code == Told);
        (told.Asked, told.Replied).ShouldBe((1, 1), "Only who changed manager is asked whether it was told.");
        var how = analysis.Questions.Single(result => result.Question.Code == How);
        how.Counts.ShouldBe([("bra", 0), ("illa", 1)]);
    }

    [Fact]
    public void Nobody_asked_is_nobody_answered()
    {
        var analysis = SurveyAnalysis.Of(Set, []);
        (analysis.All.PerCent(), analysis.Questions.Count).ShouldBe((0, 0));
        new AnswerRate(200, 199, 0, 1, 0).PerCent().ShouldBe(99);
    }

    [Theory]
    [InlineData(20, 20, false)]
    [InlineData(20, 24, false)]
    [InlineData(20, 25, true)]
    [InlineData(2, 3, false)]
    [InlineData(2, 4, true)]
    public void A_number_of_customers_far_from_the_registers_is_a_question(int register, int reply, bool isFound) =>
        (Find(Comparison.Customers, new ReplyValue.Number(reply), Nothing with { Customers = register }).Count > 0)
            .ShouldBe(isFound);

    [Fact]
    public void What_the_register_knows_otherwise_is_found_and_only_then()
    {
        var on = new DateOnly(2027, 10, 1);
        Find(Comparison.Licence, Yes, Nothing with { LacksLicence = true }).ShouldBe([ContradictedBy.NoLicence]);
        Find(Comparison.Licence, No, Nothing with { LacksLicence = true }).ShouldBeEmpty();
        Find(Comparison.ManagerChanged, No, Nothing with { ManagerChangedOn = on.AddDays(-365) })
            .ShouldBe([ContradictedBy.ManagerChanged]);
        Find(Comparison.ManagerChanged, No, Nothing with { ManagerChangedOn = on.AddDays(-366) }).ShouldBeEmpty();
        Find(Comparison.ManagerNotified, Yes,
                Nothing with { ManagerChangedOn = on, ManagerChangeNotNotified = true })
            .ShouldBe([ContradictedBy.ManagerNotNotified]);
        Find(Comparison.ManagerNotified, Yes, Nothing with { ManagerChangedOn = on }).ShouldBeEmpty();
    }

    [Fact]
    public void Concerns_and_findings_of_the_same_kind_tell_against_a_reply_that_all_is_well()
    {
        var staffing = new CodeId("bemanning");
        var set = Only(new Question(new("racker"), ReplyKind.YesNo, "Räcker det?")
        {
            Breaks = new BreakRule(new ReplyTest { Is = [ReplyTest.No] }, "Det räcker inte.", staffing),
        });
        var known = Nothing with
        {
            Concerns = [(staffing, new(2027, 9, 1)), (staffing, new(2025, 1, 1)), (new("annat"), new(2027, 9, 1))],
            OpenFindings = [(staffing, new(2026, 1, 1))],
        };
        Contradictions.Find(set, Replies.None.With(new("racker"), Yes), known, new(2027, 10, 1))
            .Select(found => (found.By, found.Arguments.Single(), found.On)).ShouldBe(
            [
                (ContradictedBy.Concerns, "1", new(2027, 9, 1)), (ContradictedBy.Findings, "1", new(2026, 1, 1)),
            ]);
        Contradictions.Find(set, Replies.None.With(new("racker"), No), known, new(2027, 10, 1))
            .ShouldBeEmpty("The provider says it itself.");
        Contradictions.Find(set, Replies.None, known, new(2027, 10, 1)).ShouldBeEmpty();
    }

    private static List<ContradictedBy> Find(Comparison compares, ReplyValue reply, SurveyKnowledge known)
    {
        var kind = reply is ReplyValue.Number ? ReplyKind.Number : ReplyKind.YesNo;
        var asked = Only(new Question(new("fraga"), kind, "?") { Compares = compares });
        return [.. Contradictions.Find(asked, Replies.None.With(new("fraga"), reply), known, new(2027, 10, 1))
            .Select(found => found.By)];
    }

    private static AskedQuestions Only(Question question) => new(
        new QuestionSet(new("enkat"), "Enkät", From, [new QuestionSection(new("allt"), "Allt", [question])]),
        [question.Code]);

    private static SurveyFact Answered(string name, string area, Replies replies) => new()
    {
        SurveyId = Id.Derive("survey", name),
        Unit = SurveyScene.Unit(name, area),
        Status = SurveyStatus.Answered,
        Questions = Asked.Codes,
        Replies = replies,
        IsLate = false,
        Deviations = [.. Asked.Deviations(replies).Select(question => question.Code)],
        Contradicted = [],
    };
}
