using System.Globalization;
using System.Text;
using Oversight.Risk;
using Oversight.Settings;

namespace Oversight.Core.Tests.RiskAnalyses.Simulation;

/// <summary>How well a ranking finds what is known to deteriorate, over many simulated municipalities.</summary>
internal sealed class Measurement
{
    public const int Top = 10;

    /// <summary>The weights were chosen on seeds below this; what is reported comes from seeds above.</summary>
    public const int FirstReportedSeed = 500_000;

    public static readonly Trouble[] Kinds =
        [Trouble.Slow, Trouble.Sudden, Trouble.Graver, Trouble.FewCustomers, Trouble.BadForLong];

    /// <summary>Concerns per 100 customers and year: from few to ten times as many.</summary>
    public static readonly double[] Volumes = [15, 50, 150];

    private readonly Dictionary<(string Ranking, Trouble Kind, double Volume), (double Found, double Loud, int Count)>
        _sums = [];
    private readonly Dictionary<(string Group, string Class), int> _classes = [];

    /// <param name="towns">Simulated municipalities of each kind and volume.</param>
    public static Measurement Of(int towns, RiskModel model, IReadOnlyList<string> rankings, int firstSeed)
    {
        var measured = new Measurement();
        foreach (var kind in Kinds)
        {
            foreach (var volume in Volumes)
            {
                for (var number = 0; number < towns; number++)
                {
                    measured.Add(
                        new Scenario(kind, volume) { OneArea = number % 2 == 1 }, firstSeed + number, model, rankings);
                }
            }
        }

        return measured;
    }

    /// <summary>Share of the deteriorating units found in the top 10 of 60.</summary>
    public double Found(string ranking, Trouble kind, double? volume = null) =>
        Of(ranking, kind, volume).Average(sum => sum.Found / sum.Count);

    /// <summary>Share of the loud tiny units in the top 10.</summary>
    public double Loud(string ranking, double? volume = null) =>
        Kinds.SelectMany(kind => Of(ranking, kind, volume)).Average(sum => sum.Loud / sum.Count);

    /// <summary>Share of a group (<c>normal</c>, <c>trouble</c>, <c>loud</c>) in a class.</summary>
    public double InClass(string group, string id) =>
        _classes.GetValueOrDefault((group, id))
            / (double)Math.Max(1, _classes.Where(item => item.Key.Group == group).Sum(item => item.Value));

    public string Table(IReadOnlyList<string> rankings, RiskModel model)
    {
        var text = new StringBuilder();
        text.AppendLine(
            "| rangordning | smygande | plötsligt | bara allvarligare | få kunder | dåligt länge | högljudda |");
        text.AppendLine("|---|---|---|---|---|---|---|");
        foreach (var ranking in rankings)
            text.AppendLine(Row(ranking, ranking, null));
        foreach (var volume in Volumes)
        {
            foreach (var ranking in new[] { Rankings.Product, Rankings.Truth })
                text.AppendLine(Row(ranking, Number($"{ranking}, {volume} per 100 kunder och år"), volume));
        }

        text.AppendLine();
        text.AppendLine("| riskklass | vanliga enheter | försämrade | högljudda |");
        text.AppendLine("|---|---|---|---|");
        foreach (var item in model.Classes)
        {
            var (normal, trouble) = (InClass("normal", item.Id.Value), InClass("trouble", item.Id.Value));
            text.AppendLine(Number(
                $"| {item.Name} | {normal:0.00} | {trouble:0.00} | {InClass("loud", item.Id.Value):0.00} |"));
        }

        return text.ToString();
    }

    private string Row(string ranking, string name, double? volume)
    {
        var found = Kinds.Select(kind => Number($"{Found(ranking, kind, volume):0.00}"));
        return Number($"| {name} | {string.Join(" | ", found)} | {Loud(ranking, volume):0.00} |");
    }

    private IEnumerable<(double Found, double Loud, int Count)> Of(string ranking, Trouble kind, double? volume) =>
        _sums.Where(item => item.Key.Ranking == ranking && item.Key.Kind == kind
            && (volume is null || item.Key.Volume == volume)).Select(item => item.Value);

    private void Add(Scenario scenario, int seed, RiskModel model, IReadOnlyList<string> rankings)
    {
        var town = new SimulatedTown(scenario, seed);
        var analysed = Rankings.Analyse(town, model);
        foreach (var ranking in rankings)
        {
            var ranked = ranking == Rankings.Product
                ? Rankings.OfProduct(town, analysed)
                : Rankings.Rank(ranking, town, seed, model);
            var top = ranked.Take(Top).Select(number => town.Units[number].Trouble).ToList();
            var key = (ranking, scenario.Kind, scenario.Volume);
            var sum = _sums.GetValueOrDefault(key);
            _sums[key] = (
                sum.Found + (top.Count(trouble => trouble == scenario.Kind) / (double)Scenario.Deteriorating),
                sum.Loud + (top.Count(trouble => trouble == Trouble.Loud) / (double)Scenario.LoudUnits), sum.Count + 1);
        }

        foreach (var (risk, number) in analysed.Zip(Rankings.OfProduct(town, analysed)))
        {
            var group = town.Units[number].Trouble switch
            {
                Trouble.None => "normal",
                Trouble.Loud => "loud",
                _ => "trouble",
            };
            var key = (group, risk.Class.Id.Value);
            _classes[key] = _classes.GetValueOrDefault(key) + 1;
        }
    }

    private static string Number(FormattableString text) => text.ToString(CultureInfo.GetCultureInfo("sv-SE"));
}
