using Oversight.Settings;

namespace Oversight.Planning;

/// <summary>A kvalitetsdialog or an avtalsenkät that is arranged already, as the room that leads it tells.</summary>
/// <param name="Units">Those it is for; null: all of the board.</param>
/// <param name="Until">The last day, the same as the first for a meeting.</param>
/// <param name="Source">The event that made it so: stream id and version.</param>
public sealed record FollowUpFact(
    FollowUpMethod Method, string Name, IReadOnlyList<Id>? Units, DateOnly From, DateOnly Until, string Source);

/// <summary>How, when and by whom something is followed up.</summary>
/// <param name="Name">Of the unit or series that it is about; null for what is the same for all.</param>
/// <param name="From">Null where the time stands elsewhere: that of a review stands with the review alone.</param>
public sealed record PlannedMethod(
    FollowUpMethod Method, Role Owner, string? Name, DateOnly? From, DateOnly? Until);

/// <summary>A provider in the plan with what concerns it alone; what all meet is said once (R31).</summary>
/// <param name="Units">How many of the board's units it has in the period.</param>
public sealed record ProviderFollowUp(
    Id ProviderId, string Name, int Units, IReadOnlyList<PlannedMethod> Methods);

/// <summary>Every provider with every way it is followed up in the period, the risk high or low.</summary>
internal static class FollowUps
{
    /// <summary>
    /// What every provider of the board meets in the period: what is arranged, or else as the rules say.
    /// </summary>
    public static IReadOnlyList<PlannedMethod> Common(PlanInput input, DateOnly first, DateOnly last) =>
    [
        .. input.Rules.Standing
            .Where(standing => standing.Method != FollowUpMethod.Dialogue)
            .Select(standing => Arranged(input, standing.Method, first, last).FirstOrDefault(fact => fact.Units is null)
                is { } fact
                    ? new PlannedMethod(standing.Method, standing.Owner, null, fact.From, fact.Until)
                    : Standing(standing, null, first)),
    ];

    /// <summary>Each provider with what is its own, by name.</summary>
    public static IReadOnlyList<ProviderFollowUp> ByProvider(
        PlanInput input, IReadOnlyList<PlannedReview> reviews, DateOnly first, DateOnly last)
    {
        var dialogues = Arranged(input, FollowUpMethod.Dialogue, first, last).ToList();
        return
        [
            .. input.Units.Where(unit => unit.ValidFrom <= last && (unit.ValidTo is not { } end || end >= first))
                .GroupBy(unit => unit.ProviderId)
                .Select(units =>
                {
                    var ids = units.Select(unit => unit.UnitId).ToHashSet();
                    return new ProviderFollowUp(units.Key, units.First().ProviderName, ids.Count,
                    [
                        .. reviews.Where(review => ids.Contains(review.Unit.UnitId)).Select(review => new PlannedMethod(
                            FollowUpMethod.Review, Role.QualityDeveloper, review.Unit.Name, null, null)),
                        .. Findings(input, ids, first, last),
                        .. Dialogues(input, dialogues, ids, first),
                    ]);
                })
                .OrderBy(provider => provider.Name, StringComparer.Ordinal)
                .ThenBy(provider => provider.ProviderId.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>Last days for findings that are not remedied; those that have passed as well.</summary>
    private static IEnumerable<PlannedMethod> Findings(
        PlanInput input, HashSet<Id> units, DateOnly first, DateOnly last) => input.Reviews
        .Where(review => units.Contains(review.UnitId) && review.FinalDate <= last
            && review.Findings.Any(finding => finding.Remains))
        .OrderBy(review => review.FinalDate).ThenBy(review => review.Reference, StringComparer.Ordinal)
        .Select(review => new PlannedMethod(
            FollowUpMethod.Findings, Role.QualityDeveloper,
            input.Units.First(unit => unit.UnitId == review.UnitId).Name, review.FinalDate, review.FinalDate));

    /// <summary>Those that are arranged with its units, or else the time of year for them.</summary>
    private static IEnumerable<PlannedMethod> Dialogues(
        PlanInput input, List<FollowUpFact> arranged, HashSet<Id> units, DateOnly first)
    {
        var owner = input.Rules.Standing.FirstOrDefault(standing => standing.Method == FollowUpMethod.Dialogue);
        var own = arranged.Where(fact => fact.Units?.Any(units.Contains) ?? true).ToList();
        if (own.Count > 0)
            return own.Select(fact => new PlannedMethod(
                FollowUpMethod.Dialogue, owner?.Owner ?? Role.QualityDeveloper, fact.Name, fact.From, fact.Until));
        return owner is null ? [] : [Standing(owner, null, first)];
    }

    private static IEnumerable<FollowUpFact> Arranged(
        PlanInput input, FollowUpMethod method, DateOnly first, DateOnly last) => input.Arranged
        .Where(fact => fact.Method == method && fact.From <= last && fact.Until >= first)
        .OrderBy(fact => fact.From).ThenBy(fact => fact.Source, StringComparer.Ordinal);

    private static PlannedMethod Standing(StandingMethod standing, string? name, DateOnly first)
    {
        var from = standing.From.In(first.Year);
        if (from < first)
            from = standing.From.In(first.Year + 1);
        var until = standing.Until.In(from.Year);
        return new PlannedMethod(standing.Method, standing.Owner, name, from, until);
    }
}
