using Oversight.Settings;
using static Oversight.Core.Tests.SettingsChecks.ValidSettings;

namespace Oversight.Core.Tests.SettingsChecks;

public class PlanningSettingsRulesTests
{
    private const string DraftFirst = "planning: [0].draft: utkastet ska göras före den senaste dagen";
    private const string BeforePeriod = "planning: [0].latest: planen ska vara klar före periodens början";
    private const string NotFromFirst = "planning: [].firstPlanYear: reglerna gäller inte från det första planåret";

    private const string ReviewDays =
        "planning: [0].choice.reviewDays: ska börja på 0 kunder, stiga och vara minst en dag";
    private const string Years = "planning: [0].choice.longestYears: ska vara mellan 1 och 10 år";
    private const string Shares =
        "planning: [0].choice: andelarna kan inte vara negativa och inte tillsammans mer än hela kapaciteten";

    private static readonly PlanningRules Rules = Valid.PlanningRules[0];

    public static TheoryData<string, PlanningRules[]> Wrong => new()
    {
        { "planning: []: regler för årsplanen saknas", [] },
        {
            "planning: [0].validFrom: två regler börjar gälla samma dag; planning: [1].validFrom: två regler börjar "
                + "gälla samma dag",
            [Rules, Rules]
        },
        { "planning: [0].draft: 0/2 är inte en dag som finns varje år", [Rules with { Draft = new(2, 0) }] },
        { "planning: [0].draft: 29/2 är inte en dag som finns varje år", [Rules with { Draft = new(2, 29) }] },
        { "planning: [0].draft: 1/0 är inte en dag som finns varje år", [Rules with { Draft = new(0, 1) }] },
        { "planning: [0].latest: 32/3 är inte en dag som finns varje år", [Rules with { Latest = new(3, 32) }] },
        {
            "planning: [0].periodStart: 1/13 är inte en dag som finns varje år",
            [Rules with { PeriodStart = new(13, 1) }]
        },
        { "planning: [0].presentedInMonth: ska vara 1-12", [Rules with { PresentedInMonth = 0 }] },
        { "planning: [0].presentedInMonth: ska vara 1-12", [Rules with { PresentedInMonth = 13 }] },
        {
            "planning: [0].choice.daysPerQuarter: ska ha fyra tal, ett per kvartal",
            [With(choice => choice with { DaysPerQuarter = [1, 1, 1] })]
        },
        {
            "planning: [0].choice.daysPerQuarter: ska vara mellan 0 och 1000 dagar",
            [With(choice => choice with { DaysPerQuarter = [1, 1, -1, 1] })]
        },
        {
            "planning: [0].choice.daysPerQuarter: ska vara mellan 0 och 1000 dagar",
            [With(choice => choice with { DaysPerQuarter = [1, 1, 1001, 1] })]
        },
        { ReviewDays, [With(choice => choice with { ReviewDays = [] })] },
        { ReviewDays, [With(choice => choice with { ReviewDays = [new ReviewSize(1, 4)] })] },
        { ReviewDays, [With(choice => choice with { ReviewDays = [new ReviewSize(0, 0)] })] },
        {
            ReviewDays,
            [With(choice => choice with { ReviewDays = [new ReviewSize(0, 4), new ReviewSize(0, 5)] })]
        },
        { Years, [With(choice => choice with { LongestYears = 0 })] },
        { Years, [With(choice => choice with { LongestYears = 11 })] },
        {
            "planning: [0].choice.newWithinMonths: ska vara minst en månad",
            [With(choice => choice with { NewWithinMonths = 0 })]
        },
        { Shares, [With(choice => choice with { MinimumShare = -0.1m })] },
        { Shares, [With(choice => choice with { RandomShare = -0.1m })] },
        { Shares, [With(choice => choice with { MinimumShare = 0.6m, RandomShare = 0.5m })] },
        {
            "planning: [0].standing: den sista dagen kan inte ligga före den första",
            [Rules with { Standing = [new(FollowUpMethod.Economy, Role.Procurement, new(6, 2), new(6, 1))] }]
        },
        {
            "planning: [0].standing: granskningar och uppföljning av brister väljs, de står inte här",
            [Rules with { Standing = [new(FollowUpMethod.Review, Role.Procurement, new(6, 1), new(6, 1))] }]
        },
        {
            "planning: [0].unannouncedClasses: riskklassen 'okand' finns inte i alla riskmodeller",
            [Rules with { UnannouncedClasses = [new CodeId("lag"), new CodeId("okand")] }]
        },
        { DraftFirst, [Rules with { Draft = new(3, 1) }] },
        { DraftFirst, [Rules with { Draft = new(3, 2) }] },
        { BeforePeriod, [Rules with { Latest = new(4, 1) }] },
        { BeforePeriod, [Rules with { Latest = new(12, 1) }] },
        { NotFromFirst, [Rules with { ValidFrom = From.AddDays(1) }] },
        {
            NotFromFirst,
            [Rules with { ValidFrom = From.AddYears(2), FirstPlanYear = 2030 },
                Rules with { ValidFrom = From.AddDays(1) }]
        },
    };

