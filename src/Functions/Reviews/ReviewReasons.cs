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

    /// <summary>What may be judged at this unit, now.</summary>
    public async Task<IReadOnlyList<Requirement>> RequirementsAsync(OpenReview open, CancellationToken cancellation) =>
        await TermsAsync(open, cancellation) is { } unit
            ? [.. unit.Of(open.Setup.Rules)]
            : open.Setup.Rules.Requirements;

    /// <summary>Null: the register does not know the unit.</summary>
    public async Task<UnitTerms?> TermsAsync(OpenReview open, CancellationToken cancellation)
    {
        if (await streams.LoadAsync(UnitStream.Kind, open.Review.Unit.UnitId,
            cancellation) is not { State: UnitState.Registered unit })
            return null;
        var services = unit.History.On(open.Today).Services;
        return new UnitTerms(
            unit.Placements.On(open.Today).Form.FormCode(),
            [.. open.InForce.Settings.Codes(CodeLists.Services).Codes.Where(code => services.Contains(code.Id))
                .SelectMany(code => code.Marks ?? []).Distinct()]);
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
