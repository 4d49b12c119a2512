using Oversight.Functions.Identity;

namespace Oversight.Functions.Providers.Pages;

/// <summary>What another part of the house has to tell on a provider's page.</summary>
public interface IProviderSection
{
    /// <summary>Null when nothing of it is for this person.</summary>
    Task<ProviderSection?> ReadAsync(SignedInUser user, Id provider, DateOnly today, CancellationToken cancellation);
}

/// <param name="Component">Draws it; the page hands its <see cref="ProviderSheet"/> down to it.</param>
/// <param name="Parameters">The component's own.</param>
/// <param name="Facts">Label and value, to stand among what is said of the provider first.</param>
public sealed record ProviderSection(
    Type Component, IDictionary<string, object> Parameters, IReadOnlyList<(string Label, string Value)> Facts);