    public static TheoryData<PlanningRules[]> AtTheBounds => new()
    {
        new[] { Rules with { Draft = new(1, 1), Latest = new(1, 2), PeriodStart = new(1, 31), PresentedInMonth = 1 } },
        new[]
            { Rules with { Draft = new(2, 28), Latest = new(11, 30), PeriodStart = new(12, 31),
                PresentedInMonth = 12 } },
        new[]
        {
            With(choice => choice with
            {
                DaysPerQuarter = [0, 0, 0, 0], ReviewDays = [new ReviewSize(0, 1)], LongestYears = 10,
                NewWithinMonths = 1, MinimumShare = 1, RandomShare = 0,
            }) with
            { UnannouncedClasses = [], Standing = [] },
        },
        new[] { Rules with { ValidFrom = From.AddYears(2), FirstPlanYear = 2030 }, Rules },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void One_wrong_thing_is_one_problem_at_its_place(string problems, PlanningRules[] rules) =>
        Problems(Valid with { PlanningRules = rules }).ShouldBe(problems.Split("; "));

    [Theory, MemberData(nameof(AtTheBounds))]
    public void What_is_just_within_the_bounds_is_right(PlanningRules[] rules) =>
        Problems(Valid with { PlanningRules = rules }).ShouldBeEmpty();

    [Fact]
    public void A_class_of_unannounced_reviews_is_in_every_risk_model()
    {
        var other = Valid.RiskModels[0] with
        {
            ValidFrom = From.AddYears(1),
            Classes = [.. Valid.RiskModels[0].Classes.SkipLast(1), new(new("hogst"), "Högst", 16)],
        };
        Problems(Valid with { RiskModels = [.. Valid.RiskModels, other] })
            .ShouldBe(["planning: [0].unannouncedClasses: riskklassen 'mycket-hog' finns inte i alla riskmodeller"]);
    }

    [Fact]
    public void A_period_is_twelve_months_in_four_quarters()
    {
        Rules.Period(2027).ShouldBe((new DateOnly(2027, 4, 1), new DateOnly(2028, 3, 31)));
        Enumerable.Range(1, 4).Select(quarter => Rules.Quarter(2027, quarter)).ShouldBe(
        [
            (new DateOnly(2027, 4, 1), new DateOnly(2027, 6, 30)),
            (new DateOnly(2027, 7, 1), new DateOnly(2027, 9, 30)),
            (new DateOnly(2027, 10, 1), new DateOnly(2027, 12, 31)),
            (new DateOnly(2028, 1, 1), new DateOnly(2028, 3, 31)),
        ]);
        Rules.DraftDay(2028).ShouldBe(new DateOnly(2028, 2, 1));
    }

    [Fact]
    public void A_plan_is_presented_at_the_boards_first_meeting_of_the_month()
    {
        var (papers, earlier, later) = (Day(2, 22), Day(3, 16), Day(3, 30));
        Meeting[] calendar =
        [
            new(Social, later, papers, papers, papers), new(Social, earlier, papers, papers, papers),
            new(Elder, Day(3, 2), papers, papers, papers), new(Social, Day(2, 1), papers, papers, papers),
            new(Social, new DateOnly(2028, 3, 1), papers, papers, papers),
        ];
        Rules.Meeting(calendar, Social, 2027)!.Day.ShouldBe(earlier);
        Rules.Meeting(calendar, Social, 2026).ShouldBeNull();
        Rules.PresentedVersionDay(calendar, Social, 2027).ShouldBe(papers);
        Rules.PresentedVersionDay(calendar, Social, 2026).ShouldBe(new DateOnly(2026, 3, 1));
        Rules.PresentedVersionDay([new(Social, later, Day(3, 2), later, later)], Social, 2027).ShouldBe(Day(3, 1));
    }

    private static PlanningRules With(Func<PlanChoiceRules, PlanChoiceRules> change) =>
        Rules with { Choice = change(Rules.Choice) };
}
