using Oversight.Local.Host.Http;
using Oversight.Local.Host.Machine;
using Oversight.Local.Host.Worker;

namespace Oversight.Local.Host.Messaging;

/// <summary>A function that a queue starts.</summary>
internal sealed record MessageTrigger(HostedFunction Function, string Parameter, string Queue, bool AutoComplete)
{
    public static IReadOnlyList<MessageTrigger> Of(FunctionCatalogue catalogue, HostSettings settings) =>
    [
        .. catalogue.With("serviceBusTrigger").Select(found => new MessageTrigger(
            found.Function,
            found.Trigger.Name,
            found.Trigger.Text("queueName")
                ?? throw new StartRefusedException($"{found.Function}: utlösaren har ingen kö."),
            found.Trigger.Flag("autoCompleteMessages") ?? settings.AutoCompleteMessages)),
    ];
}
