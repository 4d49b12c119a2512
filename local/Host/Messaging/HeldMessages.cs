using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;

namespace Oversight.Local.Host.Messaging;

/// <summary>The messages that functions are working on, by lock token, with whether they have been settled.</summary>
internal sealed class HeldMessages
{
    private readonly ConcurrentDictionary<string, Held> _held = new();

    public Held Add(ProcessMessageEventArgs message) => _held[message.Message.LockToken] = new Held(message);

    public void Remove(ProcessMessageEventArgs message) => _held.TryRemove(message.Message.LockToken, out _);

    public Held? Find(string lockToken) => _held.GetValueOrDefault(lockToken);

    internal sealed class Held(ProcessMessageEventArgs message)
    {
        public ProcessMessageEventArgs Message { get; } = message;

        public bool Settled { get; set; }
    }
}
