namespace Oversight.Functions.Dependencies;

/// <summary>
/// A dependency did not answer. Nothing was acknowledged; the caller may try again (503, Retry-After).
/// </summary>
public sealed class DependencyUnavailableException(Dependency dependency, Exception? inner = null)
    : Exception($"The dependency '{dependency.Code()}' does not answer.", inner)
{
    public Dependency Dependency { get; } = dependency;
}
