using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions;
using Oversight.Local.Demonstration;

namespace Oversight.Testkit;

/// <summary>What a worker in the test process runs: functions, their services and their middleware.</summary>
public sealed record WorkerApplication(
    IFunctionMetadataProvider Functions,
    Action<IServiceCollection, IConfiguration> AddServices,
    Action<IFunctionsWorkerApplicationBuilder> UseMiddleware)
{
    /// <summary>The whole application, described by what the official generator made of it.</summary>
    public static WorkerApplication Oversight { get; } = new(
        new GeneratedFunctionMetadataProvider(),
        (services, configuration) => services.AddOversight(configuration).AddDemonstration(),
        builder => builder.UseOversight());

    /// <summary>Queues that its functions wait for, beside the application's own.</summary>
    public IReadOnlyList<string> Queues { get; init; } = [];

    /// <summary>Functions of the test's own.</summary>
    public static WorkerApplication Of(params Type[] functions)
    {
        var reflected = new ReflectedMetadata(functions);
        return new(reflected, (_, _) => { }, _ => { }) { Queues = reflected.Queues };
    }

    /// <summary>The same with functions of the test's own beside its own.</summary>
    public WorkerApplication Plus(params Type[] functions) =>
        this with { Functions = new Both(Functions, new ReflectedMetadata(functions)) };

    private sealed class Both(IFunctionMetadataProvider one, IFunctionMetadataProvider other)
        : IFunctionMetadataProvider
    {
        public async Task<ImmutableArray<IFunctionMetadata>> GetFunctionMetadataAsync(string directory) =>
            [.. await one.GetFunctionMetadataAsync(directory), .. await other.GetFunctionMetadataAsync(directory)];
    }
}
