using Oversight.Concerns;
using Oversight.Settings;
using static Oversight.Core.Tests.SettingsChecks.ValidSettings;

namespace Oversight.Core.Tests.SettingsChecks;

public class AssessmentSettingsTests
{
    private static readonly AssessmentRules Rules = new(
        From,
        [new ConsequenceStart(new CodeId("ingen"), new CodeId("brist"), 1, "nextDialogue")],
        [new CategoryStart(new CodeId("dokumentation"), null, ["x"])]);

    public static TheoryData<string, AssessmentRules> Wrong => new()
    {
        { "[0].consequences[0].consequence: 'x'", First(start => start with { Consequence = new CodeId("x") }) },
        { "[0].consequences[0].kind: 'x'", First(start => start with { Kind = new CodeId("x") }) },
        { "[0].consequences[0].severity: bara 1 och 2", First(start => start with { Severity = 3 }) },
        { "[0].consequences[0].severity: bara 1 och 2", First(start => start with { Severity = 0 }) },
        { "[0].consequences[0].outcome: ska vara", First(start => start with { Outcome = "proposeTriggeredReview" }) },
        { "[0].consequences[0].outcome: ska vara", First(start => start with { Outcome = "unfounded" }) },
        {
            "[0].consequences[0].consequence: 'ingen' finns mer än en gång",
            Rules with { Consequences = [.. Rules.Consequences, .. Rules.Consequences] }
        },
        {
            "[0].categories[0].category: 'x'",
            Rules with { Categories = [new CategoryStart(new CodeId("x"), null, [])] }
        },
        {
            "[0].categories[0].area: 'x'",
            Rules with { Categories = [Rules.Categories[0] with { Area = new CodeId("x") }] }
        },
        {
            "[0].categories[0].phrases: en fras",
            Rules with { Categories = [Rules.Categories[0] with { Phrases = [" "] }] }
        },
        {
            "[0].categories[0].category: 'dokumentation' finns mer än en gång",
            Rules with { Categories = [.. Rules.Categories, .. Rules.Categories] }
        },
        { "[0].together.most: ska vara 2 till 100", Rules with { Together = new TogetherRules(1, 3) } },
        { "[0].together.most: ska vara 2 till 100", Rules with { Together = new TogetherRules(101, 3) } },
        { "[0].together.highestSeverity: ska vara 1", Rules with { Together = new TogetherRules(50, 0) } },
        { "[0].together.highestSeverity: ska vara 1", Rules with { Together = new TogetherRules(50, 4) } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_contradicts_itself_is_told_with_its_place(string problem, AssessmentRules rules)
    {
        Problems(rules).ShouldContain(told => told.StartsWith($"assessments: {problem}", StringComparison.Ordinal));
    }

    [Fact]
    public void Good_rules_are_good_and_two_of_one_day_are_not()
    {
        Problems(Rules).ShouldBeEmpty();
        Problems(Rules with { Together = new TogetherRules(2, 1) }).ShouldBeEmpty();
        Problems(Rules, Rules).ShouldContain("assessments: [0].validFrom: två regler börjar gälla samma dag");
    }

    [Fact]
    public void What_may_be_proposed_is_an_outcome_that_an_assessor_knows_and_never_what_somebody_must_think_of()
    {
        AssessmentRules.Outcomes.ShouldBeSubsetOf(
            Enum.GetNames<ConcernOutcome>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]));
        AssessmentRules.Outcomes.ShouldNotContain("proposeTriggeredReview");
        AssessmentRules.Outcomes.ShouldNotContain("unfounded");
    }

    [Fact]
    public void The_rules_of_a_day_are_the_latest_before_it_and_a_set_may_have_none()
    {
        var settings = Valid with { AssessmentRules = [Rules, Rules with { ValidFrom = From.AddYears(1) }] };

        settings.AssessmentRulesOn(From.AddDays(1)).ShouldBe(Rules);
        settings.AssessmentRulesOn(From.AddYears(2))!.ValidFrom.ShouldBe(From.AddYears(1));
        Valid.AssessmentRulesOn(From).ShouldBeNull();
        Rules.Of(new CodeId("ingen")).ShouldBe(Rules.Consequences[0]);
        Rules.Of(new CodeId("skada")).ShouldBeNull();
    }

    private static AssessmentRules First(Func<ConsequenceStart, ConsequenceStart> change) =>
        Rules with { Consequences = [change(Rules.Consequences[0])] };

    private static List<string> Problems(params IReadOnlyList<AssessmentRules> rules) =>
        [.. SettingsRules.Check(Valid with { AssessmentRules = rules }).Select(problem => problem.ToString())];
}
