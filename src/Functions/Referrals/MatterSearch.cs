using Oversight.Functions.Identity;
using Oversight.Functions.Reviews;
using Oversight.Functions.Search;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Referrals;

/// <summary>
/// Positions on a report to IVO and överlämnanden, by unit, by the diarienummer of the review that they come of and by
/// the number that IVO has given; from the lists of their own page: a board has few.
/// </summary>
internal sealed class MatterSearch(IvoDesk positions, ReferralDesk referrals) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> FindAsync(Asked asked, CancellationToken cancellation)
    {
        if (!Access.Allows(asked.User, Permission.ReadReviews))
            return [];
        var ofIvo = await positions.ListAsync(asked.User, cancellation);
        var handed = await referrals.ListAsync(asked.User, cancellation);
        if (ofIvo.Count + handed.Count == 0)
            return [];
        var registered = await ReviewSearch.OfCaseAsync(
            asked, ofIvo.Select(row => row.Board).Concat(handed.Select(row => row.Board)), cancellation);
        return
        [
            .. ofIvo.Where(row => Is(row.Review) || asked.Query.Finds([row.Unit, row.ProviderName, row.Number ?? ""]))
                .Select(row => new Found(
                    FoundKind.Ivo, row.Unit, $"{IvoFunctions.List}/{row.Id}",
                    string.Join(" · ", Told(row)), row.Number is { } number && asked.Query.IsNumber(number))),
            .. handed.Where(row => Is(row.Review) || asked.Query.Finds([row.Unit, row.ProviderName]))
                .Select(row => new Found(
                    FoundKind.Referral, row.Unit, $"{ReferralFunctions.List}/{row.Id}",
                    string.Join(
                        " · ", row.ProviderName, ReferralWords.Text(row.Status),
                        $"Föreslaget {SwedishDates.Text(row.ProposedOn)}"))),
        ];

        bool Is(Id? review) => review is { } of && registered.Contains(of);
    }

    private static IEnumerable<string> Told(IvoRow row) =>
        [.. row.Number is { } number ? [number] : Array.Empty<string>(), row.ProviderName, IvoWords.Text(row.Status)];
}
