using Oversight.Risk;
using static Oversight.Core.Tests.RiskAnalyses.TestRisk;

namespace Oversight.Core.Tests.RiskAnalyses;

/// <summary>What a person has judged stands beside what is computed, and changes nothing of it.</summary>
public class JudgedClassTests
{
    private static readonly ClassJudgement Judgement =
        new(IdOf("ena"), Model.Classes[^1].Id, Model.Classes[0].Id, Today.AddDays(-10), Today.AddDays(10))
        {
            Reason = new TextReference("reason", 5, "h"),
        };

    [Fact]
    public void A_judged_class_is_seen_on_its_days_alone_and_moves_neither_points_nor_order()
    {
        UnitFact[] units = [Unit("ena"), Unit("andra")];
        ConcernFact[] concerns = [Concern("a", "andra", 3)];
        var told = ToldOfUnits.Nothing with { Judged = [Judgement] };

        var plain = RiskAnalysis.Of(units, concerns, Today, Model);
        var judged = RiskAnalysis.Of(units, concerns, Today, Model, told);

        judged.Select(risk => (risk.Unit.Name, risk.Class, risk.Points))
            .ShouldBe(plain.Select(risk => (risk.Unit.Name, risk.Class, risk.Points)));
        var ena = judged.Single(risk => risk.Unit.Name == "ena");
        (ena.Judged, ena.Counted).ShouldBe((Model.Classes[^1], Model.Classes[^1]));
        judged.Single(risk => risk.Unit.Name == "andra").Judged.ShouldBeNull();
        Of(Today.AddDays(-11)).Counted.ShouldBe(Model.Classes[0]);
        Of(Today.AddDays(11)).Judged.ShouldBeNull();

        UnitRisk Of(DateOnly day) =>
            RiskAnalysis.Of(units, concerns, day, Model, told).Single(risk => risk.Unit.Name == "ena");
    }
}
