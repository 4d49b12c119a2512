using Oversight.Settings;
using static Oversight.Core.Tests.SettingsChecks.ValidSettings;

namespace Oversight.Core.Tests.SettingsChecks;

public class RiskModelRulesTests
{
    private const string FourRising = "risk-models: [0].severity.pointsBySeverity: ska vara fyra stigande tal över 0";
    private const string Levels = "levels: ska vara tre stigande tal över 0, för nivå 2, 3 och 4";
    private const string Weight =
        "risk-models: [0].severity.consequences: 'skada' ska ha poäng från 0 och allvarlighet 1-4";
    private const string Points =
        "risk-models: [0].likelihood: poäng per rapportör och månad och antal månader kan inte vara negativa";
    private const string Classes = "risk-models: [0].classes";
    private const string NotOldEnough = "risk-models: [].validFrom: ingen modell gäller från det första planåret";

    private static readonly RiskModel Model = Valid.RiskModels[0];

    public static TheoryData<string, MunicipalitySettings> Wrong => new()
    {
        { "risk-models: [0].unassessedWeight: ska vara mellan 0 och 1", With(Model with { UnassessedWeight = -0.1m }) },
        { "risk-models: [0].unassessedWeight: ska vara mellan 0 och 1", With(Model with { UnassessedWeight = 1.1m }) },
        {
            "risk-models: [0].maxConcernsPerReporter: ska vara minst 1", With(Model with { MaxConcernsPerReporter = 0 })
        },
        { "risk-models: [0].maxAgeDays: ska vara mellan 1 och 36500", With(Model with { MaxAgeDays = 0 }) },
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
        {
            "risk-models: [0].severity.halfLifeDays: ska vara minst 1",
            Severity(rules => rules with { HalfLifeDays = 0 })
        },
        { FourRising, Severity(rules => rules with { PointsBySeverity = [1, 2, 3] }) },
        { FourRising, Severity(rules => rules with { PointsBySeverity = [1, 2, 2, 3] }) },
        { FourRising, Severity(rules => rules with { PointsBySeverity = [0, 1, 2, 3] }) },
        {
            "risk-models: [0].severity.countedConcerns: ska vara minst 1",
            Severity(rules => rules with { CountedConcerns = 0 })
        },
        {
            "risk-models: [0].severity.nextShare: ska vara mellan 0 och 1",
            Severity(rules => rules with { NextShare = -0.1m })
        },
        {
            "risk-models: [0].severity.nextShare: ska vara mellan 0 och 1",
            Severity(rules => rules with { NextShare = 1.1m })
        },
        { $"risk-models: [0].severity.{Levels}", Severity(rules => rules with { Levels = [1, 2] }) },
        { $"risk-models: [0].severity.{Levels}", Severity(rules => rules with { Levels = [1, 2, 2] }) },
        { $"risk-models: [0].severity.{Levels}", Severity(rules => rules with { Levels = [0, 1, 2] }) },
        {
            "risk-models: [0].severity.consequences: konsekvensen 'skada' ska ha en vikt",
            Severity(rules => rules with { Consequences = [rules.Consequences[0]] })
        },
        {
            "risk-models: [0].severity.consequences: konsekvensen 'skada' ska ha en vikt",
            Severity(rules => rules with { Consequences = rules.Consequences.Again() })
        },
        {
            "risk-models: [0].severity.consequences: konsekvensen 'okand' finns inte",
            Severity(rules => rules with { Consequences = [.. rules.Consequences, new(new("okand"), 1, 1)] })
        },
        { Weight, Harm(weight => weight with { Points = -0.1m }) },
        { Weight, Harm(weight => weight with { AssumedSeverity = 0 }) },
        { Weight, Harm(weight => weight with { AssumedSeverity = 5 }) },
        {
            "risk-models: [0].likelihood.halfLifeDays: ska vara minst 1",
            Likelihood(rules => rules with { HalfLifeDays = 0 })
        },
        {
            "risk-models: [0].likelihood.expectedPer100CustomersAndYear: kan inte vara negativt",
            Likelihood(rules => rules with { ExpectedPer100CustomersAndYear = -0.1m })
        },
        {
            "risk-models: [0].likelihood.shrinkage: ska vara större än 0",
            Likelihood(rules => rules with { Shrinkage = 0 })
        },
        {
            "risk-models: [0].likelihood.smallestCustomers: ska vara minst 1",
            Likelihood(rules => rules with { SmallestCustomers = 0 })
        },
        { Points, Likelihood(rules => rules with { PointsPerFurtherReporter = -1 }) },
        { Points, Likelihood(rules => rules with { PointsPerFurtherMonth = -1 }) },
        { Points, Likelihood(rules => rules with { MaxFurtherMonths = -1 }) },
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
        With(Model with { UnassessedWeight = 0, MaxConcernsPerReporter = 1, MaxAgeDays = 1 }),
        With(Model with { UnassessedWeight = 1, MaxAgeDays = 36500 }),
        Change(rule => rule with { SeverityPoints = 0, LikelihoodPoints = 0 }),
        Severity(rules => rules with
            { HalfLifeDays = 1, CountedConcerns = 1, NextShare = 0, PointsBySeverity = [0.1m, 0.2m, 0.3m, 0.4m] }),
        Severity(rules => rules with { NextShare = 1, Levels = [0.1m, 0.2m, 0.3m] }),
        Harm(weight => weight with { Points = 0, AssumedSeverity = 1 }),
        Harm(weight => weight with { AssumedSeverity = 4 }),
        Likelihood(rules => rules with
        {
            HalfLifeDays = 1,
            ExpectedPer100CustomersAndYear = 0,
            Shrinkage = 0.1m,
            SmallestCustomers = 1,
            PointsPerFurtherReporter = 0,
            PointsPerFurtherMonth = 0,
            MaxFurtherMonths = 0,
        }),
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

    private static MunicipalitySettings Harm(Func<ConsequenceWeight, ConsequenceWeight> change) =>
        Severity(rules => rules with { Consequences = [rules.Consequences[0], change(rules.Consequences[1])] });

    private static MunicipalitySettings Likelihood(Func<LikelihoodRules, LikelihoodRules> change) =>
        With(Model with { Likelihood = change(Model.Likelihood) });

    private static MunicipalitySettings Class(int at, Func<RiskClass, RiskClass> change) =>
        With(Model with { Classes = [.. Model.Classes.Select((item, index) => index == at ? change(item) : item)] });
}
