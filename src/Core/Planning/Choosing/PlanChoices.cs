using Oversight.Settings;

namespace Oversight.Planning;

/// <summary>
/// What people have said that a plan is to have room for, in place of the rules. Each is null where the rules hold.
/// </summary>
public sealed record PlanChoices
{
    public static PlanChoices AsTheRules { get; } = new();

    /// <summary>Days for reviews in each of the four quarters.</summary>
    public IReadOnlyList<int>? DaysPerQuarter { get; init; }

    public int? LongestYears { get; init; }

    /// <summary>0-1</summary>
    public decimal? MinimumShare { get; init; }

    /// <summary>0-1</summary>
    public decimal? RandomShare { get; init; }

    /// <summary>The rules with what has been said in their place.</summary>
    public PlanChoiceRules Over(PlanChoiceRules rules) => rules with
    {
        DaysPerQuarter = DaysPerQuarter ?? rules.DaysPerQuarter,
        LongestYears = LongestYears ?? rules.LongestYears,
        MinimumShare = MinimumShare ?? rules.MinimumShare,
        RandomShare = RandomShare ?? rules.RandomShare,
    };

    /// <summary>What is wrong with it, at the fields of whoever says it.</summary>
    public IEnumerable<Refusal> Faults(PlanChoiceRules rules)
    {
        var result = Over(rules);
        if (result.DaysPerQuarter is not { Count: 4 }
            || result.DaysPerQuarter.Any(days => days is < 0 or > PlanChoiceLimits.MostDays))
            yield return new Refusal(PlanRefusals.DaysOutOfRange, "days", $"{PlanChoiceLimits.MostDays}");
        if (result.LongestYears is < 1 or > PlanChoiceLimits.MostYears)
            yield return new Refusal(PlanRefusals.YearsOutOfRange, "longestYears", $"{PlanChoiceLimits.MostYears}");
        if (result is { MinimumShare: < 0 } or { RandomShare: < 0 } || result.MinimumShare + result.RandomShare > 1)
            yield return new Refusal(PlanRefusals.SharesOutOfRange, "minimumShare");
    }

    public bool Equals(PlanChoices? other) => other is not null
        && (DaysPerQuarter is null
            ? other.DaysPerQuarter is null
            : other.DaysPerQuarter is not null && DaysPerQuarter.SequenceEqual(other.DaysPerQuarter))
        && (LongestYears, MinimumShare, RandomShare) == (other.LongestYears, other.MinimumShare, other.RandomShare);

    public override int GetHashCode() =>
        HashCode.Combine(DaysPerQuarter?.Sum(), LongestYears, MinimumShare, RandomShare);
}

/// <summary>What a person has decided about one unit, whatever its risk.</summary>
public enum SteeringKind
{
    /// <summary>It is in the plan.</summary>
    [StoredName("in")]
    In,

    /// <summary>It is not in the plan.</summary>
    [StoredName("out")]
    Out,

    /// <summary>The analysis decides again.</summary>
    [StoredName("free")]
    Free,

    /// <summary>It is in the plan, in the quarter that is said.</summary>
    [StoredName("inQuarter")]
    InQuarter,
}

/// <param name="Quarter">1-4; null unless the kind says a quarter.</param>
/// <param name="Reason">Why, kept apart from the record.</param>
public sealed record UnitSteering(Id UnitId, SteeringKind Kind, int? Quarter, DateOnly On, TextReference Reason)
{
    public bool IsIn => Kind is SteeringKind.In or SteeringKind.InQuarter;
}

/// <summary>Everything that people have decided about a plan before it is made.</summary>
public sealed record PlanSteering(IReadOnlyList<UnitSteering> Units, PlanChoices Choices)
{
    public static PlanSteering None { get; } = new([], PlanChoices.AsTheRules);

    public UnitSteering? Of(Id unit) => Units.FirstOrDefault(steering => steering.UnitId == unit);

    /// <summary>The last word about a unit holds.</summary>
    public PlanSteering With(UnitSteering steering) => this with
    {
        Units =
        [
            .. Units.Where(other => other.UnitId != steering.UnitId),
            .. steering.Kind == SteeringKind.Free ? [] : new[] { steering },
        ],
    };
}
