namespace Oversight.Local.Host.Pages;

/// <summary>Marks an address under /.local that does not ask who somebody is.</summary>
internal sealed record OpenToAnybody;

internal static class OpenEndpoints
{
    public static TBuilder Open<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new OpenToAnybody());
}
