using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Waiting;
using Oversight.Waiting;

namespace Oversight.Functions.Tests.Waiting;

/// <summary>What a test wants to go wrong in the activities of errands.</summary>
internal sealed class ErrandTrouble
{
    /// <summary>Streams whose loop cannot even ask.</summary>
    public ConcurrentDictionary<string, bool> Failing { get; } = new();

    /// <summary>Before and after each step.</summary>
    public Func<string, Task> Hold { get; set; } = _ => Task.CompletedTask;

    /// <summary>The last that was registered is the errands' own.</summary>
    public void StandBefore(IServiceCollection services)
    {
        var own = services.Last(service => service.ServiceType == typeof(IWaitingKind));
        services.Remove(own);
        services.AddSingleton<IWaitingKind>(
            provider => new Troubled((IWaitingKind)own.ImplementationFactory!(provider), this));
    }

    private sealed class Troubled(IWaitingKind own, ErrandTrouble trouble) : IWaitingKind
    {
        public string Name => own.Name;

        public Task<Asked> AskAsync(string streamId, DateOnly today, CancellationToken cancellation) =>
            trouble.Failing.ContainsKey(streamId)
                ? throw new InvalidOperationException("A test wants this to fail.")
                : own.AskAsync(streamId, today, cancellation);

        public async Task<int> ActAsync(string streamId, DueStep step, CancellationToken cancellation)
        {
            await trouble.Hold(streamId);
            return await own.ActAsync(streamId, step, cancellation);
        }
    }
}
