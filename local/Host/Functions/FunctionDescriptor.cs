using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Oversight.Local.Host.Functions;

/// <summary>One function, as its attributes declare it.</summary>
public sealed record FunctionDescriptor(string Name, Type Type, MethodInfo Method, ParameterInfo TriggerParameter, TriggerBindingAttribute Trigger)
{
    public string EntryPoint => $"{Type.FullName}.{Method.Name}";

    public override string ToString() => $"{Name} ({EntryPoint})";
}
