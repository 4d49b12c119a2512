using Amqp;
using Amqp.Types;
using Oversight.Local.ServiceBus.Queues;

namespace Oversight.Local.ServiceBus.Wire;

/// <summary>What a client asks of a queue beside its messages: <c>$management</c>.</summary>
internal sealed class Management(Entity entity)
{
    private const int MaxPeeked = 250;
    private const int MaxPeekedBytes = 1024 * 1024;

    public Task<Reply> AnswerAsync(Message request)
    {
        var operation = request.ApplicationProperties?["operation"] as string ?? "";
        if (request.Body is not Map body)
            return Task.FromResult(Reply.Refused(501, WireError.NotImplemented(operation)));
        return operation switch
        {
            "com.microsoft:peek-message" =>
                Task.FromResult(Peek((long)body["from-sequence-number"], (int)body["message-count"])),
            "com.microsoft:renew-lock" => Task.FromResult(Renew((Guid[])body["lock-tokens"])),
            "com.microsoft:schedule-message" => ScheduleAsync((System.Collections.IList)body["messages"]),
            "com.microsoft:cancel-scheduled-message" => CancelAsync((long[])body["sequence-numbers"]),
            "com.microsoft:update-disposition" => SettleAsync((Guid[])body["lock-tokens"], body),
            _ => Task.FromResult(Reply.Refused(501, WireError.NotImplemented(operation))),
        };
    }

    private Reply Peek(long from, int count)
    {
        entity.Dispatcher.Refresh();
        var (messages, bytes) = (new List(), 0);
        foreach (var (message, scheduled) in entity.Messages.Peek(from, Math.Min(count, MaxPeeked)))
        {
            bytes += message.Content.Length;
            if (messages.Count > 0 && bytes > MaxPeekedBytes)
                break;
            messages.Add(new Map { ["message"] = WireMessage.ForPeeking(message, scheduled) });
        }

        return messages.Count == 0 ? Reply.NoContent : new Reply(200, new Map { ["messages"] = messages });
    }

    private Reply Renew(Guid[] tokens) => entity.Renew(tokens) is { } until
        ? new Reply(200, new Map { ["expirations"] = Enumerable.Repeat(until.UtcDateTime, tokens.Length).ToArray() })
        : Reply.Refused(410, WireError.LockLost);

    private async Task<Reply> ScheduleAsync(System.Collections.IList messages)
    {
        var contents = messages.Cast<Map>().Select(m => (byte[])m["message"]).ToList();
        if (contents.Sum(c => c.Length) > SendLink.MaxBytes)
            return Reply.Refused(403, WireError.TooLarge(SendLink.MaxBytes));
        return await entity.Queue.SendAsync(contents).ConfigureAwait(false) is { } numbers
            ? new Reply(200, new Map { ["sequence-numbers"] = numbers.ToArray() })
            : Reply.Refused(408, WireError.TableAway);
    }

    private async Task<Reply> CancelAsync(long[] numbers) =>
        await entity.Queue.CancelAsync(numbers).ConfigureAwait(false) switch
        {
            true => Reply.Ok,
            false => Reply.Refused(404, WireError.MessageNotFound),
            null => Reply.Refused(408, WireError.TableAway),
        };

    /// <summary>The way to settle what was received on a link that is closed.</summary>
    private async Task<Reply> SettleAsync(Guid[] tokens, Map body)
    {
        var properties = new Dictionary<string, object?>(Properties.Of(body["properties-to-modify"] as Map));
        if (body["deadletter-reason"] is { } reason)
            properties["DeadLetterReason"] = reason;
        if (body["deadletter-description"] is { } description)
            properties["DeadLetterErrorDescription"] = description;
        var status = body["disposition-status"] as string;
        foreach (var token in tokens)
        {
            var settlement = status switch
            {
                "completed" => await entity.CompleteAsync(token).ConfigureAwait(false),
                "abandoned" => await entity.AbandonAsync(token, properties).ConfigureAwait(false),
                "suspended" => await entity.DeadLetterAsync(token, properties).ConfigureAwait(false),
                _ => (Settlement?)null,
            };
            if (settlement is null)
                return Reply.Refused(501, WireError.NotImplemented($"the disposition {status}"));
            if (WireError.For(settlement.Value) is { } error)
                return Reply.Refused(settlement == Settlement.LockLost ? 410 : 408, error);
        }

        return Reply.Ok;
    }
}
