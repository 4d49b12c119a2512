using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Oversight.Functions.Storage.Effects;

namespace Oversight.Functions.Storage;

public static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
#pragma warning disable RS0030 // This is where the real clock comes in.
        services.TryAddSingleton(new PlatformClock(TimeProvider.System));
#pragma warning restore RS0030
        services.TryAddSingleton(_ => StoreOptions.From(configuration));
        services.AddSingleton<StoreConnection>();
        services.AddSingleton<StreamTable>();
        services.AddSingleton<StreamKinds>();
        services.AddSingleton<Streams>();
        services.AddSingleton<Projector>();
        services.AddSingleton(provider => new EffectHandlers(provider.GetServices<IEffectHandler>));
        services.TryAddSingleton(new EffectLimits());
        services.AddSingleton<EffectTable>();
        services.AddSingleton<EffectRunner>();
        services.AddSingleton<AfterAppend>();
        services.AddSingleton<Views>();
        services.AddSingleton<PendingMarks>();
        services.AddSingleton<PendingWorker>();
        services.AddSingleton<OrphanedFiles>();
        services.AddSingleton<Erasures>();
        services.AddSingleton<PrivateTexts>();
        services.AddSingleton<PrivateTextSweep>();
        services.AddSingleton<Reservations>();
        services.AddSingleton<BlobLinks>();
        services.AddSingleton<Blobs>();
        services.AddSingleton<CompleteLists>();
        return services;
    }

    /// <summary>Makes a kind of stream known to rebuild and to the worker of old marks.</summary>
    public static IServiceCollection AddStreamKind<TState, TCommand, TEvent>(
        this IServiceCollection services, StreamKind<TState, TCommand, TEvent> kind)
        where TEvent : notnull => services.AddSingleton(kind).AddSingleton<IStreamKind>(kind);

    /// <summary>Makes the handler of an effect known.</summary>
    public static IServiceCollection AddEffect<T>(this IServiceCollection services)
        where T : class, IEffectHandler => services.AddSingleton<IEffectHandler, T>();
}
