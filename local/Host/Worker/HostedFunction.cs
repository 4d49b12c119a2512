using System.Text.Json;
using Oversight.Local.Host.Rpc;

namespace Oversight.Local.Host.Worker;

/// <summary>One function as the worker describes it: its name, where it is, and its bindings.</summary>
internal sealed class HostedFunction
{
    private readonly IReadOnlyList<Binding> _bindings;

    private HostedFunction(RpcFunctionMetadata metadata, IReadOnlyList<Binding> bindings) =>
        (Metadata, _bindings) = (metadata, bindings);

    public RpcFunctionMetadata Metadata { get; }

    public string Name => Metadata.Name;

    public static HostedFunction Of(RpcFunctionMetadata metadata) =>
        new(metadata, [.. metadata.RawBindings.Select(raw => new Binding(JsonDocument.Parse(raw).RootElement))]);

    public Binding? Find(string type) =>
        _bindings.FirstOrDefault(binding => string.Equals(binding.Type, type, StringComparison.OrdinalIgnoreCase));

    public override string ToString() => $"{Name} ({Metadata.EntryPoint})";
}

/// <summary>A binding of a function, as JSON says it.</summary>
internal sealed class Binding(JsonElement json)
{
    public string Type => Text("type") ?? "";

    public string Name => Text("name") ?? "";

    public string? Text(string property) =>
        Find(property) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public bool? Flag(string property) =>
        Find(property) is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag ? flag.GetBoolean() : null;

    public IReadOnlyList<string>? Texts(string property) =>
        Find(property) is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Select(item => item.GetString()!)]
            : null;

    private JsonElement? Find(string property)
    {
        foreach (var found in json.EnumerateObject())
        {
            if (string.Equals(found.Name, property, StringComparison.OrdinalIgnoreCase))
                return found.Value;
        }

        return null;
    }
}
