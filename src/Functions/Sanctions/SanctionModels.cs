using Oversight.Functions.Reviews;
using Oversight.Functions.Reviews.Papers;
using Oversight.Functions.Sanctions.Papers;
using Oversight.Reviews;
using Oversight.Sanctions;
using Oversight.Settings;

namespace Oversight.Functions.Sanctions;

/// <summary>Gathers what every document of a sanction is made of.</summary>
public sealed class SanctionModels(SanctionGrounds grounds, ReviewDesk reviews, SanctionDesk desk)
{
    public async Task<SanctionModel> OfAsync(
        Id id, Sanction sanction, Review review, MunicipalitySettings settings, DateOnly day,
        CancellationToken cancellation)
    {
        var number = (await grounds.ProviderAsync(sanction.Unit.ProviderId, cancellation))?.Number;
        return new SanctionModel(
            id, sanction,
            new ReviewPaper(
                sanction.ReviewId, review, settings, settings.ReviewRulesOn(review.StartedOn ?? day),
                await reviews.TextsAsync(sanction.ReviewId, cancellation), day),
            await desk.TextsAsync(id, cancellation), await grounds.UnitAsync(sanction.Unit.UnitId, cancellation),
            number is { IsPersonal: false } known ? known.Hyphenated : null, day);
    }
}
