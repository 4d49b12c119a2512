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
/// The risk of one unit: that of its highest area (by class, then points), the unit as a whole being one of them. Areas
/// without concerns are left out; a unit without any has the lowest class.
/// </summary>
/// <param name="Areas">Highest first.</param>
/// <param name="Concerns">Concerns of the window that count, of any weight above 0.</param>
/// <param name="Reporters">Distinct reporters of those.</param>
public sealed record UnitRisk(
    UnitFact Unit, IReadOnlyList<AreaRisk> Areas, RiskClass Class, int Concerns, int Unassessed, int Reporters,
    IReadOnlyList<Uncertainty> Uncertainties)
{
    /// <summary>How well what is known is founded; it changes no points.</summary>
    public required EvidenceStrength Evidence { get; init; }

    /// <summary>
    /// The class that a person has judged it to have on the day, with a reason and a last day; null: nobody has.
    /// </summary>
    public RiskClass? Judged { get; init; }

    /// <summary>The class that the årsplan chooses by: a person's judgement before the computed one.</summary>
    public RiskClass Counted => Judged ?? Class;

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

/// <summary>styrka i underlaget.</summary>
public enum EvidenceStrength
{
    /// <summary>At most one reporter: somebody's sole judgement.</summary>
    [StoredName("soleJudgement")]
    SoleJudgement,

    /// <summary>Several reporters have told of it, many, over months, and it has been assessed.</summary>
    [StoredName("strong")]
    Strong,

    /// <summary>More than one reporter, but little.</summary>
    [StoredName("limited")]
    Limited,
}

/// <summary>
/// The unit as a whole stands among its quality areas: all its concerns together, also those whose area nobody has
/// decided yet.
/// </summary>
public static class RiskAreas
{
    public static CodeId Whole { get; } = new("hela-enheten");
}

/// <summary>Highest first: class, points, the whole before a part of it, the code.</summary>
internal sealed class AreaOrder : IComparer<AreaRisk>
{
    public static AreaOrder HighestFirst { get; } = new();

    public int Compare(AreaRisk? x, AreaRisk? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var byClass = y.Class.FromProduct.CompareTo(x.Class.FromProduct);
        if (byClass != 0)
            return byClass;
        var byPoints = y.Points.CompareTo(x.Points);
        if (byPoints != 0)
            return byPoints;
        var byWhole = (y.Area == RiskAreas.Whole).CompareTo(x.Area == RiskAreas.Whole);
        return byWhole != 0 ? byWhole : string.CompareOrdinal(x.Area.Value, y.Area.Value);
    }
}

/// <summary>
/// The risk of the units of a provider or an agreement: the highest class among them, ties by points.
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
/// Highest risk first: class, points of the highest area, then the id, so that equal units keep one order.
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
        var byClass = y.Class.FromProduct.CompareTo(x.Class.FromProduct);
        if (byClass != 0)
            return byClass;
        var byPoints = y.Points.CompareTo(x.Points);
        return byPoints != 0 ? byPoints : string.CompareOrdinal(x.Unit.UnitId.Value, y.Unit.UnitId.Value);
    }
}
