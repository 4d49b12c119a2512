using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Joint;

/// <summary>
/// What another board can review together with this one: the units of the same provider that are its own. A unit is
/// one board's, by its agreement.
/// </summary>
public sealed class JointUnits(Views views)
{
    public async Task<IReadOnlyList<ReviewedUnit>> OfAsync(OpenReview open, CancellationToken cancellation) =>
    [
        .. (await views.ReadAllAsync<UnitIndexRow>(RegisterPartitions.UnitIndex, cancellation))
            .Where(unit => unit.ProviderId == open.Review.Unit.ProviderId && unit.Board != open.Board
                && unit.ValidFrom <= open.Today && !(unit.ValidTo < open.Today))
            .OrderBy(unit => unit.Name, SwedishOrder.Comparer)
            .Select(unit => new ReviewedUnit(
                unit.UnitId, unit.ProviderId, unit.AgreementId, unit.Board, unit.Name, unit.ProviderName)),
    ];
}
