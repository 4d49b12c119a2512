using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using Oversight.Functions.Messaging;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Tests.Faults;

/// <summary>
/// Another system that goes on putting concerns in the queue while it is answered. Remembers what was acknowledged.
/// </summary>
internal sealed class MessageFlood(string reporter)
{
    private static readonly ServiceBusClientOptions Impatient = new()
    {
        RetryOptions = { MaxRetries = 0, TryTimeout = TimeSpan.FromSeconds(5) },
    };

    private readonly ConcurrentDictionary<string, bool> _sent = new();
    private int _number;

    public IEnumerable<string> Sent => _sent.Keys;

    public IEnumerable<string> Acknowledged => _sent.Where(text => text.Value).Select(text => text.Key);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="most">So many, at the most.</param>
    public async Task PourAsync(HttpClient signedIn, int most, CancellationToken until)
    {
        var messages = await signedIn.GetFromJsonAsync<JsonObject>("/.local/messages", Cancellation);
        await using var client = new ServiceBusClient(messages!["connectionString"]!.GetValue<string>(), Impatient);
        await using var sender = client.CreateSender(QueueNames.ConcernsInbound);
        for (var sent = 0; sent < most && !until.IsCancellationRequested; sent++)
        {
            var text = $"Kom som meddelande {Interlocked.Increment(ref _number)}.";
            _sent[text] = false;
            try
            {
                await sender.SendMessageAsync(Message(text), Cancellation);
                _sent[text] = true;
            }
            catch (ServiceBusException gone) when (gone.IsTransient)
            {
                return;
            }
        }
    }

    private ServiceBusMessage Message(string text)
    {
        var body = new
        {
            reporter = new { userId = reporter, name = $"Test {reporter}" },
            concern = ConcernLedger.Concern(text, null)
        };
        return new ServiceBusMessage(BinaryData.FromString(StoredJson.Write(body, typeof(object))))
        { MessageId = text };
    }
}
