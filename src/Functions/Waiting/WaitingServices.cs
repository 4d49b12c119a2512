using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Web.Health;

namespace Oversight.Functions.Waiting;

public static class WaitingServices
{
    public static IServiceCollection AddWaiting(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(LoopOptions.From(configuration));
        return services
            .AddSingleton<WaitingKinds>()
            .AddSingleton<WaitingLists>()
            .AddSingleton<LoopRows>()
            .AddSingleton<UnseenMarks>()
            .AddSingleton<Wakes>()
            .AddSingleton<WaitingSweep>()
            .AddHealthPart<WaitingHealth>("waiting");
    }

    /// <summary>Makes a kind of stream wait: its loop, and the effect that wakes it.</summary>
    public static IServiceCollection AddWaitingKind<TState, TCommand, TEvent>(
        this IServiceCollection services, WaitingKind<TState, TCommand, TEvent> kind)
        where TEvent : notnull => services
        .AddSingleton<IWaitingKind>(
            provider => ActivatorUtilities.CreateInstance<WaitingKindRunner<TState, TCommand, TEvent>>(provider, kind))
        .AddSingleton<IEffectHandler>(
            provider => ActivatorUtilities.CreateInstance<WakeHandler<TState, TEvent>>(provider, kind.Stream.Name));
}
