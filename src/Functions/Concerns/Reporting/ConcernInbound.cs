using System.Security.Cryptography;
using System.Text;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Messaging;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions.Concerns.Reporting;

/// <summary>
/// Concerns from other systems on the queue <c>concerns-inbound</c>: the rules of the API. The MessageId makes a repeat
/// recognisable; what the rules refuse is put aside with the refusal's code.
/// </summary>
public sealed class ConcernInbound(
    ConcernReporting reporting, Lookups lookups, SettingsProvider settings, MessageHandling handling,
    CommandContexts contexts)
{
    public const string KeyReused = "concern.message-id-reused";
    public const string ReporterMissing = "concern.message-without-reporter";
    public const string IdMissing = "concern.message-without-id";

    [Function("Concerns_Inbound")]
    [Open("No person: concerns from other systems, from their own queue.")]
    public Task Receive(
        [ServiceBusTrigger(QueueNames.ConcernsInbound, Connection = QueueNames.Connection,
            AutoCompleteMessages = false)]
        ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellation) =>
        handling.RunAsync(QueueNames.ConcernsInbound, message, actions, token => HandleAsync(message, token),
            cancellation);

    private async Task HandleAsync(ServiceBusReceivedMessage message, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(message.MessageId))
            throw new PoisonMessageException(IdMissing, "The message has no MessageId.");
        var body = MessageJson.Read<ConcernMessage>(message.Body);
        if (body is not { Reporter.UserId.Length: > 0, Concern: not null })
            throw new PoisonMessageException(ReporterMissing,
                "The message needs a reporter with a userId, and a concern.");
        var reporter = new ConcernReporter(body.Reporter.UserId, body.Reporter.Name ?? body.Reporter.UserId);
        var (sent, fault) = CallFields.Read(body.Concern, ReportFields.All);
        if (sent is null)
        {
            // The name of a property that nobody knows is the sender's own word.
            throw PoisonMessageException.Refused(
                [fault!.Code == WebRefusals.UnknownProperty ? new Refusal(fault.Code) : fault]);
        }

        var values = await FieldValues.ReadAsync(ReportFields.All, sent, lookups, cancellation);
        var context = contexts.ForSystem();
        var key = KeyOf(message.MessageId);
        var outcome = await reporting.ReportAsync(
            values, reporter, Id.Derive(context.Actor.UserId, key),
            Envelopes.ForNew(context, (await settings.GetAsync(cancellation)).Hash, key, values.Body),
            ConcernChannel.Message, cancellation);
        switch (outcome)
        {
            case Outcome<ConcernState>.Done:
                return;
            case Outcome<ConcernState>.Refused refused:
                throw PoisonMessageException.Refused(refused.Reasons);
            default:
                throw new PoisonMessageException(KeyReused, "The same MessageId came before with another content.");
        }
    }

    /// <summary>A MessageId may hold anything; a key may not.</summary>
    private static string KeyOf(string messageId) =>
        $"inbound-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)))}";
}
