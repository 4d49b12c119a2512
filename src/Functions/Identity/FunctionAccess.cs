using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Oversight.Functions.Identity;

/// <summary>What a function's method says about who may call it.</summary>
public abstract record FunctionAccess
{
    private static readonly ConcurrentDictionary<string, FunctionAccess> Known = new(StringComparer.Ordinal);

    private FunctionAccess()
    {
    }

    /// <summary>Anybody may.</summary>
    public sealed record Open : FunctionAccess;

    public sealed record Needs(Permission Permission) : FunctionAccess;

    /// <summary>What the operation that the address names needs.</summary>
    public sealed record NeedsByOperation(string Subject) : FunctionAccess;

    /// <summary>Fails closed: a function without a mark, or with several, cannot be called at all.</summary>
    public static FunctionAccess Of(FunctionDefinition function) =>
        Known.GetOrAdd(function.EntryPoint, Find, function.Name);

    public static FunctionAccess Of(MethodInfo method)
    {
        List<FunctionAccess> marks =
        [
            .. method.GetCustomAttributes<RequiresAttribute>().Select(mark => new Needs(mark.Permission)),
            .. method.GetCustomAttributes<ByOperationAttribute>().Select(mark => new NeedsByOperation(mark.Subject)),
            .. method.GetCustomAttributes<OpenAttribute>().Select(_ => new Open()),
        ];
        return marks is [var only]
            ? only
            : throw new InvalidOperationException(
                $"{method.DeclaringType}.{method.Name} needs exactly one of [Requires], [ByOperation] and [Open].");
    }

    private static FunctionAccess Find(string entryPoint, string name)
    {
        var dot = entryPoint.LastIndexOf('.');
        var type = AppDomain.CurrentDomain.GetAssemblies()
            .Select(assembly => assembly.GetType(entryPoint[..dot]))
            .FirstOrDefault(candidate => candidate is not null);
        var method = type?.GetMethods().FirstOrDefault(
            candidate => candidate.GetCustomAttribute<FunctionAttribute>()?.Name == name)
            ?? throw new InvalidOperationException($"The function '{name}' was not found at {entryPoint}.");
        return Of(method);
    }
}
