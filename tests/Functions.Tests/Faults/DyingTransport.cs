using System.Diagnostics;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Storage;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Faults;

/// <summary>
/// The line to storage of a process that dies at a chosen call: nothing it does from then on reaches storage. What
/// storage then holds is what a process killed at that very point leaves behind.
/// </summary>
public sealed class DyingTransport : HttpPipelineTransport, IDisposable
{
    /// <summary>How often the client tries a call.</summary>
    private const int Tries = 3;
    private readonly HttpClientTransport _real = new();
    private int _left = int.MaxValue;
    private bool _lastIsCarriedOut;

    private long _lastCall;
    private int _lives;
    private Action? _atDeath;

    /// <summary>The chosen call has come.</summary>
    public bool IsDead { get; private set; }

    /// <param name="calls">Calls that still go through.</param>
    /// <param name="lastIsCarriedOut">The call after those is carried out too, but its answer never comes.</param>
    public void DieAfter(int calls, bool lastIsCarriedOut)
    {
        _lastIsCarriedOut = lastIsCarriedOut;
        (_lives, _atDeath) = (0, null);
        Volatile.Write(ref _left, calls);
    }

    /// <summary>Only one call fails, with all its retries; the process and its line live on.</summary>
    public void FailOnceAfter(int calls)
    {
        DieAfter(calls, lastIsCarriedOut: false);
        _lives = Tries;
    }

    /// <summary>Nothing fails, but something else happens at the chosen call.</summary>
    public void ActAfter(int calls, Action act)
    {
        DieAfter(calls, lastIsCarriedOut: false);
        _atDeath = act;
    }

    /// <summary>
    /// Waits until whoever was at work has made no call for a while: a request whose client hung up goes on.
    /// </summary>
    public async Task UntilQuietAsync()
    {
        while (Stopwatch.GetElapsedTime(Volatile.Read(ref _lastCall)) < TimeSpan.FromMilliseconds(300))
            await Task.Delay(20);
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
            Services = services =>
                services.AddSingleton(new StoreOptions { ConnectionString = storage, Transport = this }),
        });
    }

    public void Dispose() => _real.Dispose();

    public override Request CreateRequest() => _real.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("Everything is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        Volatile.Write(ref _lastCall, Stopwatch.GetTimestamp());
        var left = Volatile.Read(ref _left) == int.MaxValue ? int.MaxValue : Interlocked.Decrement(ref _left);
        if (left >= 0)
        {
            await _real.ProcessAsync(message);
            return;
        }

        if (!IsDead && _atDeath is { } act)
            act();
        IsDead = true;
        if (_atDeath is not null || (_lives > 0 && left < -_lives))
        {
            await _real.ProcessAsync(message);
            return;
        }

        if (left == -1 && _lastIsCarriedOut)
            await _real.ProcessAsync(message);
        throw new IOException("The line is dead.");
    }
}
