using Oversight.Risk;
using Oversight.Settings;

namespace Oversight.Core.Tests.RiskAnalyses.Simulation;

/// <summary>Ways of ranking the units of a simulated municipality, highest first.</summary>
internal static class Rankings
{
    public const string Product = "riskmodellen";
    public const string Random = "slumpen";
    public const string Counts = "antal synpunkter";
    public const string PerCustomer = "antal per kund";
    public const string Truth = "känner sanningen";

    private const double WindowDays = 183;
    private const double DaysPerMonth = 365.25 / 12;

    public static IReadOnlyList<string> All { get; } = [Product, Counts, PerCustomer, Random, Truth];

    public static IReadOnlyList<int> Rank(string ranking, SimulatedTown town, int seed, RiskModel model) =>
        ranking switch
        {
            Product => OfProduct(town, Analyse(town, model)),
            Counts => By(town, unit => Recent(town, unit).Count()),
            PerCustomer => By(town, unit => Recent(town, unit).Count() / (double)unit.Fact.Customers!.Value),
            Random => OfChance(town, seed),
            _ => OfTruth(town),
        };

    public static IReadOnlyList<UnitRisk> Analyse(SimulatedTown town, RiskModel model) =>
        RiskAnalysis.Of(town.Units.Select(unit => unit.Fact), town.Concerns, SimulatedTown.Today, model);

    public static IReadOnlyList<int> OfProduct(SimulatedTown town, IReadOnlyList<UnitRisk> ranked)
    {
        var numbers = town.Units.Select((unit, index) => (unit.Fact.UnitId, index)).ToDictionary();
        return [.. ranked.Select(risk => numbers[risk.Unit.UnitId])];
    }

    private static int[] OfChance(SimulatedTown town, int seed)
    {
        var random = new Random(seed);
        return By(town, _ => random.NextDouble());
    }

    private static IEnumerable<ConcernFact> Recent(SimulatedTown town, TrueUnit unit) =>
        town.ByUnit[unit.Fact.UnitId].Where(concern => concern.Weighting != ConcernWeighting.Nothing
            && SimulatedTown.Today.DayNumber - concern.Received.DayNumber < WindowDays);

    /// <summary>
    /// Knows the usual rates of every unit, how the trouble of this municipality looks, and which concerns are one loud
    /// voice: how much likelier is what came, if the unit has the trouble? Nothing that sees only concerns can do
    /// better.
    /// </summary>
    private static int[] OfTruth(SimulatedTown town)
    {
        var pattern = town.Units[0];
        return By(town, unit => Likelier(town, unit, pattern));
    }

    private static double Likelier(SimulatedTown town, TrueUnit unit, TrueUnit pattern)
    {
        var sum = 0.0;
        for (var month = 0; month < Scenario.Months; month++)
        {
            var times = pattern.Trouble == Trouble.Graver ? 1 : pattern.Actual[month] / pattern.Usual[month];
            sum -= unit.Usual[month] * (times - 1) * SimulatedTown.Kept;
        }

        foreach (var concern in town.ByUnit[unit.Fact.UnitId].Where(Counts))
        {
            var month = SimulatedTown.MonthOf(concern.Received);
            sum += Math.Log(pattern.Actual[month] / pattern.Usual[month]);
            if (pattern.Trouble == Trouble.Graver && month >= pattern.Onset)
            {
                var severity = (concern.Severity ?? SimulatedTown.Assumed(concern)) - 1;
                sum += Math.Log(pattern.ActualSeverity[severity] / pattern.UsualSeverity[severity]);
            }
        }

        return sum;

        static bool Counts(ConcernFact concern) =>
            concern.Weighting != ConcernWeighting.Nothing
            && !concern.ReporterKey.EndsWith(" loud", StringComparison.Ordinal);
    }

    private static int[] By(SimulatedTown town, Func<TrueUnit, double> score) =>
    [
        .. town.Units.Select((unit, index) => (Score: score(unit), Id: unit.Fact.UnitId.Value, index))
            .OrderByDescending(item => item.Score).ThenBy(item => item.Id, StringComparer.Ordinal)
            .Select(item => item.index),
    ];
}
