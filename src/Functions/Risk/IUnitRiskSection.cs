using Oversight.Functions.Identity;

namespace Oversight.Functions.Risk;

/// <summary>What another part of the house has to tell or to offer on the page of a unit's risk.</summary>
public interface IUnitRiskSection
{
    /// <summary>Null when there is nothing of it, or not for this person.</summary>
    Task<UnitRiskSection?> ReadAsync(SignedInUser user, UnitCase found, CancellationToken cancellation);
}

/// <param name="Component">Draws it.</param>
/// <param name="Parameters">The component's own.</param>
public sealed record UnitRiskSection(Type Component, IDictionary<string, object> Parameters);
