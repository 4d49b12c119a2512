using Oversight.Functions.Identity;
using Oversight.Functions.Providers.Pages;
using Oversight.Functions.Reviews.Screens;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews;

/// <summary>
/// On Anordnaren på en A4: the last review of each unit, those under way, what remains and until when, and kundflytt.
/// Nothing of a sealed one, whoever reads: the sheet is taken along to meetings.
/// </summary>
public sealed class ProviderReviews(ReviewLists lists, Conflicts conflicts) : IProviderSection
{
    public async Task<ProviderSection?> ReadAsync(
        SignedInUser user, Id provider, DateOnly today, CancellationToken cancellation)
    {
        if (ContentAccess.Boards(user, ContentClass.Review).Count == 0)
            return null;
        var sealedMatters = await conflicts.SealedAsync(cancellation);
        var rows = (await lists.ForAsync(user, cancellation))
            .Where(row => row.Unit.ProviderId == provider && !sealedMatters.Contains(row.Id)
                && !row.Concerns.Any(sealedMatters.Contains))
            .ToList();
        var last = rows.Where(row => row.Reported is not null).GroupBy(row => row.Unit.UnitId)
            .Select(unit => unit.MaxBy(row => row.Reported!.On)!);
        var shown = rows.Where(row => row.Status is not (ReviewStatus.Closed or ReviewStatus.ToStart)).Union(last)
            .OrderBy(row => row.Unit.Name, SwedishOrder.Comparer).ThenByDescending(row => row.OpenedOn).ToList();
        return new ProviderSection(
            typeof(ProviderReviewSection),
            new Dictionary<string, object>
            {
                [nameof(ProviderReviewSection.Rows)] = (IReadOnlyList<ReviewRow>)shown,
                [nameof(ProviderReviewSection.Moving)] =
                    (IReadOnlyList<ReviewRow>)[.. rows.Where(row => row.Move is not null)],
                [nameof(ProviderReviewSection.Today)] = today,
            },
            [("Öppna brister", $"{shown.Where(row => row.Reported is not null).Sum(row => row.OpenFindings)}")]);
    }
}
