using System.Collections.Concurrent;
using System.Net;
using Oversight.Functions.Tests.Concerns;

namespace Oversight.Functions.Tests.Faults;

/// <summary>
/// Eight at once who go on sending concerns until nobody answers, and who repeat what they got no answer to. Remembers
/// every promise.
/// </summary>
internal sealed class ConcernFlood(string user, string unitId, int seed)
{
    private const int AtOnce = 8;
    private readonly ConcurrentDictionary<string, string> _sent = new();
    private readonly ConcurrentDictionary<string, string> _acknowledged = new();
    private readonly ConcurrentQueue<string> _unanswered = new();
    private int _number;

    /// <summary>Key and text of everything that was sent.</summary>
    public IReadOnlyDictionary<string, string> Sent => _sent;

    /// <summary>Key and id of what the host said it had taken in.</summary>
    public IReadOnlyDictionary<string, string> Acknowledged => _acknowledged;

    public ConcurrentQueue<string> Unexpected { get; } = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Ends when the host does, or when it is told to.</summary>
    /// <param name="reached">So many have been acknowledged this time.</param>
    public Task PourAsync(HttpClient client, int enough, CancellationToken until, out Task reached)
    {
        var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        reached = signal.Task;
        var left = enough;
        return Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            while (!until.IsCancellationRequested && await TrySendAsync(client, NextKey()))
            {
                if (Interlocked.Decrement(ref left) == 0)
                    signal.TrySetResult();
            }
        }));
    }

    /// <summary>The other half stays as it is: whole or absent.</summary>
    public async Task RepeatHalfOfTheUnansweredAsync(HttpClient client)
    {
        foreach (var key in _unanswered.Where((_, index) => index % 2 == 0).ToList())
            (await TrySendAsync(client, key)).ShouldBeTrue();
    }

    private string NextKey()
    {
        var number = Interlocked.Increment(ref _number);
        return number % 3 == 0 && _unanswered.TryDequeue(out var again) ? again : $"{user}-{seed}-{number}";
    }

    private async Task<bool> TrySendAsync(HttpClient client, string key)
    {
        var text = _sent.GetOrAdd(key, name => $"Hemtjänsten uteblev, {name}.");
        try
        {
            using var response = await ConcernLedger.SendAsync(client, key, ConcernLedger.Concern(text, unitId),
                Cancellation);
            // What the front says when the worker went away under the request: nobody knows whether it was carried out.
            if (response.StatusCode == HttpStatusCode.InternalServerError
                && response.Content.Headers.ContentLength is 0)
                _unanswered.Enqueue(key);
            else if (response.StatusCode == HttpStatusCode.Created)
                _acknowledged[key] = (await response.ReadJsonAsync())["id"]!.GetValue<string>();
            else
                Unexpected.Enqueue(
                    $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(Cancellation)}");
            return true;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            _unanswered.Enqueue(key);
            return false;
        }
    }
}
