namespace Oversight.Functions.Concerns.Together;

/// <summary>What has been raised because of concerns in a capability that concerns do not know.</summary>
public interface IConcernMatters
{
    /// <summary>The concerns of a board because of which something goes, or has gone, to another authority.</summary>
    Task<IEnumerable<Id>> OfAsync(BoardId board, CancellationToken cancellation);
}
