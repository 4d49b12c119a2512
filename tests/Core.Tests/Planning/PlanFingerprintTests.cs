using Oversight.Core.Tests.RiskAnalyses;
using Oversight.Planning;
using Oversight.Risk;
using static Oversight.Core.Tests.Plans.TestPlans;

namespace Oversight.Core.Tests.Plans;

/// <summary>A plan whose input says something else is another version; one whose input says the same is not.</summary>
[Trait("Requirement", "R54")]
public class PlanFingerprintTests
{
    private static readonly UnitFact[] Units = [TestRisk.Unit("ena"), TestRisk.Unit("andra", lateNotice: true)];
    private static readonly ConcernFact[] Concerns =
        [TestRisk.Concern("a", "ena"), TestRisk.Concern("b", "andra", 40, "r2", 3)];

    private static readonly PlanInput Input =
        new(TestRisk.SocialBoard, 2027, TestRisk.Today, Units, Concerns, TestRisk.Model, Rules, Meetings);

    public static TheoryData<string, PlanInput> Changes => new()
    {
        { "name", WithUnit(unit => unit with { Name = "Ett annat namn" }) },
        { "provider", WithUnit(unit => unit with { ProviderId = TestRisk.IdOf("en annan") }) },
        { "provider's name", WithUnit(unit => unit with { ProviderName = "En annan" }) },
        { "agreement", WithUnit(unit => unit with { AgreementId = TestRisk.IdOf("ett annat") }) },
        { "area of the agreement", WithUnit(unit => unit with { AgreementArea = new CodeId("hemtjanst") }) },
        { "customers", WithUnit(unit => unit with { Customers = 51 }) },
        { "customers unknown", WithUnit(unit => unit with { Customers = null }) },
        { "children", WithUnit(unit => unit with { Children = 3 }) },
        { "late notice", WithUnit(unit => unit with { ManagerChangeNotNotified = true }) },
        { "first day", WithUnit(unit => unit with { ValidFrom = new DateOnly(2021, 1, 1) }) },
        { "last day", WithUnit(unit => unit with { ValidTo = new DateOnly(2030, 1, 1) }) },
        { "one unit less", Input with { Units = [Units[0]] } },
        { "one concern less", Input with { Concerns = [Concerns[0]] } },
        { "occurred", WithConcern(concern => concern with { Occurred = concern.Occurred.AddDays(-1) }) },
        { "received", WithConcern(concern => concern with { Received = concern.Received.AddDays(1) }) },
        { "reporter", WithConcern(concern => concern with { ReporterKey = "r9" }) },
        { "weighting", WithConcern(concern => concern with { Weighting = ConcernWeighting.Nothing }) },
        { "severity", WithConcern(concern => concern with { Severity = 1 }) },
        { "quality area", WithConcern(concern => concern with { Area = TestRisk.Coordination }) },
        { "category", WithConcern(concern => concern with { Category = new CodeId("dokumentation") }) },
        { "consequence", WithConcern(concern => concern with { Consequence = TestRisk.Harm }) },
        { "meeting",
            Input with
                { Meetings = [Meeting(TestRisk.SocialBoard, new DateOnly(2027, 3, 17), new DateOnly(2027, 2, 22))] } },
        { "capacity", Input with { Rules = WithDays(1, 1, 1, 1) } },
        { "model", Input with { Model = TestRisk.Model with { Version = "2" } } },
        { "name of a class", Input with
            { Model = TestRisk.Model with
                { Classes = [.. TestRisk.Model.Classes.Select(c => c with { Name = c.Name + "!" })] } } },
        { "period", Input with { Year = 2028 } },
        { "unannounced", Input with
            { Rules = Rules with { UnannouncedClasses = [.. TestRisk.Model.Classes.Select(c => c.Id)] } } },
    };

    [Theory]
    [MemberData(nameof(Changes), DisableDiscoveryEnumeration = true)]
    public void Whatever_the_plan_is_made_from_changes_its_hash(string what, PlanInput changed) =>
        Hash(changed).ShouldNotBe(Hash(Input), what);

    [Fact]
    public void Order_and_a_day_that_changes_no_class_do_not()
    {
        Hash(Input with { Units = [.. Units.Reverse()], Concerns = [.. Concerns.Reverse()] }).ShouldBe(Hash(Input));
        Hash(Input with { AsOf = TestRisk.Today.AddDays(1) }).ShouldBe(Hash(Input));
    }

    [Fact]
    public void The_facts_are_counted_and_stamped_by_the_events_they_come_from()
    {
        var facts = PlanMaker.Make(Input).Facts!;
        (facts.Units, facts.Concerns, facts.Stamp.Length).ShouldBe((2, 2, 32));
        Stamp(WithUnit(unit => unit with { Source = "unit-x/9" })).ShouldNotBe(facts.Stamp);
        Stamp(WithConcern(concern => concern with { Source = "concern-x/9" })).ShouldNotBe(facts.Stamp);
        Stamp(WithUnit(unit => unit with { Name = "Annat namn, samma händelse" })).ShouldBe(facts.Stamp);
        Stamp(Input with { Units = [.. Units.Reverse()] }).ShouldBe(facts.Stamp);
    }

    private static string Hash(PlanInput input) => PlanMaker.Make(input).InputHash;

    private static string Stamp(PlanInput input) => PlanMaker.Make(input).Facts!.Stamp;

    private static PlanInput WithUnit(Func<UnitFact, UnitFact> change) =>
        Input with { Units = [change(Units[0]), Units[1]] };

    private static PlanInput WithConcern(Func<ConcernFact, ConcernFact> change) =>
        Input with { Concerns = [Concerns[0], change(Concerns[1])] };
}
