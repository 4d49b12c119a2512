using Oversight.Functions.Storage;

namespace Oversight.Functions.Identity;

/// <summary>
/// That a matter is sealed because crime or irregularity is suspected: closed to everybody but those inside and the
/// enhetschef of its board. A list of its own, read together with what somebody has declared jäv in.
/// </summary>
/// <param name="Inside">Entra object ids.</param>
public sealed record SealRow(Id Matter, BoardId Board, IReadOnlyList<string> Inside)
{
    internal const string Partition = "sealed";

    public static ViewRow Of(StreamHead head, BoardId board, IReadOnlyList<string> inside) =>
        new(Partition, head.StreamId, new SealRow(head.Id, board, inside));

    public bool IsClosedTo(SignedInUser user) => IsClosedTo(user, Board, Inside);

    public static bool IsClosedTo(SignedInUser user, BoardId board, IReadOnlyList<string> inside) =>
        !inside.Any(reviewer => user.ActsFor(reviewer, board)) && !Access.Allows(user, Permission.UnsealReview, board);
}
