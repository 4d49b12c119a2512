using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Storage;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Faults;

/// <summary>
/// The line to storage of a process that dies at a chosen call: nothing it does from then on reaches storage. What storage then
/// holds is what a process killed at that very point leaves behind.
/// </summary>
public sealed class DyingTransport : HttpPipelineTransport, IDisposable
{
    private readonly HttpClientTransport _real = new();
    private int _left = int.MaxValue;
    private bool _lastIsCarriedOut;

    public bool IsDead { get; private set; }

    /// <param name="calls">Calls that still go through.</param>
    /// <param name="lastIsCarriedOut">The call after those is carried out too, but its answer never comes.</param>
    public void DieAfter(int calls, bool lastIsCarriedOut)
    {
        _lastIsCarriedOut = lastIsCarriedOut;
        Volatile.Write(ref _left, calls);
    }

    public void Revive()
    {
        Volatile.Write(ref _left, int.MaxValue);
        IsDead = false;
    }

    /// <summary>The whole application, whose storage goes through this line (its messages do not).</summary>
    public async Task<AppFixture> StartAppAsync()
    {
        var storage = await SharedAzurite.NewAccountAsync();
        return await AppFixture.StartAsync(new AppOptions
        {
            StorageConnectionString = storage,
            Services = services => services.AddSingleton(new StoreOptions { ConnectionString = storage, Transport = this }),
        });
    }

    public void Dispose() => _real.Dispose();

    public override Request CreateRequest() => _real.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("Everything is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var left = Volatile.Read(ref _left) == int.MaxValue ? int.MaxValue : Interlocked.Decrement(ref _left);
        if (left >= 0)
        {
            await _real.ProcessAsync(message);
            return;
        }

        IsDead = true;
        if (left == -1 && _lastIsCarriedOut)
            await _real.ProcessAsync(message);
        throw new IOException("The line is dead.");
    }
}
