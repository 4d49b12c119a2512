using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Oversight.Functions.Identity;

/// <summary>What a function's method says about who may call it: a permission, or null when it is open.</summary>
public static class FunctionAccess
{
    private static readonly ConcurrentDictionary<string, Permission?> Known = new(StringComparer.Ordinal);

    /// <summary>Fails closed: a function with neither mark, or both, cannot be called at all.</summary>
    public static Permission? Of(FunctionDefinition function) => Known.GetOrAdd(function.EntryPoint, Find, function.Name);

    public static Permission? Of(MethodInfo method) =>
        (method.GetCustomAttribute<RequiresAttribute>(), method.GetCustomAttribute<OpenAttribute>()) switch
        {
            ({ } requires, null) => requires.Permission,
            (null, not null) => null,
            _ => throw new InvalidOperationException($"{method.DeclaringType}.{method.Name} needs exactly one of [Requires] and [Open]."),
        };

    private static Permission? Find(string entryPoint, string name)
    {
        var dot = entryPoint.LastIndexOf('.');
        var type = AppDomain.CurrentDomain.GetAssemblies()
            .Select(assembly => assembly.GetType(entryPoint[..dot]))
            .FirstOrDefault(candidate => candidate is not null);
        var method = type?.GetMethods().FirstOrDefault(candidate => candidate.GetCustomAttribute<FunctionAttribute>()?.Name == name)
            ?? throw new InvalidOperationException($"The function '{name}' was not found at {entryPoint}.");
        return Of(method);
    }
}
