using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Oversight.Functions.Storage;

public static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Streams>();
        services.AddSingleton<Views>();
        services.AddSingleton<PrivateTexts>();
        services.AddSingleton<Reservations>();
        services.AddSingleton<Blobs>();
        return services;
    }

    /// <summary>Makes a kind of stream known to rebuild and to the worker of old marks.</summary>
    public static IServiceCollection AddStreamKind<TState, TCommand, TEvent>(
        this IServiceCollection services, StreamKind<TState, TCommand, TEvent> kind)
        where TEvent : notnull => services.AddSingleton(kind);
}
