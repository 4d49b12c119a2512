using Oversight.Settings;
using static Oversight.Core.Tests.SettingsChecks.ValidSettings;

namespace Oversight.Core.Tests.SettingsChecks;

public class RiskModelRulesTests
{
    private const string TimesMore =
        "risk-models: [0].severity.timesMore: ska vara fyra tal från 1 som inte sjunker, det sista över 1";
    private const string Gravest = "risk-models: [0].severity.gravest: ska vara fyra tal från 0 som inte sjunker";
    private const string Levels = "levels: ska vara tre stigande tal över 0, för nivå 2, 3 och 4";
    private const string AssumedSeverity =
        "risk-models: [0].severity.consequences: 'skada' ska ha allvarlighet 1-4";
    private const string Points = "risk-models: [0].likelihood: vikter, poäng och antal kan inte vara negativa";
    private const string Borrowed = "risk-models: [0].usual: det som lånas av andra ska väga mer än 0";
    private const string Shares =
        "risk-models: [0].usual.severityShares: ska vara fyra tal över 0 som tillsammans blir 1";
    private const string Voice =
        "risk-models: [0].voice: taket för en röst ska vara större än 0 och kan inte sjunka när fler väntas";
    private const string Evidence =
        "risk-models: [0].evidence: starkt underlag kräver minst en synpunkt, två rapportörer och en månad";
    private const string Window =
        "risk-models: [0].usual.windowDays: ska vara minst 1 och mindre än maxAgeDays";
    private const string Sudden = "risk-models: [0].likelihood.suddenDays: ska vara minst 1 och högst windowDays";
    private const string Classes = "risk-models: [0].classes";
    private const string NotOldEnough = "risk-models: [].validFrom: ingen modell gäller från det första planåret";

    private static readonly RiskModel Model = Valid.RiskModels[0];

