using System.Reflection;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Oversight.Local.Host.Functions;
using Oversight.Local.Host.Http;

namespace Oversight.Local.Host.Messaging;

/// <summary>A function that a queue starts, and what it is given.</summary>
internal sealed record MessageFunction(FunctionDescriptor Function, string Queue, bool AutoComplete)
{
    public static MessageFunction Of(FunctionDescriptor function, ServiceBusTriggerAttribute trigger, HostSettings settings)
    {
        var type = function.TriggerParameter.ParameterType;
        if (type != typeof(ServiceBusReceivedMessage) && type != typeof(BinaryData) && type != typeof(string))
            throw new NotSupportedException($"{function}: ett meddelande kan inte ges som {type.Name}.");
        return new MessageFunction(function, trigger.QueueName!, Said(function.TriggerParameter) ?? settings.AutoCompleteMessages);
    }

    public Dictionary<string, object?> Arguments(ServiceBusReceivedMessage message, ServiceBusMessageActions actions)
    {
        var arguments = new Dictionary<string, object?> { [Function.TriggerParameter.Name!] = Body(message) };
        foreach (var parameter in Function.Method.GetParameters().Where(p => p.ParameterType == typeof(ServiceBusMessageActions)))
            arguments[parameter.Name!] = actions;
        return arguments;
    }

    private object Body(ServiceBusReceivedMessage message) => Function.TriggerParameter.ParameterType switch
    {
        var type when type == typeof(string) => message.Body.ToString(),
        var type when type == typeof(BinaryData) => message.Body,
        _ => message,
    };

    /// <summary>What the attribute says; null when it says nothing, and host.json decides (false cannot be told from unset by its value).</summary>
    private static bool? Said(ParameterInfo parameter) => parameter.GetCustomAttributesData()
        .Where(a => a.AttributeType == typeof(ServiceBusTriggerAttribute))
        .SelectMany(a => a.NamedArguments)
        .Where(a => a.MemberName == nameof(ServiceBusTriggerAttribute.AutoCompleteMessages))
        .Select(a => (bool?)a.TypedValue.Value)
        .FirstOrDefault();
}
