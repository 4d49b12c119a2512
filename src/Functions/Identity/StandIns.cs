using Oversight.Functions.Storage;

namespace Oversight.Functions.Identity;

/// <summary>That somebody has taken a vikariat, in that person's own list.</summary>
/// <param name="For">Entra object id of whoever is away.</param>
public sealed record StandInRow(string For, Role Role, BoardId Board, DateOnly From, DateOnly Until)
{
    /// <param name="by">Entra object id of whoever stands in.</param>
    public static ViewRow Of(StreamHead head, string by, StandIn standing, DateOnly from, DateOnly until) => new(
        Partition(by), head.StreamId, new StandInRow(standing.For, standing.Role, standing.Board, from, until));

    internal static string Partition(string userId) => $"stands-in|{userId}";
}

/// <summary>Who stands in for whom: asked once for each request, by the gate.</summary>
public sealed class StandIns(Views views)
{
    /// <summary>The person with the vikariat of the day.</summary>
    /// <param name="needed">What is about to be done.</param>
    public async Task<SignedInUser> TodayAsync(
        SignedInUser user, Permission needed, DateOnly today, CancellationToken cancellation)
    {
        // Nobody else can have taken one.
        if (!IsLent(needed) || !Access.Allows(user, Permission.ReadReviews))
            return user;
        var taken = await views.ReadAllAsync<StandInRow>(StandInRow.Partition(user.UserId), cancellation);
        return user with
        {
            StandsIn =
            [
                .. taken.Where(row => row.From <= today && today <= row.Until && MayStandIn(user, row.Role, row.Board))
                    .Select(row => new StandIn(row.For, row.Role, row.Board)),
            ],
        };
    }

    /// <summary>
    /// What an enhetschef may, and what is a reviewer's: whoever stands in for a reviewer may review already.
    /// </summary>
    private static bool IsLent(Permission needed) =>
        needed == Permission.Review || PermissionTable.Find(Role.UnitManager, needed) is not null;

    /// <summary>
    /// Whether the person may stand in: for an ansvarig granskare whoever may review, for an enhetschef whoever reads
    /// the board's reviews, by roles of their own.
    /// </summary>
    public static bool MayStandIn(SignedInUser user, Role role, BoardId board) => Access.Allows(
        user with { StandsIn = [] },
        role == Role.QualityDeveloper ? Permission.Review : Permission.ReadReviews, board);
}
