using System.Globalization;
using System.Text;
using Oversight.Risk;
using Oversight.Settings;

namespace Oversight.Core.Tests.RiskAnalyses.Simulation;

/// <summary>How often a tidig varning is false, and how often one comes when a unit slowly deteriorates.</summary>
internal sealed class EarlyWarningMeasure
{
    private readonly Dictionary<double, (int Months, int Alarms, int Troubled, int Found)> _byVolume = [];

    public static EarlyWarningMeasure Of(int towns, RiskModel model)
    {
        var measured = new EarlyWarningMeasure();
        foreach (var volume in Measurement.Volumes)
        {
            for (var seed = 0; seed < towns; seed++)
                measured.Add(new Scenario(Trouble.Slow, volume), Measurement.FirstReportedSeed + seed, model);
        }

        return measured;
    }

    public double MonthsBetweenFalseAlarms =>
        _byVolume.Values.Sum(sum => sum.Months) / (double)Math.Max(1, _byVolume.Values.Sum(sum => sum.Alarms));

    /// <summary>Share of the deteriorating units with a warning in the eight months up to the day.</summary>
    public double Found(double volume) => _byVolume[volume].Found / (double)_byVolume[volume].Troubled;

    public string Table()
    {
        var text = new StringBuilder();
        text.AppendLine(
            "| tidig varning | månader mellan falska larm, per enhet | smygande enheter som fått en varning |");
        text.AppendLine("|---|---|---|");
        foreach (var (volume, sum) in _byVolume)
        {
            text.AppendLine(CultureInfo.GetCultureInfo("sv-SE"),
                $"| {volume} per 100 kunder och år | {sum.Months / Math.Max(1, sum.Alarms)} | {Found(volume):0.00} |");
        }

        return text.ToString();
    }

    private void Add(Scenario scenario, int seed, RiskModel model)
    {
        var town = new SimulatedTown(scenario, seed);
        var usual = Usual.Of(town.Units.Select(unit => unit.Fact), town.Concerns, SimulatedTown.Today, model);
        var sum = _byVolume.GetValueOrDefault(scenario.Volume);
        foreach (var unit in town.Units)
        {
            var signals = EarlyWarning.Of(unit.Fact, town.ByUnit[unit.Fact.UnitId], usual);
            if (unit.Trouble == Trouble.None)
                sum = sum with { Months = sum.Months + Scenario.Months, Alarms = sum.Alarms + signals.Count };
            else if (unit.Trouble == scenario.Kind)
                sum = sum with { Troubled = sum.Troubled + 1, Found = sum.Found + (signals.Any(Recent) ? 1 : 0) };
        }

        _byVolume[scenario.Volume] = sum;

        static bool Recent(EarlyWarning signal) => signal.Month > SimulatedTown.Today.AddMonths(-8);
    }
}
