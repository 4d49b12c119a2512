using Oversight.Functions.Storage;

namespace Oversight.Functions.Identity;

/// <summary>
/// That somebody is in a conflict of interest (jäv) in a matter: a review or a concern. Stands in that person's own
/// list.
/// </summary>
public sealed record ConflictRow(Id Matter)
{
    /// <summary>The rows of a matter, which its kind projects beside its own.</summary>
    /// <param name="users">Entra object ids.</param>
    public static IEnumerable<ViewRow> Of(StreamHead head, IEnumerable<string> users) =>
        users.Distinct(StringComparer.Ordinal)
            .Select(user => new ViewRow(Partition(user), head.StreamId, new ConflictRow(head.Id)));

    internal static string Partition(string userId) => $"conflicts|{userId}";
}

/// <summary>The matters that are closed to one person, whatever role and through whichever door.</summary>
public sealed class ClosedMatters(IEnumerable<Id> matters)
{
    private readonly HashSet<Id> _matters = [.. matters];

    public static ClosedMatters None { get; } = new([]);

    public bool Any => _matters.Count > 0;

    public bool Contains(Id matter) => _matters.Contains(matter);
}

/// <summary>Finds what is closed to somebody: by the person's own jäv, or because it is sealed.</summary>
public sealed class Conflicts(Views views)
{
    /// <summary>Every matter that is sealed, to whomever: for what is shown to others than the reader.</summary>
    public async Task<ClosedMatters> SealedAsync(CancellationToken cancellation) => new(
        (await views.ReadAllAsync<SealRow>(SealRow.Partition, cancellation)).Select(row => row.Matter));

    public async Task<ClosedMatters> OfAsync(SignedInUser user, CancellationToken cancellation)
    {
        var declared = views.ReadAllAsync<ConflictRow>(ConflictRow.Partition(user.UserId), cancellation);
        var seals = await views.ReadAllAsync<SealRow>(SealRow.Partition, cancellation);
        return new ClosedMatters(
            [
                .. (await declared).Select(row => row.Matter),
                .. seals.Where(row => row.IsClosedTo(user)).Select(row => row.Matter),
            ]);
    }
}
