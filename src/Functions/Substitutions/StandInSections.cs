using Oversight.Functions.Reviews;
using Oversight.Functions.Storage;
using Oversight.Functions.Substitutions.Screens;

namespace Oversight.Functions.Substitutions;

/// <summary>On a review's page: who stands in for its ansvarig granskare today.</summary>
public sealed class StandInSections(SubstitutionDesk desk, Views views) : IReviewSection
{
    public async Task<ReviewSection?> ReadAsync(OpenReview open, CancellationToken cancellation)
    {
        if (open.Review.Lead is not { UserId: var lead })
            return null;
        var rows = await views.ReadAllAsync<SubstitutionRow>(
            SubstitutionStream.PartitionOf(open.Board), cancellation);
        var told = new List<string>();
        foreach (var row in rows.Where(row => row.For == lead && row.Role == Role.QualityDeveloper
            && row.IsInForce(open.Today)))
        {
            if (await desk.FindAsync(row.Id, cancellation) is { Substitution: { By: { } by } named, Texts: var texts })
                told.Add($"{texts.Show(by.Name)}, {SubstitutionWords.Period(named)}");
        }

        return told.Count == 0
            ? null
            : new ReviewSection(typeof(StandInSection), new Dictionary<string, object>
            {
                [nameof(StandInSection.Told)] = (IReadOnlyList<string>)told,
            });
    }
}
