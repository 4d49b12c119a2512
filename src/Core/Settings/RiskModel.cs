namespace Oversight.Settings;

/// <summary>
/// Weights and bands of the risk analysis: what each input is worth and where the levels begin. The rules that use them
/// are explained in <c>Oversight.Risk</c> and in <c>docs/risk-model.md</c>; nothing of them is hidden in code.
/// </summary>
public sealed record RiskModel
{
    /// <summary>What plans and pages call this version.</summary>
    public required string Version { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>
    /// Weight of a concern nobody has assessed yet, 0-1 (an assessed one weighs 1, a dismissed one 0).
    /// </summary>
    public required decimal UnassessedWeight { get; init; }

    /// <summary>Older concerns count neither as news nor for what is usual.</summary>
    public required int MaxAgeDays { get; init; }

    /// <summary>
    /// What a single quality area gives is multiplied by this, 0-1: of many areas one stands out by chance.
    /// </summary>
    public required decimal SingleArea { get; init; }

    public required UsualRules Usual { get; init; }

    public required VoiceRules Voice { get; init; }

    public required SeverityRules Severity { get; init; }

    public required LikelihoodRules Likelihood { get; init; }

    public required EvidenceRules Evidence { get; init; }

    public required EarlyWarningRules EarlyWarning { get; init; }

    /// <summary>A class that a person has judged a unit to have counts for so many months at most.</summary>
    public required int JudgedMonths { get; init; }

    public required ManagerChangeRule ManagerChange { get; init; }

    /// <summary>Null in a model that does not look at avtalsenkäter.</summary>
    public SurveyRule? Surveys { get; init; }

    /// <summary>Null in a model that does not look at findings of reports.</summary>
    public FindingRule? Findings { get; init; }

    /// <summary>Lowest first; the first starts at 1.</summary>
    public required IReadOnlyList<RiskClass> Classes { get; init; }

    /// <summary>
    /// The first day whose concerns count on <paramref name="asOf"/>; what was received earlier need not be read.
    /// </summary>
    public DateOnly FirstDayFor(DateOnly asOf) => DateOnly.FromDayNumber(Math.Max(0, asOf.DayNumber - MaxAgeDays));

    /// <summary>The class of a product of severity and likelihood (1-16).</summary>
    public RiskClass ClassOf(int product) => Classes.Last(candidate => candidate.FromProduct <= product);
}

/// <summary>
/// What is usual: learned from what was received before the window, from these numbers where little was.
/// </summary>
public sealed record UsualRules
{
    /// <summary>
    /// What was received in the last so many days is news; what is usual is learned from the time before.
    /// </summary>
    public required int WindowDays { get; init; }

    /// <summary>Concerns for 100 customers and year where the board has no past.</summary>
    public required decimal ConcernsPer100CustomersAndYear { get; init; }

    /// <summary>The board's rate weighs like so many customer years in the rate of each service; above 0.</summary>
    public required decimal CustomerYears { get; init; }

    /// <summary>
    /// How alike the units of a service are: the service's rate weighs like so many concerns of the unit's own past
    /// (shape of the gamma distribution); above 0.
    /// </summary>
    public required decimal Alikeness { get; init; }

    /// <summary>Fewer or unknown customers count as this many: a missing number never lowers risk.</summary>
    public required int SmallestCustomers { get; init; }

    /// <summary>Shares of severity 1-4 where the board has no past; together 1.</summary>
    public required IReadOnlyList<decimal> SeverityShares { get; init; }

    /// <summary>Those shares weigh like so many concerns of the board; above 0.</summary>
    public required decimal SeverityConcerns { get; init; }

