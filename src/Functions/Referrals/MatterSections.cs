using Oversight.Functions.Identity;
using Oversight.Functions.Referrals.Screens;
using Oversight.Functions.Reviews;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.ToDo;
using Oversight.Referrals;

namespace Oversight.Functions.Referrals;

/// <summary>On a review's page: what goes to other authorities because of it or of its concerns.</summary>
public sealed class MatterSections(IvoDesk positions, ReferralDesk referrals) : IReviewSection
{
    public async Task<ReviewSection?> ReadAsync(OpenReview open, CancellationToken cancellation)
    {
        var ivo = (await positions.ListAsync(open.User, cancellation)).Where(row => row.Review == open.Head.Id
            || (row.Review is null && open.Review.Origin.Concerns.Any(
                concern => row.Concerns.Contains(concern.ConcernId)))).ToList();
        var handed = (await referrals.ListAsync(open.User, cancellation))
            .Where(row => row.Review == open.Head.Id
                || (row.Review is null && open.Review.Origin.Concerns.Any(
                    concern => row.Concerns.Contains(concern.ConcernId)))).ToList();
        return ivo.Count + handed.Count == 0
            ? null
            : new ReviewSection(typeof(MatterSection), new Dictionary<string, object>
            {
                [nameof(MatterSection.Positions)] = (IReadOnlyList<IvoRow>)ivo,
                [nameof(MatterSection.Referrals)] = (IReadOnlyList<ReferralRow>)handed,
                [nameof(MatterSection.Today)] = open.Today,
            });
    }
}

/// <summary>What waits for those who decide, and what has been decided and not been done.</summary>
internal sealed class MatterToDo(IvoDesk positions, ReferralDesk referrals) : IToDoSource
{
    public async Task<IReadOnlyList<ToDoItem>> ForAsync(
        SignedInUser user, DateOnly today, CancellationToken cancellation)
    {
        if (!Access.Allows(user, Permission.DecideReferrals))
            return [];
        return
        [
            .. (await positions.ListAsync(user, cancellation)).Where(row => Decides(user, row.Deciders, row.Board))
                .Select(Item).OfType<ToDoItem>(),
            .. (await referrals.ListAsync(user, cancellation)).Where(row => Decides(user, row.Deciders, row.Board))
                .Select(Item).OfType<ToDoItem>(),
        ];
    }

    private static bool Decides(SignedInUser user, IEnumerable<Role> deciders, BoardId board) =>
        Access.Allows(user, Permission.DecideReferrals, board) && deciders.Any(role => user.HasRole(role, board));

    private static ToDoItem? Item(IvoRow row) => row.Status switch
    {
        IvoStatus.Open => new ToDoItem(
            $"Ta ställning till en anmälan till IVO om {row.Unit}", $"{IvoFunctions.List}/{row.Id}", row.Until,
            Detail: row.IsDuty ? "Skyldigheten att anmäla gäller." : null),
        IvoStatus.ToReport => new ToDoItem(
            $"Lämna anmälan till IVO om {row.Unit} och anteckna det", $"{IvoFunctions.List}/{row.Id}"),
        _ => null,
    };

    private static ToDoItem? Item(ReferralRow row) => row.Status switch
    {
        ReferralStatus.Proposed => new ToDoItem(
            $"Besluta om överlämnandet om {row.Unit}", $"{ReferralFunctions.List}/{row.Id}"),
        ReferralStatus.ToHandOver => new ToDoItem(
            $"Överlämna uppgifterna om {row.Unit} och anteckna det", $"{ReferralFunctions.List}/{row.Id}"),
        _ => null,
    };
}
