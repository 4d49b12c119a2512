namespace Oversight.Functions.Identity;

/// <summary>The permission table asked about one person.</summary>
public static class Access
{
    /// <summary>Whether the person may do this for some board at all: what menus and the gate ask.</summary>
    public static bool Allows(SignedInUser user, Permission permission) =>
        user.Roles.Any(role => Reaches(user, role, permission, board: null))
        || user.StandsIn.Any(standing => PermissionTable.Find(standing.Role, permission) is not null);

    /// <summary>Whether the person may do this in a matter of that board.</summary>
    public static bool Allows(SignedInUser user, Permission permission, BoardId board) =>
        user.Roles.Any(role => Reaches(user, role, permission, board))
        || user.StandsIn.Any(standing => Reaches(standing, permission, board));

    /// <summary>The boards whose matters the person may do this with, in a stable order.</summary>
    public static IReadOnlyList<BoardId> Boards(SignedInUser user, Permission permission) =>
    [
        .. user.KnownBoards.Union(user.Boards)
            .Where(board => Allows(user, permission, board))
            .OrderBy(board => board.Value, StringComparer.Ordinal),
    ];

    /// <summary>
    /// The role that lets the person do this, for the record; throws when none does, so ask
    /// <see cref="Allows(SignedInUser, Permission)"/> first.
    /// </summary>
    public static Role ActingRole(SignedInUser user, Permission permission, BoardId? board = null)
    {
        foreach (var role in RoleNames.All.Append(Role.Provider))
        {
            if (user.Roles.Contains(role) && Reaches(user, role, permission, board))
                return role;
            if (user.StandsIn.Any(standing =>
                standing.Role == role && Reaches(standing, permission, board ?? standing.Board)))
                return role;
        }

        throw new InvalidOperationException($"None of the person's roles allows {permission}.");
    }

    private static bool Reaches(StandIn standing, Permission permission, BoardId board) =>
        standing.Board == board && PermissionTable.Find(standing.Role, permission) is not null;

    private static bool Reaches(SignedInUser user, Role role, Permission permission, BoardId? board) =>
        PermissionTable.Find(role, permission) switch
        {
            Reach.EveryBoard =>
                board is not { } known || user.KnownBoards.Contains(known) || user.Boards.Contains(known),
            Reach.OwnBoards => board is { } own ? user.Boards.Contains(own) : user.Boards.Count > 0,
            _ => false,
        };
}
