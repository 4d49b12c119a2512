namespace Oversight.Risk;

/// <summary>Where a unit's rate of concerns stands against chance alone.</summary>
public enum FunnelPlace
{
    /// <summary>Within what chance gives nineteen times of twenty.</summary>
    Within,

    /// <summary>Above it.</summary>
    Above,

    /// <summary>Above what chance gives 998 times of 1,000.</summary>
    FarAbove,

    /// <summary>Below it: better, or nobody tells.</summary>
    Below,
}

/// <param name="PerHundred">Concerns of the window per hundred customers.</param>
public sealed record FunnelPoint(UnitRisk Risk, int Customers, decimal PerHundred, FunnelPlace Place);

/// <summary>
/// A funnel plot: the rate of concerns of every unit against its size, with the limits that chance alone would keep
/// (Poisson, normal approximation). A small unit may be far from the middle without anything being wrong.
/// </summary>
/// <param name="Middle">Concerns per hundred customers of all units together.</param>
/// <param name="Points">Units whose customers are known, the largest last.</param>
/// <param name="Unknown">How many units have no known customers.</param>
public sealed record Funnel(decimal Middle, IReadOnlyList<FunnelPoint> Points, int Unknown)
{
    /// <summary>Standard deviations of the inner and the outer limits.</summary>
    public const double Inner = 1.96;
    public const double Outer = 3.09;

    public static Funnel Of(IReadOnlyList<UnitRisk> units)
    {
        var known = units.Where(risk => risk.Unit.Customers > 0)
            .OrderBy(risk => risk.Unit.Customers).ThenBy(risk => risk.Unit.UnitId.Value, StringComparer.Ordinal)
            .ToList();
        var customers = known.Sum(risk => risk.Unit.Customers!.Value);
        var middle = customers == 0 ? 0 : 100m * known.Sum(risk => risk.Concerns) / customers;
        var empty = new Funnel(middle, [], units.Count - known.Count);
        return empty with { Points = [.. known.Select(empty.Place)] };
    }

    /// <summary>Concerns per hundred customers that chance alone would not pass, never below nothing.</summary>
    /// <param name="deviations">Negative for the lower limit.</param>
    public decimal Limit(int customers, double deviations) => Math.Max(
        0, Math.Round(Middle + (decimal)(deviations * Math.Sqrt((double)Middle * 100 / customers)), 3));

    private FunnelPoint Place(UnitRisk risk)
    {
        var customers = risk.Unit.Customers!.Value;
        var rate = Math.Round(100m * risk.Concerns / customers, 3);
        return new FunnelPoint(risk, customers, rate, rate > Limit(customers, Outer) ? FunnelPlace.FarAbove
            : rate > Limit(customers, Inner) ? FunnelPlace.Above
            : rate < Limit(customers, -Inner) ? FunnelPlace.Below
            : FunnelPlace.Within);
    }
}
