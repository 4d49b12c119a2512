using Oversight.Settings;

namespace Oversight.Risk;

/// <summary>
/// One axis of one quality area: the sum of its contributions, and the level 1-4 that the sum falls in.
/// </summary>
public sealed record AxisRisk(int Level, decimal Points, IReadOnlyList<Contribution> Contributions);

/// <summary>A quality area of a unit. The product of the levels (1-16) gives the class and nothing else.</summary>
public sealed record AreaRisk(CodeId Area, AxisRisk Severity, AxisRisk Likelihood, RiskClass Class)
{
    public int Product => Severity.Level * Likelihood.Level;

    public decimal Points => Severity.Points + Likelihood.Points;
}

/// <summary>
/// The risk of one unit: that of its highest area (by product, then points). Areas without concerns are left out; a
/// unit without any has the lowest class.
/// </summary>
/// <param name="Areas">Highest first.</param>
/// <param name="Concerns">Concerns that count, of any weight above 0.</param>
/// <param name="Reporters">Distinct reporters of those.</param>
public sealed record UnitRisk(
    UnitFact Unit, IReadOnlyList<AreaRisk> Areas, RiskClass Class, int Concerns, int Unassessed, int Reporters,
    IReadOnlyList<Uncertainty> Uncertainties)
{
    public AreaRisk? Highest => Areas.Count > 0 ? Areas[0] : null;

    public int Product => Highest?.Product ?? 1;

    public decimal Points => Highest?.Points ?? 0;
}

/// <summary>What makes a result less certain; it never lowers the risk.</summary>
public enum Uncertainty
{
    /// <summary>The register does not know the number of customers; the unit counts as a small one.</summary>
    [StoredName("customersUnknown")]
    CustomersUnknown,

    /// <summary>Half of the concerns or more have not been assessed.</summary>
    [StoredName("mostlyUnassessed")]
    MostlyUnassessed,

    /// <summary>Everything comes from one reporter.</summary>
    [StoredName("singleReporter")]
    SingleReporter,
}

/// <summary>
/// The area of concerns whose quality area nobody has decided yet: they are kept together and weigh as unassessed.
/// </summary>
public static class RiskAreas
{
    public static CodeId NotAssessed { get; } = new("ej-bedomd");
}

/// <summary>
/// The risk of the units of a provider or an agreement: the highest class among them, ties by product, then points.
/// </summary>
/// <param name="Decisive">The unit that decides it.</param>
public sealed record GroupRisk(Id GroupId, UnitRisk Decisive, int Units)
{
    public RiskClass Class => Decisive.Class;

    public static IReadOnlyList<GroupRisk> ByProvider(IEnumerable<UnitRisk> units) =>
        By(units, unit => unit.Unit.ProviderId);

    public static IReadOnlyList<GroupRisk> ByAgreement(IEnumerable<UnitRisk> units) =>
        By(units, unit => unit.Unit.AgreementId);

    private static IReadOnlyList<GroupRisk> By(IEnumerable<UnitRisk> units, Func<UnitRisk, Id> group) =>
    [
        .. units.GroupBy(group)
            .Select(members => new GroupRisk(members.Key, members.Min(RiskOrder.HighestFirst)!, members.Count()))
            .OrderBy(candidate => candidate.Decisive, RiskOrder.HighestFirst),
    ];
}

/// <summary>
/// Highest risk first: product, points of the highest area, then the id, so that equal units keep one order.
/// </summary>
public sealed class RiskOrder : IComparer<UnitRisk>
{
    private RiskOrder()
    {
    }

    public static RiskOrder HighestFirst { get; } = new();

    public int Compare(UnitRisk? x, UnitRisk? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var byProduct = y.Product.CompareTo(x.Product);
        if (byProduct != 0)
            return byProduct;
        var byPoints = y.Points.CompareTo(x.Points);
        return byPoints != 0 ? byPoints : string.CompareOrdinal(x.Unit.UnitId.Value, y.Unit.UnitId.Value);
    }
}
