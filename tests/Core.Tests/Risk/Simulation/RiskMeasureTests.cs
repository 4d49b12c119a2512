using Oversight.Risk;
using Oversight.Settings;

namespace Oversight.Core.Tests.RiskAnalyses.Simulation;

/// <summary>
/// The product's own weights on municipalities whose truth is known. The weights were chosen on other seeds. What
/// stands in <c>docs/risk-model.md</c> is written by <c>./test risk</c>.
/// </summary>
[Trait("Requirement", "R53")]
public class RiskMeasureTests
{
    private const int Towns = 4;
    private static readonly RiskModel Model = NackaModel.Newest;
    private static readonly Lazy<Measurement> Measured = new(() =>
        Measurement.Of(Towns, Model, [Rankings.Product, Rankings.Counts, Rankings.PerCustomer],
            Measurement.FirstReportedSeed));

    public static TheoryData<string, double> Aims => new()
    {
        { nameof(Trouble.Slow), 0.70 },
        { nameof(Trouble.Sudden), 0.62 },
        { nameof(Trouble.Graver), 0.42 },
        { nameof(Trouble.FewCustomers), 0.42 },
        { nameof(Trouble.BadForLong), 0.25 },
    };

    [Theory, MemberData(nameof(Aims))]
    public void Units_that_deteriorate_are_found_among_the_first_ten(string kind, double share)
    {
        var trouble = Enum.Parse<Trouble>(kind);
        Measured.Value.Found(Rankings.Product, trouble).ShouldBeGreaterThan(share);
    }

    [Fact]
    public void Loud_tiny_units_are_seldom_among_the_first_ten()
    {
        Measured.Value.Loud(Rankings.Product).ShouldBeLessThan(0.33);
        Measured.Value.Loud(Rankings.PerCustomer).ShouldBeGreaterThan(0.8, "they would be, by a rate per customer");
    }

    [Fact]
    public void The_highest_class_says_something()
    {
        var highest = Model.Classes[^1].Id.Value;
        Measured.Value.InClass("normal", highest).ShouldBeLessThan(0.10);
        Measured.Value.InClass("trouble", highest)
            .ShouldBeGreaterThan(5 * Measured.Value.InClass("normal", highest));
    }

    /// <summary>A weight that moves by a fifth moves few of the twenty that stand highest.</summary>
    [Fact]
    public void No_single_weight_decides_who_stands_highest()
    {
        var town = new SimulatedTown(new Scenario(Trouble.Slow, 50), Measurement.FirstReportedSeed);
        HashSet<Id> First(RiskModel model) =>
            [.. Rankings.Analyse(town, model).Take(20).Select(risk => risk.Unit.UnitId)];
        var now = First(Model);
        foreach (var (weight, model) in Moved(0.8m).Concat(Moved(1.2m)))
            First(model).Count(unit => !now.Contains(unit)).ShouldBeLessThanOrEqualTo(4, weight);
    }

    /// <summary>Writes the tables of docs/risk-model.md, from 300 municipalities of each kind.</summary>
    [Fact]
    [Trait("Length", "long")]
    public void The_tables_of_the_documentation()
    {
        const int perVolume = 100;
        var all = Measurement.Of(perVolume, Model, Rankings.All, Measurement.FirstReportedSeed);
        var table = all.Table(Rankings.All, Model) + "\n" + EarlyWarningMeasure.Of(20, Model).Table();
        if (Environment.GetEnvironmentVariable("OVERSIGHT_RISK_TABLE") is { Length: > 0 } file)
            File.WriteAllText(file, table);
        all.InClass("normal", Model.Classes[^1].Id.Value).ShouldBeLessThan(0.10);
        all.Found(Rankings.Product, Trouble.Slow).ShouldBeGreaterThan(0.73);
        all.Found(Rankings.Product, Trouble.Sudden).ShouldBeGreaterThan(0.65);
        all.Found(Rankings.Product, Trouble.Graver).ShouldBeGreaterThan(0.45);
        all.Found(Rankings.Product, Trouble.FewCustomers).ShouldBeGreaterThan(0.45);
    }

    private static IEnumerable<(string, RiskModel)> Moved(decimal times)
    {
        var (severity, likelihood) = (Model.Severity, Model.Likelihood);
        yield return ("more often", Model with
        {
            Likelihood = likelihood with { MoreOftenWeight = likelihood.MoreOftenWeight * times },
        });
        yield return ("suddenly", Model with
        {
            Likelihood = likelihood with { SuddenWeight = likelihood.SuddenWeight * times },
        });
        yield return ("for long", Model with
        {
            Likelihood = likelihood with { LongWeight = likelihood.LongWeight * times },
        });
        yield return ("chance", Model with { Likelihood = likelihood with { Chance = likelihood.Chance * times } });
        yield return ("graver", Model with
        {
            Severity = severity with { GraverWeight = severity.GraverWeight * times },
        });
        yield return ("alike", Model with { Usual = Model.Usual with { Alikeness = Model.Usual.Alikeness * times } });
        yield return ("unassessed", Model with { UnassessedWeight = Model.UnassessedWeight * times });
        yield return ("voice", Model with
        {
            Voice = new VoiceRules(
                Model.Voice.Likelihood * times, Model.Voice.Severity * times, Model.Voice.PerExpected * times),
        });
    }
}
