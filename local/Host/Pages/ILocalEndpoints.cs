namespace Oversight.Local.Host.Pages;

/// <summary>
/// Addresses under /.local and /.auth that only this host has. Register an implementation as a service to add some.
/// </summary>
public interface ILocalEndpoints
{
    void Map(IEndpointRouteBuilder routes);
}