    public static TheoryData<string, MunicipalitySettings> Wrong => new()
    {
        { "risk-models: [0].unassessedWeight: ska vara mellan 0 och 1", With(Model with { UnassessedWeight = -0.1m }) },
        { "risk-models: [0].unassessedWeight: ska vara mellan 0 och 1", With(Model with { UnassessedWeight = 1.1m }) },
        { "risk-models: [0].singleArea: ska vara mellan 0 och 1", With(Model with { SingleArea = -0.1m }) },
        { "risk-models: [0].singleArea: ska vara mellan 0 och 1", With(Model with { SingleArea = 1.1m }) },
        { Voice, With(Model with { Voice = new VoiceRules(0, 1, 1) }) },
        { Voice, With(Model with { Voice = new VoiceRules(1, 0, 1) }) },
        { Voice, With(Model with { Voice = new VoiceRules(1, 1, -0.1m) }) },
        { Evidence, With(Model with { Evidence = new EvidenceRules(0, 2, 1) }) },
        { Evidence, With(Model with { Evidence = new EvidenceRules(1, 1, 1) }) },
        { Evidence, With(Model with { Evidence = new EvidenceRules(1, 2, 0) }) },
        {
            "risk-models: [0].earlyWarning.times: ska vara större än 1",
            With(Model with { EarlyWarning = Model.EarlyWarning with { Times = 1 } })
        },
        {
            "risk-models: [0].earlyWarning.runLengthMonths: ska vara större än 1",
            With(Model with { EarlyWarning = Model.EarlyWarning with { RunLengthMonths = 1 } })
        },
        {
            "risk-models: [0].earlyWarning.lagMonths: kan inte vara negativt",
            With(Model with { EarlyWarning = Model.EarlyWarning with { LagMonths = -1 } })
        },
        {
            "risk-models: [0].earlyWarning.answerDays: ska vara minst 1",
            With(Model with { EarlyWarning = Model.EarlyWarning with { AnswerDays = 0 } })
        },
        { "risk-models: [0].judgedMonths: ska vara minst 1", With(Model with { JudgedMonths = 0 }) },
        { Window, Usual(rules => rules with { WindowDays = Model.MaxAgeDays }) },
        { Window + "; " + Sudden, Usual(rules => rules with { WindowDays = 0 }) },
        {
            "risk-models: [0].usual.concernsPer100CustomersAndYear: ska vara större än 0",
            Usual(rules => rules with { ConcernsPer100CustomersAndYear = 0 })
        },
        { Borrowed, Usual(rules => rules with { CustomerYears = 0 }) },
        { Borrowed, Usual(rules => rules with { Alikeness = 0 }) },
        { Borrowed, Usual(rules => rules with { SeverityConcerns = 0 }) },
        { Borrowed, Usual(rules => rules with { OwnSeverityConcerns = 0 }) },
        {
            "risk-models: [0].usual.smallestCustomers: ska vara minst 1",
            Usual(rules => rules with { SmallestCustomers = 0 })
        },
        { Shares, Usual(rules => rules with { SeverityShares = [0.5m, 0.5m] }) },
        { Shares, Usual(rules => rules with { SeverityShares = [0.5m, 0.5m, 0.1m, 0.1m] }) },
        { Shares, Usual(rules => rules with { SeverityShares = [0.5m, 0.4m, 0.1m, 0] }) },
        {
            "risk-models: [0].maxAgeDays: ska vara mellan 1 och 36500; " + Window,
            With(Model with { MaxAgeDays = 0 })
        },
        { "risk-models: [0].maxAgeDays: ska vara mellan 1 och 36500", With(Model with { MaxAgeDays = 36501 }) },
        {
            "risk-models: [0].managerChange: poängen kan inte vara negativa",
            Change(rule => rule with { SeverityPoints = -1 })
        },
        {
            "risk-models: [0].managerChange: poängen kan inte vara negativa",
            Change(rule => rule with { LikelihoodPoints = -1 })
        },
        {
            "risk-models: [0].managerChange.area: kvalitetsområdet 'trivsel' finns inte",
            Change(rule => rule with { Area = new CodeId("trivsel") })
        },
        { TimesMore, Severity(rules => rules with { TimesMore = [1, 2, 3] }) },
        { TimesMore, Severity(rules => rules with { TimesMore = [1, 3, 2, 4] }) },
        { TimesMore, Severity(rules => rules with { TimesMore = [0.9m, 1, 2, 3] }) },
        { TimesMore, Severity(rules => rules with { TimesMore = [1, 1, 1, 1] }) },
        {
            "risk-models: [0].severity.graverWeight: kan inte vara negativt",
            Severity(rules => rules with { GraverWeight = -0.1m })
        },
        { Gravest, Severity(rules => rules with { Gravest = [0, 1, 2] }) },
        { Gravest, Severity(rules => rules with { Gravest = [0, 2, 1, 3] }) },
        { Gravest, Severity(rules => rules with { Gravest = [-0.1m, 0, 1, 2] }) },
        { $"risk-models: [0].severity.{Levels}", Severity(rules => rules with { Levels = [1, 2] }) },
        { $"risk-models: [0].severity.{Levels}", Severity(rules => rules with { Levels = [1, 2, 2] }) },
        { $"risk-models: [0].severity.{Levels}", Severity(rules => rules with { Levels = [0, 1, 2] }) },
        {
            "risk-models: [0].severity.consequences: konsekvensen 'skada' ska ha en allvarlighet",
            Severity(rules => rules with { Consequences = [rules.Consequences[0]] })
        },
        {
            "risk-models: [0].severity.consequences: konsekvensen 'skada' ska ha en allvarlighet",
            Severity(rules => rules with { Consequences = rules.Consequences.Again() })
        },
        {
            "risk-models: [0].severity.consequences: konsekvensen 'okand' finns inte",
            Severity(rules => rules with { Consequences = [.. rules.Consequences, new(new("okand"), 1)] })
        },
        { AssumedSeverity, Harm(item => item with { AssumedSeverity = 0 }) },
        { AssumedSeverity, Harm(item => item with { AssumedSeverity = 5 }) },
        { Sudden, Likelihood(rules => rules with { SuddenDays = 0 }) },
        { Sudden, Likelihood(rules => rules with { SuddenDays = Model.Usual.WindowDays + 1 }) },
        {
            "risk-models: [0].likelihood.chance: ska vara större än 0",
            Likelihood(rules => rules with { Chance = 0 })
        },
        { Points, Likelihood(rules => rules with { MoreOftenWeight = -1 }) },
        { Points, Likelihood(rules => rules with { SuddenWeight = -1 }) },
        { Points, Likelihood(rules => rules with { LongWeight = -1 }) },
        { Points, Likelihood(rules => rules with { FurtherReporter = -1 }) },
        { Points, Likelihood(rules => rules with { MaxFurtherReporters = -1 }) },
        { $"risk-models: [0].likelihood.{Levels}", Likelihood(rules => rules with { Levels = [3, 2, 4] }) },
        {
            $"{Classes}: ska vara fyra klasser",
            With(Model with { Classes = [.. Model.Classes.Take(2), Model.Classes[3]] })
        },
        { $"{Classes}: den första klassen ska börja på 1", Class(0, item => item with { FromProduct = 2 }) },
        { $"{Classes}: klasserna ska stiga", Class(1, item => item with { FromProduct = 8 }) },
        { $"{Classes}: en klass finns mer än en gång", Class(0, item => item with { Id = new CodeId("hog") }) },
        {
            $"{Classes}: varje klass behöver ett namn och nås av högst 16",
            Class(3, item => item with { FromProduct = 17 })
        },
        { $"{Classes}: varje klass behöver ett namn och nås av högst 16", Class(2, item => item with { Name = " " }) },
        { NotOldEnough, With(Model with { ValidFrom = From.AddDays(1) }) },
        {
            "risk-models: [0].validFrom: två modeller börjar gälla samma dag; risk-models: [1].validFrom: två modeller "
                + "börjar gälla samma dag",
            Valid with { RiskModels = Valid.RiskModels.Again() }
        },
    };

