using Oversight.Concerns;
using Oversight.Functions.Concerns;
using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Providers;
using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Functions.Reviews;

/// <summary>What a review rests on: concerns about the unit, and the requirements that apply to it.</summary>
public sealed class ReviewReasons(Streams streams, Views views)
{
    public static ReviewConcern Of(ConcernRow row) => new(row.ConcernId, row.ReceivedOn, row.ReporterKey);

    /// <summary>Assessed concerns about the unit that are not yet among the reasons, the latest first.</summary>
    public async Task<IReadOnlyList<ConcernRow>> OpenToAsync(Review review, CancellationToken cancellation) =>
    [
        .. (await AllAsync(review, cancellation))
            .Where(row => row.Category is not null
                && row.Status is ConcernStatus.Assessed or ConcernStatus.AwaitingDecision or ConcernStatus.Decided)
            .Where(row => review.Origin.Concerns.All(known => known.ConcernId != row.ConcernId))
            .OrderByDescending(row => row.ReceivedOn),
    ];

    /// <summary>The concerns that the review was made because of, the latest first.</summary>
    public async Task<IReadOnlyList<ConcernRow>> OfAsync(Review review, CancellationToken cancellation) =>
        review.Origin.Concerns.Count == 0
            ? []
            :
            [
                .. (await AllAsync(review, cancellation))
                    .Where(row => review.Origin.Concerns.Any(known => known.ConcernId == row.ConcernId))
                    .OrderByDescending(row => row.ReceivedOn),
            ];

    /// <summary>
    /// What may be judged at this unit: by its form of agreement and the acts of its services (R12, R16, R96).
    /// </summary>
    public async Task<IReadOnlyList<Requirement>> RequirementsAsync(OpenReview open, CancellationToken cancellation)
    {
        var all = open.Setup.Rules.Requirements;
        if (await streams.LoadAsync(UnitStream.Kind, open.Review.Unit.UnitId,
            cancellation) is not { State: UnitState.Registered unit })
            return all;
        var agreement = unit.Placements.On(open.Today);
        var form = agreement.Form.FormCode();
        var services = open.InForce.Settings.Codes(CodeLists.Services).Codes
            .Where(code => unit.History.On(open.Today).Services.Contains(code.Id)).ToList();
        return
        [
            .. all.Where(requirement => requirement.Forms.Count == 0 || requirement.Forms.Contains(form))
                .Where(requirement => requirement.Acts.Count == 0
                    || requirement.Acts.Any(act => services.Any(code => code.IsMarked(act)))),
        ];
    }

    /// <summary>What hälso- och sjukvårdslagen asks and not of this unit, where the rules keep to that (R12).</summary>
    public async Task<IReadOnlyList<CodeId>> NotForUnitAsync(OpenReview open, CancellationToken cancellation)
    {
        var rules = open.Setup.Rules;
        if (!rules.HslOnlyWhereItApplies || rules.Requirements.All(requirement => !requirement.IsHsl))
            return [];
        var own = (await RequirementsAsync(open, cancellation)).Select(requirement => requirement.Id).ToHashSet();
        return [.. rules.Requirements.Where(requirement => requirement.IsHsl && !own.Contains(requirement.Id))
            .Select(requirement => requirement.Id)];
    }

    /// <summary>
    /// A påkallad granskning looks at what its concerns are about (R42); a planned one at everything.
    /// </summary>
    public async Task<IReadOnlyList<CodeId>> SuggestAsync(OpenReview open, CancellationToken cancellation)
    {
        var requirements = await RequirementsAsync(open, cancellation);
        var categories = (await OfAsync(open.Review, cancellation)).Select(row => row.Category).ToHashSet();
        var pointedAt = requirements.Where(requirement => requirement.Category is { } category
            && categories.Contains(category)).ToList();
        return [.. (pointedAt.Count > 0 ? pointedAt : requirements).Select(requirement => requirement.Id)];
    }

    private async Task<IEnumerable<ConcernRow>> AllAsync(Review review, CancellationToken cancellation) =>
        (await views.ReadAllAsync<ConcernRow>(
            RegisterPartitions.OfProvider(review.Unit.ProviderId), cancellation, ConcernPartitions.OfProvider))
            .Where(row => row.UnitId == review.Unit.UnitId && row.Board == review.Unit.Board);
}
