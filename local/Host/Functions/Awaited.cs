using System.Collections.Concurrent;
using System.Reflection;

namespace Oversight.Local.Host.Functions;

/// <summary>What a function returned, once it is there: a value, a Task or ValueTask of one, or nothing.</summary>
internal static class Awaited
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> Results = new();

    public static Type? TypeOf(Type returned)
    {
        if (returned == typeof(void) || returned == typeof(Task) || returned == typeof(ValueTask))
            return null;
        return returned.IsGenericType && (returned.GetGenericTypeDefinition() == typeof(Task<>) || returned.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? returned.GetGenericArguments()[0]
            : returned;
    }

    public static async ValueTask<object?> ValueAsync(object? returned)
    {
        switch (returned)
        {
            case null:
                return null;
            case Task task:
                await task;
                return ResultOf(task);
            case ValueTask valueTask:
                await valueTask;
                return null;
            default:
                if (returned.GetType() is not { IsGenericType: true } type || type.GetGenericTypeDefinition() != typeof(ValueTask<>))
                    return returned;
                var asTask = (Task)type.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(returned, null)!;
                await asTask;
                return ResultOf(asTask);
        }
    }

    /// <summary>An async method that returns Task is at run time a Task of an internal "no result" type.</summary>
    private static object? ResultOf(Task task)
    {
        var value = Results.GetOrAdd(task.GetType(), static type => type.GetProperty(nameof(Task<>.Result)))?.GetValue(task);
        return value?.GetType() is { IsPublic: false, Name: "VoidTaskResult" } ? null : value;
    }
}
