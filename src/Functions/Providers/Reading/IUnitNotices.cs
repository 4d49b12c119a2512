namespace Oversight.Functions.Providers;

/// <summary>What everybody who chooses a unit, or reads about it in the register, is to know of it at once.</summary>
public interface IUnitNotices
{
    /// <summary>By unit, as a short sentence without a full stop.</summary>
    Task<IReadOnlyDictionary<Id, string>> ReadAsync(CancellationToken cancellation);
}
