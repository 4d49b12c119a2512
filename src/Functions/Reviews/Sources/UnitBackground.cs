using Oversight.Concerns;
using Oversight.Functions.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Sources;

/// <summary>What has come from providers in answer to a review.</summary>
public interface IReceivedFromProvider
{
    Task<int> CountAsync(Id review, CancellationToken cancellation);
}

/// <summary>What the system itself knows of a unit that is reviewed, as far as the reader may know it.</summary>
/// <param name="Concerns">Of the last twelve months; null: not for this reader.</param>
public sealed record UnitBackground(IReadOnlyList<EarlierReview> Reviews, int? Concerns);

/// <param name="Answers">How many answers of the provider have come in.</param>
public sealed record EarlierReview(ReviewRow Row, int Answers);

/// <summary>Gathers it: other reviews of the unit with what came of them, and what people have told.</summary>
public sealed class UnitBackgrounds(Views views, ReviewLists lists, IReceivedFromProvider received)
{
    public const int Months = 12;

    /// <summary>The latest say most of a unit; every one of them stands in the list of reviews.</summary>
    private const int Shown = 5;

    public async Task<UnitBackground> OfAsync(OpenReview open, CancellationToken cancellation)
    {
        var concerns = ConcernsAsync(open, cancellation);
        var rows = (await lists.ForAsync(open.User, cancellation))
            .Where(row => row.Unit.UnitId == open.Review.Unit.UnitId && row.Unit.Board == open.Board
                && row.Id != open.Head.Id && row.StartedOn is not null)
            .OrderByDescending(row => row.StartedOn).Take(Shown);
        var reviews = await Task.WhenAll(rows.Select(
            async row => new EarlierReview(row, await received.CountAsync(row.Id, cancellation))));
        return new UnitBackground(reviews, await concerns);
    }

    private async Task<int?> ConcernsAsync(OpenReview open, CancellationToken cancellation)
    {
        if (!ContentAccess.Reads(open.User, ContentClass.Concern, open.Board))
            return null;
        var unit = open.Review.Unit;
        var from = open.Today.AddMonths(-Months);
        var rows = await views.ReadAllAsync<ConcernRow>(
            RegisterPartitions.OfProvider(unit.ProviderId), cancellation, ConcernPartitions.OfProvider,
            ConcernPartitions.Day(from));
        return rows.Count(row => row.UnitId == unit.UnitId && row.Board == unit.Board && row.ReceivedOn >= from
            && row.Status != ConcernStatus.Withdrawn && !open.Closed.Contains(row.ConcernId));
    }
}
