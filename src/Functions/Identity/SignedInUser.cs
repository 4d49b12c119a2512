namespace Oversight.Functions.Identity;

/// <summary>The person behind a request, as the platform's principal header tells it.</summary>
/// <param name="UserId">Entra object id; the only thing of a person that is ever stored.</param>
/// <param name="Name">For the page's head only.</param>
public sealed record SignedInUser(string UserId, string Name, IReadOnlySet<Role> Roles, IReadOnlySet<BoardId> Boards)
{
    /// <summary>Every board of the municipality: what "every board" in the permission table means.</summary>
    public IReadOnlySet<BoardId> KnownBoards { get; init; } = Boards;

    /// <summary>Where the sign-in tells one: for a field to start from, and never stored by itself.</summary>
    public string? MailAddress { get; init; }

    /// <summary>Today's vikariat: for whom, in which role, for which board.</summary>
    public IReadOnlyList<StandIn> StandsIn { get; init; } = [];

    /// <summary>Whether the person has the role for the board, of their own or standing in.</summary>
    public bool HasRole(Role role, BoardId board) =>
        (Roles.Contains(role) && Boards.Contains(board))
        || StandsIn.Any(standing => standing.Role == role && standing.Board == board);

    /// <summary>The reviewers whose reviews of the board are the person's too, by their Entra object ids.</summary>
    public IReadOnlyList<string> StandsInFor(BoardId board) =>
    [
        .. StandsIn.Where(standing => standing.Board == board && standing.Role == Role.QualityDeveloper)
            .Select(standing => standing.For),
    ];

    /// <summary>Whether the person is that reviewer, or stands in for them in matters of the board.</summary>
    public bool ActsFor(string? userId, BoardId board) =>
        userId is not null && (userId == UserId || StandsInFor(board).Contains(userId));
}

/// <summary>That somebody stands in for another in a role, for a board.</summary>
/// <param name="For">Entra object id.</param>
public sealed record StandIn(string For, Role Role, BoardId Board);
