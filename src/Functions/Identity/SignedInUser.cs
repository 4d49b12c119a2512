namespace Oversight.Functions.Identity;

/// <summary>The person behind a request, as the platform's principal header tells it.</summary>
/// <param name="UserId">Entra object id; the only thing of a person that is ever stored.</param>
/// <param name="Name">For the page's head only.</param>
public sealed record SignedInUser(string UserId, string Name, IReadOnlySet<Role> Roles, IReadOnlySet<BoardId> Boards)
{
    /// <summary>Every board of the municipality: what "every board" in the permission table means.</summary>
    public IReadOnlySet<BoardId> KnownBoards { get; init; } = Boards;
}
