using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;

namespace Oversight.Testkit;

/// <summary>
/// Describes function classes of a test as the official generator would: it sees one assembly whole, a test wants a few
/// of its classes.
/// </summary>
internal sealed class ReflectedMetadata(IReadOnlyList<Type> types) : IFunctionMetadataProvider
{
    public IReadOnlyList<string> Queues { get; } = [.. Functions(types)
        .Select(method => Trigger(method).Attribute)
        .OfType<ServiceBusTriggerAttribute>()
        .Select(trigger => trigger.QueueName!)
        .Distinct(StringComparer.OrdinalIgnoreCase)];

    public Task<ImmutableArray<IFunctionMetadata>> GetFunctionMetadataAsync(string directory) =>
        Task.FromResult(Functions(types).Select(Describe).ToImmutableArray());

    private static IEnumerable<MethodInfo> Functions(IEnumerable<Type> types) =>
        types.SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null);

    private static IFunctionMetadata Describe(MethodInfo method)
    {
        List<string> bindings = [JsonSerializer.Serialize(Binding(method)), .. Clients(method)];
        if (Trigger(method).Attribute is HttpTriggerAttribute)
            bindings.Add("""{"name":"$return","type":"http","direction":"Out"}""");
        return new DefaultFunctionMetadata
        {
            Language = "dotnet-isolated",
            Name = method.GetCustomAttribute<FunctionAttribute>()!.Name,
            EntryPoint = $"{method.DeclaringType!.FullName}.{method.Name}",
            RawBindings = bindings,
            ScriptFile = Path.GetFileName(method.DeclaringType.Assembly.Location),
        };
    }

    private static (ParameterInfo Parameter, Attribute Attribute) Trigger(MethodInfo method) => method.GetParameters()
        .Select(parameter => (parameter, parameter.GetCustomAttributes().FirstOrDefault(IsTrigger)))
        .First(found => found.Item2 is not null)!;

    private static bool IsTrigger(Attribute attribute) =>
        attribute is HttpTriggerAttribute or TimerTriggerAttribute or ServiceBusTriggerAttribute
            or OrchestrationTriggerAttribute;

    private static IEnumerable<string> Clients(MethodInfo method) => method.GetParameters()
        .Where(parameter => parameter.GetCustomAttribute<DurableClientAttribute>() is not null)
        .Select(parameter =>
            JsonSerializer.Serialize(new { name = parameter.Name, direction = "In", type = "durableClient" }));

    private static Dictionary<string, object?> Binding(MethodInfo method)
    {
        var (parameter, attribute) = Trigger(method);
        var binding = new Dictionary<string, object?> { ["name"] = parameter.Name, ["direction"] = "In" };
        switch (attribute)
        {
            case HttpTriggerAttribute http:
                (binding["type"], binding["authLevel"], binding["methods"]) =
                    ("httpTrigger", "Anonymous", http.Methods);
                if (http.Route is not null)
                    binding["route"] = http.Route;
                break;
            case TimerTriggerAttribute timer:
                (binding["type"], binding["schedule"], binding["runOnStartup"]) =
                    ("timerTrigger", timer.Schedule, timer.RunOnStartup);
                break;
            case OrchestrationTriggerAttribute:
                binding["type"] = "orchestrationTrigger";
                break;
            case ServiceBusTriggerAttribute bus:
                (binding["type"], binding["queueName"], binding["connection"]) =
                    ("serviceBusTrigger", bus.QueueName, bus.Connection);
                (binding["cardinality"], binding["properties"]) = ("One", new { supportsDeferredBinding = "True" });
                if (Says(parameter, nameof(ServiceBusTriggerAttribute.AutoCompleteMessages)))
                    binding["autoCompleteMessages"] = bus.AutoCompleteMessages;
                break;
        }

        return binding;
    }

    /// <summary>
    /// What an attribute does not say is left to host.json; false cannot be told from unset by its value.
    /// </summary>
    private static bool Says(ParameterInfo parameter, string property) => parameter.GetCustomAttributesData()
        .SelectMany(attribute => attribute.NamedArguments)
        .Any(argument => argument.MemberName == property);
}
