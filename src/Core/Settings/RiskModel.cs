namespace Oversight.Settings;

/// <summary>
/// Weights and bands of the risk analysis: what each input is worth and where the levels begin. The rules that use them
/// are explained in <c>Oversight.Risk</c>; nothing of them is hidden in code.
/// </summary>
/// <param name="Version">What plans and pages call this version.</param>
/// <param name="UnassessedWeight">
/// Weight of a concern nobody has assessed yet, 0-1 (an assessed one weighs 1, a dismissed one 0).
/// </param>
/// <param name="MaxConcernsPerReporter">
/// At most so many concerns of one reporter count per unit and quality area, the heaviest ones.
/// </param>
/// <param name="MaxAgeDays">Older concerns no longer count.</param>
/// <param name="Classes">Lowest first; the first starts at 1.</param>
public sealed record RiskModel(
    string Version,
    DateOnly ValidFrom,
    decimal UnassessedWeight,
    int MaxConcernsPerReporter,
    int MaxAgeDays,
    SeverityRules Severity,
    LikelihoodRules Likelihood,
    ManagerChangeRule ManagerChange,
    IReadOnlyList<RiskClass> Classes)
{
    /// <summary>Null in a model that does not look at avtalsenkäter.</summary>
    public SurveyRule? Surveys { get; init; }

    /// <summary>
    /// The first day whose concerns count on <paramref name="asOf"/>; what happened earlier need not be read.
    /// </summary>
    public DateOnly FirstDayFor(DateOnly asOf) => DateOnly.FromDayNumber(Math.Max(0, asOf.DayNumber - MaxAgeDays));

    /// <summary>The class of a product of severity and likelihood (1-16).</summary>
    public RiskClass ClassOf(int product) => Classes.Last(candidate => candidate.FromProduct <= product);
}

/// <summary>The axis allvarlighetsgrad (R53).</summary>
/// <param name="HalfLifeDays">After so many days a concern's points are half.</param>
/// <param name="PointsBySeverity">Points of assessed severity 1, 2, 3 and 4, rising.</param>
/// <param name="Consequences">What each consequence adds, and which severity it stands for before assessment.</param>
/// <param name="CountedConcerns">So many of the gravest concerns count.</param>
/// <param name="NextShare">
/// The gravest counts in full, the next by this share, the third by its square, and so on (0-1).
/// </param>
/// <param name="Levels">Where level 2, 3 and 4 begin, rising.</param>
public sealed record SeverityRules(
    int HalfLifeDays, IReadOnlyList<decimal> PointsBySeverity, IReadOnlyList<ConsequenceWeight> Consequences,
    int CountedConcerns, decimal NextShare, IReadOnlyList<decimal> Levels);

/// <param name="AssumedSeverity">1-4, used until a person has assessed the concern.</param>
public sealed record ConsequenceWeight(CodeId Consequence, decimal Points, int AssumedSeverity);

/// <summary>The axis sannolikhet (R53): more concerns than the number of customers lets expect.</summary>
/// <param name="ExpectedPer100CustomersAndYear">Concerns per quality area that a unit of ordinary quality gets.</param>
/// <param name="Shrinkage">
/// Added to the expected number, so that small units do not swing on one concern; above 0.
/// </param>
/// <param name="SmallestCustomers">
/// Fewer or unknown customers count as this many: a missing number never lowers risk.
/// </param>
/// <param name="PointsPerFurtherReporter">
/// Points for each reporter beyond the first, times the weight of that reporter's heaviest concern.
/// </param>
/// <param name="PointsPerFurtherMonth">
/// Points for each calendar month beyond the first, times the weight of its heaviest concern.
/// </param>
/// <param name="MaxFurtherMonths">At most so many further months count, the heaviest ones.</param>
/// <param name="Levels">Where level 2, 3 and 4 begin, rising.</param>
public sealed record LikelihoodRules(
    int HalfLifeDays, decimal ExpectedPer100CustomersAndYear, decimal Shrinkage, int SmallestCustomers,
    decimal PointsPerFurtherReporter, decimal PointsPerFurtherMonth, int MaxFurtherMonths,
    IReadOnlyList<decimal> Levels);

/// <summary>
/// A change of the person responsible for daily management that was not notified in time (R102), and the area it tells
/// about.
/// </summary>
public sealed record ManagerChangeRule(CodeId Area, decimal SeverityPoints, decimal LikelihoodPoints);

/// <summary>What the avtalsenkät counts for (R50), and the area it tells about.</summary>
/// <param name="MaxAgeDays">Older answers and silences no longer count.</param>
/// <param name="ClaimedWeight">Weight of what nobody has confirmed, 0-1 (what is confirmed weighs 1).</param>
/// <param name="MostCounted">At most so many signals of a survey count.</param>
/// <param name="SilenceSeverity">Points of a confirmed silence on allvarlighetsgrad.</param>
/// <param name="SilenceLikelihood">The same on sannolikhet.</param>
/// <param name="ReplySeverity">Points of a reply that breaks the terms or is contradicted.</param>
/// <param name="ReplyLikelihood">The same on sannolikhet.</param>
public sealed record SurveyRule(
    CodeId Area, int MaxAgeDays, decimal ClaimedWeight, int MostCounted, decimal SilenceSeverity,
    decimal SilenceLikelihood, decimal ReplySeverity, decimal ReplyLikelihood);

/// <summary>One of the four named classes, and the lowest product of severity and likelihood that gives it.</summary>
public sealed record RiskClass(CodeId Id, string Name, int FromProduct);
