using Oversight.Functions.Storage;

namespace Oversight.Functions.Identity;

/// <summary>
/// That a matter is sealed because crime or irregularity is suspected: closed to everybody but those inside and the
/// enhetschef of its board. A list of its own, read together with what somebody has declared jäv in.
/// </summary>
/// <param name="Inside">Entra object ids.</param>
/// <param name="Deputy">The role that decides in the enhetschef's place for now; null: none.</param>
public sealed record SealRow(Id Matter, BoardId Board, IReadOnlyList<string> Inside, Role? Deputy = null)
{
    internal const string Partition = "sealed";

    public static ViewRow Of(
        StreamHead head, BoardId board, IReadOnlyList<string> inside, Role? deputy = null) =>
        new(Partition, head.StreamId, new SealRow(head.Id, board, inside, deputy));

    public bool IsClosedTo(SignedInUser user) => IsClosedTo(user, Board, Inside, Deputy);

    public static bool IsClosedTo(
        SignedInUser user, BoardId board, IReadOnlyList<string> inside, Role? deputy = null) =>
        !inside.Any(person => user.ActsFor(person, board)) && !Access.Allows(user, Permission.UnsealReview, board)
        && !(deputy is { } role && user.HasRole(role, board));
}