    public static TheoryData<MunicipalitySettings> AtTheBounds => new()
    {
        With(Model with { UnassessedWeight = 0, SingleArea = 0, MaxAgeDays = Model.Usual.WindowDays + 1 }),
        With(Model with { UnassessedWeight = 1, SingleArea = 1, MaxAgeDays = 36500 }),
        With(Model with { Voice = new VoiceRules(0.1m, 0.1m, 0), Evidence = new EvidenceRules(1, 2, 1) }),
        With(Model with { EarlyWarning = new EarlyWarningRules(1.1m, 2, 0, 1) }),
        Change(rule => rule with { SeverityPoints = 0, LikelihoodPoints = 0 }),
        Usual(rules => rules with
        {
            ConcernsPer100CustomersAndYear = 0.1m,
            CustomerYears = 0.1m,
            Alikeness = 0.1m,
            SeverityConcerns = 0.1m,
            OwnSeverityConcerns = 0.1m,
            SmallestCustomers = 1,
        }),
        Severity(rules => rules with { TimesMore = [1, 1, 1, 1.1m], GraverWeight = 0, Gravest = [0, 0, 0, 0] }),
        Severity(rules => rules with { Levels = [0.1m, 0.2m, 0.3m] }),
        Harm(item => item with { AssumedSeverity = 1 }),
        Harm(item => item with { AssumedSeverity = 4 }),
        Likelihood(rules => rules with
        {
            SuddenDays = Model.Usual.WindowDays,
            Chance = 0.1m,
            MoreOftenWeight = 0,
            SuddenWeight = 0,
            LongWeight = 0,
            FurtherReporter = 0,
            MaxFurtherReporters = 0,
        }),
        Likelihood(rules => rules with { SuddenDays = 1 }),
        Valid with { RiskModels = [Model with { ValidFrom = From.AddYears(9) }, Model] },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void One_wrong_thing_is_one_problem_at_its_place(string problems, MunicipalitySettings settings) =>
        Problems(settings).ShouldBe(problems.Split("; "));

    [Theory, MemberData(nameof(AtTheBounds))]
    public void What_is_just_within_the_bounds_is_right(MunicipalitySettings settings) =>
        Problems(settings).ShouldBeEmpty();

    [Fact]
    public void A_model_and_its_classes_must_be_there()
    {
        Problems(Valid with { RiskModels = [] }).ShouldBe(["risk-models: []: riskmodellen saknas"]);
        Problems(With(Model with { Classes = [] }))
            .Where(problem => problem.StartsWith(Classes, StringComparison.Ordinal))
            .ShouldBe([$"{Classes}: ska vara fyra klasser", $"{Classes}: den första klassen ska börja på 1"]);
    }

    [Fact]
    public void What_a_model_points_at_is_looked_for_only_in_its_own_list()
    {
        var areas = Valid.CodeLists.Where(list => list.Name != CodeLists.QualityAreas);
        Problems(Valid with { CodeLists = [.. areas] })
            .ShouldContain("risk-models: [0].managerChange.area: kvalitetsområdet 'trygghet' finns inte");
        Problems(
            Valid with { CodeLists = [.. areas, List("annan", "trygghet"), List(CodeLists.QualityAreas, "annat")] })
            .ShouldContain("risk-models: [0].managerChange.area: kvalitetsområdet 'trygghet' finns inte");
        Problems(
            Valid with { CodeLists = [.. Valid.CodeLists.Where(list => list.Name != CodeLists.ConcernConsequences)] })
            .ShouldContain("risk-models: [0].severity.consequences: konsekvensen 'skada' finns inte");
    }

    [Fact]
    public void A_model_is_old_enough_for_the_first_year_of_all_rules()
    {
        var later = Valid.PlanningRules[0] with { ValidFrom = From.AddYears(9), FirstPlanYear = 2030 };
        Problems(With(Model with { ValidFrom = From.AddDays(1) }) with
        { PlanningRules = [.. Valid.PlanningRules, later] })
            .ShouldBe([NotOldEnough]);
    }

    [Theory]
    [InlineData(1899, true)]
    [InlineData(9001, true)]
    [InlineData(0, true)]
    [InlineData(1900, false)]
    [InlineData(9000, false)]
    public void The_first_planned_year_is_a_year_that_can_be_meant(int year, bool isWrong)
    {
        var settings = Valid with
        {
            RiskModels = [Model with { ValidFrom = new DateOnly(1890, 1, 1) }],
            PlanningRules =
                [Valid.PlanningRules[0] with { FirstPlanYear = year, ValidFrom = new DateOnly(1890, 1, 1) }],
        };
        Problems(settings).Contains(NotOldEnough).ShouldBe(isWrong);
        Problems(settings).Contains("planning: [].firstPlanYear: reglerna gäller inte från det första planåret")
            .ShouldBe(isWrong);
    }

    private static MunicipalitySettings With(RiskModel model) => Valid with { RiskModels = [model] };

    private static MunicipalitySettings Change(Func<ManagerChangeRule, ManagerChangeRule> change) =>
        With(Model with { ManagerChange = change(Model.ManagerChange) });

    private static MunicipalitySettings Severity(Func<SeverityRules, SeverityRules> change) =>
        With(Model with { Severity = change(Model.Severity) });

    private static MunicipalitySettings Harm(Func<ConsequenceSeverity, ConsequenceSeverity> change) =>
        Severity(rules => rules with { Consequences = [rules.Consequences[0], change(rules.Consequences[1])] });

    private static MunicipalitySettings Usual(Func<UsualRules, UsualRules> change) =>
        With(Model with { Usual = change(Model.Usual) });

    private static MunicipalitySettings Likelihood(Func<LikelihoodRules, LikelihoodRules> change) =>
        With(Model with { Likelihood = change(Model.Likelihood) });

    private static MunicipalitySettings Class(int at, Func<RiskClass, RiskClass> change) =>
        With(Model with { Classes = [.. Model.Classes.Select((item, index) => index == at ? change(item) : item)] });
}