    /// <summary>The board's shares weigh like so many concerns of the unit's own past; above 0.</summary>
    public required decimal OwnSeverityConcerns { get; init; }
}

/// <summary>
/// How far one reporter is heard in one month, in concerns: so many, and more where more are expected.
/// </summary>
/// <param name="Likelihood">On sannolikhet.</param>
/// <param name="Severity">On allvarlighetsgrad.</param>
/// <param name="PerExpected">Added for each concern that is expected in a month.</param>
public sealed record VoiceRules(decimal Likelihood, decimal Severity, decimal PerExpected);

/// <summary>The axis allvarlighetsgrad (R53).</summary>
public sealed record SeverityRules
{
    /// <summary>Which severity each consequence stands for before assessment.</summary>
    public required IReadOnlyList<ConsequenceSeverity> Consequences { get; init; }

    /// <summary>How many times more often severity 1-4 comes when a unit gets graver; from 1, never falling.</summary>
    public required IReadOnlyList<decimal> TimesMore { get; init; }

    /// <summary>Points for what tells that a unit gets graver are multiplied by this.</summary>
    public required decimal GraverWeight { get; init; }

    /// <summary>Points of the gravest concern of the window by its severity 1-4, never falling.</summary>
    public required IReadOnlyList<decimal> Gravest { get; init; }

    /// <summary>Where level 2, 3 and 4 begin, rising.</summary>
    public required IReadOnlyList<decimal> Levels { get; init; }
}

/// <param name="AssumedSeverity">1-4, used until a person has assessed the concern.</param>
public sealed record ConsequenceSeverity(CodeId Consequence, int AssumedSeverity);

/// <summary>The axis sannolikhet (R53): more than what is usual.</summary>
public sealed record LikelihoodRules
{
    /// <summary>Points for more concerns than usual in the window, the newest weighing most.</summary>
    public required decimal MoreOftenWeight { get; init; }

    /// <summary>The last so many days tell of something sudden.</summary>
    public required int SuddenDays { get; init; }

    public required decimal SuddenWeight { get; init; }

    /// <summary>Points for more concerns than the service usually has, over all that is remembered.</summary>
    public required decimal LongWeight { get; init; }

    /// <summary>What chance adds to the spread, in concerns: small units must not swing on one; above 0.</summary>
    public required decimal Chance { get; init; }

    /// <summary>Points for each reporter beyond the first.</summary>
    public required decimal FurtherReporter { get; init; }

    public required int MaxFurtherReporters { get; init; }

    /// <summary>Where level 2, 3 and 4 begin, rising.</summary>
    public required IReadOnlyList<decimal> Levels { get; init; }
}

/// <summary>When what is known is strong: so many concerns, by so many reporters, in so many months.</summary>
public sealed record EvidenceRules(int Concerns, int Reporters, int Months);

/// <summary>tidig varning: a cumulative sum of what is more than usual, month by month.</summary>
/// <param name="Times">The rise that is looked for: so many times the usual; above 1.</param>
/// <param name="RunLengthMonths">
/// A unit where nothing has changed gives a false alarm once in so many months, at most; above 1.
/// </param>
/// <param name="LagMonths">What is usual is learned from the months before the last so many.</param>
/// <param name="AnswerDays">So many days after it was raised somebody should have looked.</param>
public sealed record EarlyWarningRules(decimal Times, int RunLengthMonths, int LagMonths, int AnswerDays);

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

/// <summary>What the findings of a unit's reports are worth, of the unit as a whole.</summary>
/// <param name="MaxAgeDays">Older reports tell nothing.</param>
/// <param name="MostCounted">At most so many findings count, and so many repeated ones.</param>
/// <param name="Severity">
/// Points on allvarlighetsgrad of a finding that remains, by its severity 1-4.
/// </param>
/// <param name="Likelihood">Points of it on sannolikhet.</param>
/// <param name="Overdue">More on sannolikhet when something remains after the last day.</param>
/// <param name="Repeated">Points on sannolikhet of what more than one report has found.</param>
public sealed record FindingRule(
    int MaxAgeDays, int MostCounted, IReadOnlyList<decimal> Severity, decimal Likelihood, decimal Overdue,
    decimal Repeated);

/// <summary>One of the four named classes, and the lowest product of severity and likelihood that gives it.</summary>
public sealed record RiskClass(CodeId Id, string Name, int FromProduct);
