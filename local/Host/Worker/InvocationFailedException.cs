using Oversight.Local.Host.Rpc;

namespace Oversight.Local.Host.Worker;

/// <summary>
/// A function that failed in the worker. The text is the platform's: the durable extension reads message and stack out
/// of it.
/// </summary>
internal sealed class InvocationFailedException(StatusResult result)
    : Exception(
        $"Result: {result.Status}\nException: {result.Exception?.Message}\nStack: {result.Exception?.StackTrace}")
{
    /// <summary>The name of the exception's type in the worker, without content.</summary>
    public string Kind { get; } = KindOf(result.Exception);

    /// <summary>What kind of failure it was, as the function threw it or as the host met it; no content.</summary>
    public static string KindOf(Exception failure) =>
        failure is InvocationFailedException failed ? failed.Kind : failure.GetType().Name;

    private static string KindOf(RpcException? failure)
    {
        if (failure is null)
            return "Failure";
        var type = failure.Type is { Length: > 0 } named ? named : failure.Message.Split(':', 2)[0];
        return type[(type.LastIndexOf('.') + 1)..];
    }
}

/// <summary>The worker went away. The durable extension tries again on an exception of this name.</summary>
internal sealed class WorkerProcessExitException(string message) : Exception(message);
