using System.Security.Cryptography;
using System.Text;
using Oversight.Risk;

namespace Oversight.Planning;

/// <summary>
/// Chooses whom to review within the days there are (R33, R54), in this order: what a plan that is revised has begun;
/// what people have decided; what an earlier plan left undone; the highest class; agreements that must be reviewed, up
/// to their share of the days; a share by lot among the quiet; and the other classes, the higher before the lower.
/// Within a class the days cover as many points as they can, exactly: the same input gives the same choice.
/// </summary>
internal sealed class PlanChooser(PlanInput input, IReadOnlyList<Candidate> candidates)
{
    private readonly List<Chosen> chosen = [];
    private readonly HashSet<Id> taken = [];

    public IReadOnlyList<Chosen> Chosen => chosen;

    /// <summary>Below nothing where people have decided on more than there is room for.</summary>
    public int DaysLeft { get; private set; } = input.Choice.Days;

    /// <summary>Agreements that must be reviewed and have no unit in the plan.</summary>
    public int MinimumsNotMet { get; private set; }

    /// <summary>What the lot is drawn with: said in the plan, so that anybody can draw it again.</summary>
    public static string Seed(PlanInput input) => $"{input.Board}/{PlanMaker.Text(input.Year)}";

    public PlanChooser Choose(DateOnly periodFirst, DateOnly periodLast)
    {
        var begun = input.Reviews.Where(input.HasBegun).ToLookup(review => review.UnitId);
        foreach (var candidate in candidates)
        {
            if (begun[candidate.UnitId].FirstOrDefault() is { StartedOn: { } started })
                Take(
                    candidate, new PlanReason(ChosenReasons.Begun),
                    Math.Clamp(1 + ((Months.Of(started) - Months.Of(periodFirst)) / 3), 1, 4));
            else if (input.Steering.Of(candidate.UnitId) is { IsIn: true } steering)
                Take(candidate, new PlanReason(ChosenReasons.Steered), steering.Quarter);
        }

        CarryOver();
        var classes = candidates.GroupBy(candidate => candidate.Risk.Counted.FromProduct)
            .OrderByDescending(group => group.Key).Select(group => group.ToList()).ToList();
        var highest = input.Model.Classes[^1].FromProduct;
        TakeMost(classes.Where(group => group[0].Risk.Counted.FromProduct == highest), ChosenReasons.HighestClass);
        // A share of nothing is no minimum at all.
        var due = input.Choice.MinimumShare > 0 ? Minimums.Due(input, periodLast) : [];
        TakeMinimums(due);
        DrawLots();
        TakeMost(classes.Where(group => group[0].Risk.Counted.FromProduct != highest), ChosenReasons.Risk);
        var covered = chosen.Select(one => one.Of.AgreementId).ToHashSet();
        MinimumsNotMet = due.Count(agreement => !covered.Contains(agreement.AgreementId)
            && candidates.Any(candidate => candidate.AgreementId == agreement.AgreementId));
        return this;
    }

    /// <summary>Whether a unit was passed by for others of its class that together are worth more.</summary>
    public bool IsOutweighed(Candidate left) => chosen.Any(one =>
        one.Why.Code is ChosenReasons.Risk or ChosenReasons.HighestClass
        && one.Of.Risk.Counted.Id == left.Risk.Counted.Id && one.Of.Rank > left.Rank);

    private void CarryOver()
    {
        var undone = input.Reviews
            .Where(review => review.Stage == ReviewStage.ToStart && review.PlanYear < input.Year)
            .GroupBy(review => review.UnitId)
            .ToDictionary(reviews => reviews.Key, reviews => reviews.Max(review => review.PlanYear!.Value));
        foreach (var candidate in candidates.Where(candidate => undone.ContainsKey(candidate.UnitId)))
            TakeIfRoom(
                candidate, DaysLeft,
                new PlanReason(ChosenReasons.CarriedOver, PlanMaker.Text(undone[candidate.UnitId])));
    }

    private void TakeMost(IEnumerable<List<Candidate>> classes, string why)
    {
        foreach (var members in classes)
        {
            var free = members.Where(candidate => !taken.Contains(candidate.UnitId)).ToList();
            foreach (var place in Knapsack.Choose([.. free.Select(one => (one.Days, one.Value))], DaysLeft))
                Take(free[place], new PlanReason(why), null);
        }
    }

    private void TakeMinimums(IReadOnlyList<DueAgreement> due)
    {
        var room = Math.Min(DaysLeft, (int)(input.Choice.Days * input.Choice.MinimumShare));
        var covered = chosen.Select(one => one.Of.AgreementId).ToHashSet();
        foreach (var agreement in due.Where(agreement => !covered.Contains(agreement.AgreementId)))
        {
            // Candidates stand by rank: the unit of the agreement with the highest risk.
            if (candidates.FirstOrDefault(one => one.AgreementId == agreement.AgreementId) is { } unit)
                room -= TakeIfRoom(unit, room, agreement.Why);
        }
    }

    private void DrawLots()
    {
        var room = Math.Min(DaysLeft, (int)(input.Choice.Days * input.Choice.RandomShare));
        var lowest = input.Model.Classes[0].Id;
        var seed = Seed(input);
        var drawn = candidates.Where(one => one.Risk.Counted.Id == lowest && !taken.Contains(one.UnitId))
            .OrderBy(one => Lot(seed, one.UnitId), StringComparer.Ordinal);
        foreach (var candidate in drawn)
            room -= TakeIfRoom(candidate, room, new PlanReason(ChosenReasons.Lot, seed));
    }

    private static string Lot(string seed, Id unit) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{unit}")));

    /// <returns>The days that it took.</returns>
    private int TakeIfRoom(Candidate candidate, int room, PlanReason why)
    {
        if (candidate.Days > room || taken.Contains(candidate.UnitId))
            return 0;
        Take(candidate, why, null);
        return candidate.Days;
    }

    private void Take(Candidate candidate, PlanReason why, int? quarter)
    {
        taken.Add(candidate.UnitId);
        chosen.Add(new Chosen(candidate, why, quarter));
        DaysLeft -= candidate.Days;
    }
}
