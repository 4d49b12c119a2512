using Microsoft.Azure.Functions.Worker;

namespace Oversight.Local.Host.Functions;

internal sealed class LocalFunctionContext(
    FunctionDescriptor function, IReadOnlyDictionary<string, object?> arguments, IServiceProvider services, CancellationToken cancellation)
    : FunctionContext
{
    public FunctionDescriptor Function { get; } = function;

    public IReadOnlyDictionary<string, object?> Arguments { get; } = arguments;

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => Function.EntryPoint;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition => field ??= new LocalFunctionDefinition(Function);

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>
    {
        [FunctionContextBindingFeatureExtensions.ResultKey] = new LocalInvocationResult(),
    };

    public override CancellationToken CancellationToken { get; } = cancellation;
}

internal sealed class LocalInvocationResult : InvocationResult
{
    public override object? Value { get; set; }
}

internal sealed class LocalFunctionDefinition(FunctionDescriptor function) : FunctionDefinition
{
    public override string PathToAssembly => function.Type.Assembly.Location;

    public override string EntryPoint => function.EntryPoint;

    public override string Id => function.EntryPoint;

    public override string Name => function.Name;
}
