using Oversight.Core.Tests.RiskAnalyses.Simulation;
using Oversight.Risk;
using static Oversight.Core.Tests.RiskAnalyses.TestRisk;

namespace Oversight.Core.Tests.RiskAnalyses;

/// <summary>tidig varning: seldom false, and there when something has changed.</summary>
public class EarlyWarningTests
{
    [Fact]
    [Trait("Requirement", "R52")]
    public void A_rise_is_signalled_with_when_it_began_and_what_was_usual()
    {
        // Two a month for two years, then eight a month from October.
        var usual = Enumerable.Range(0, 20).SelectMany(month => Monthly(24 - month, 2));
        var rise = Enumerable.Range(1, 4).SelectMany(month => Monthly(month, 8));
        ConcernFact[] all = [.. usual, .. rise];

        var signal = Of(all)[0];

        signal.Since.ShouldBe(new DateOnly(2026, 10, 1));
        signal.Month.ShouldBeInRange(new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 1));
        signal.Concerns.ShouldBeGreaterThan(2 * signal.Expected);
        ((double)signal.Height).ShouldBeGreaterThanOrEqualTo(Math.Log(Model.EarlyWarning.RunLengthMonths));
    }

    [Fact]
    public void The_units_of_a_board_that_have_risen_of_late_are_found_the_strongest_first()
    {
        ConcernFact[] rising =
        [
            .. Enumerable.Range(0, 20).SelectMany(month => Monthly(24 - month, 2)),
            .. Enumerable.Range(1, 4).SelectMany(month => Monthly(month, 8)),
        ];
        var past = rising.Select(concern => concern with
        {
            ConcernId = IdOf(concern.Reference + " förr"),
            UnitId = IdOf("andra"),
            Received = concern.Received.AddMonths(-11),
        });
        UnitFact[] units = [Unit("ena"), Unit("andra"), Unit("tyst"), Unit("slut", validTo: Today.AddDays(-1))];
        ConcernFact[] all =
            [.. rising, .. past.Where(concern => concern.Received >= Today.AddDays(-Model.MaxAgeDays))];

        var found = BoardRisk.Of(units, all, Today, Model).Warnings.ShouldHaveSingleItem();
        (found.Unit.Name, found.Warning.Since.Year).ShouldBe(("ena", 2026));
        UnitWarning.Newest(
            Unit("ena"), rising, Usual.Of(units, all, Today, Model)).ShouldBe(found.Warning);
    }

    [Fact]
    public void One_voice_in_one_month_is_no_signal() =>
        Of([.. Enumerable.Range(0, 24).SelectMany(month => Monthly(24 - month, 1)),
            .. Enumerable.Range(0, 14).Select(i => Concern($"l{i}", "ena", 40, "en röst"))]).ShouldBeEmpty();

    [Fact]
    public void A_month_that_has_not_passed_and_a_board_without_concerns_signal_nothing()
    {
        EarlyWarning.Of(Unit("ena"), [], Usual.Of([Unit("ena")], [], Today, Model)).ShouldBeEmpty();
        var today = Enumerable.Range(0, 30).Select(i => Concern($"{i}", "ena", 0, $"r{i}"));
        Of([Concern("första", "ena", 300), .. today]).ShouldBeEmpty();
    }

    [Fact]
    public void Dismissed_concerns_are_no_signal() =>
        Of([.. Enumerable.Range(0, 24).SelectMany(month => Monthly(24 - month, 1)),
            .. Enumerable.Range(0, 40).Select(i =>
                Concern($"d{i}", "ena", 40, $"r{i}", weighting: ConcernWeighting.Nothing))]).ShouldBeEmpty();

    /// <summary>
    /// Over 12 simulated municipalities with all volumes: a unit where nothing has changed has run at least as long as
    /// the model promises before it signals, and of those that have changed most are signalled.
    /// </summary>
    [Fact]
    public void False_alarms_are_as_seldom_as_the_model_says_and_true_ones_come()
    {
        var measured = EarlyWarningMeasure.Of(4, NackaModel.Newest);

        measured.MonthsBetweenFalseAlarms.ShouldBeGreaterThan(NackaModel.Newest.EarlyWarning.RunLengthMonths);
        measured.Found(50).ShouldBeGreaterThan(0.4);
        measured.Found(150).ShouldBeGreaterThan(0.7);
    }

    private static IReadOnlyList<EarlyWarning> Of(params ConcernFact[] concerns) =>
        EarlyWarning.Of(Unit("ena"), concerns, Usual.Of([Unit("ena")], concerns, Today, Model));

    private static IEnumerable<ConcernFact> Monthly(int monthsAgo, int count) =>
        Enumerable.Range(0, count).Select(i => Concern($"{monthsAgo}-{i}", "ena", reporter: $"r{i}") with
        {
            Received = new DateOnly(2027, 2, 1).AddMonths(-monthsAgo).AddDays(3 + i),
        });
}
