using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>One invocation of a function. Only what the application and its host use is declared here.</summary>
public abstract class FunctionContext
{
    public abstract string InvocationId { get; }

    public abstract string FunctionId { get; }

    public abstract IServiceProvider InstanceServices { get; set; }

    public abstract FunctionDefinition FunctionDefinition { get; }

    public abstract IDictionary<object, object> Items { get; set; }

    public virtual CancellationToken CancellationToken { get; }
}

public abstract class FunctionDefinition
{
    public abstract string PathToAssembly { get; }

    public abstract string EntryPoint { get; }

    public abstract string Id { get; }

    public abstract string Name { get; }
}

public abstract class InvocationResult<T>
{
    public abstract T? Value { get; set; }
}

public abstract class InvocationResult : InvocationResult<object>;

public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>Key under which the host keeps the result of an invocation.</summary>
    internal const string ResultKey = "Oversight.Local.InvocationResult";

    public static InvocationResult GetInvocationResult(this FunctionContext context) => (InvocationResult)context.Items[ResultKey];
}

public static class FunctionContextExtensions
{
    /// <summary>Key under which the host keeps the HTTP context of an HTTP invocation.</summary>
    internal const string HttpContextKey = "Oversight.Local.HttpContext";

    public static HttpContext? GetHttpContext(this FunctionContext context) =>
        context.Items.TryGetValue(HttpContextKey, out var http) ? (HttpContext)http : null;
}
