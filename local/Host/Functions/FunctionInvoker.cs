using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Oversight.Local.Host.Functions;

/// <summary>
/// Runs one function through the application's middleware: a new instance of its class from the invocation's own scope,
/// arguments by parameter name. What the function returned, or what middleware put in its place, is the answer;
/// an exception that nobody caught is thrown on.
/// </summary>
public sealed class FunctionInvoker
{
    private readonly IServiceScopeFactory _scopes;
    private readonly FunctionExecutionDelegate _run;

    public FunctionInvoker(IServiceScopeFactory scopes, WorkerPipeline pipeline)
    {
        _scopes = scopes;
        _run = pipeline.Build(ExecuteAsync);
    }

    /// <param name="arguments">Every parameter but FunctionContext and CancellationToken, which are given here.</param>
    public async Task<object?> InvokeAsync(
        FunctionDescriptor function, IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellation)
    {
        await using var scope = _scopes.CreateAsyncScope();
        return await RunAsync(new(function, arguments, scope.ServiceProvider, cancellation));
    }

    /// <summary>An HTTP invocation shares its services with the request, as in the official worker.</summary>
    internal Task<object?> InvokeAsync(FunctionDescriptor function, IReadOnlyDictionary<string, object?> arguments, HttpContext http)
    {
        var context = new LocalFunctionContext(function, arguments, http.RequestServices, http.RequestAborted);
        context.Items[FunctionContextExtensions.HttpContextKey] = http;
        return RunAsync(context);
    }

    private async Task<object?> RunAsync(LocalFunctionContext context)
    {
        await _run(context);
        return context.GetInvocationResult().Value;
    }

    private static async Task ExecuteAsync(FunctionContext context)
    {
        var local = (LocalFunctionContext)context;
        var function = local.Function;
        var instance = function.Method.IsStatic ? null : ActivatorUtilities.CreateInstance(context.InstanceServices, function.Type);
        try
        {
            var arguments = function.Method.GetParameters().Select(parameter => Argument(parameter, local)).ToArray();
            var returned = function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
            context.GetInvocationResult().Value = await Awaited.ValueAsync(returned);
        }
        finally
        {
            if (instance is IAsyncDisposable asyncDisposable)
                await asyncDisposable.DisposeAsync();
            else
                (instance as IDisposable)?.Dispose();
        }
    }

    private static object? Argument(ParameterInfo parameter, LocalFunctionContext context)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
            return context.CancellationToken;
        if (parameter.ParameterType == typeof(FunctionContext))
            return context;
        if (context.Arguments.TryGetValue(parameter.Name!, out var value))
            return value;
        if (parameter.HasDefaultValue)
            return parameter.DefaultValue;
        throw new InvalidOperationException($"{context.Function}: parametern {parameter.Name} fick inget värde.");
    }
}
