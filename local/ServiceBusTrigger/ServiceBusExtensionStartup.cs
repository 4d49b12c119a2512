using Grpc.Net.Client;
using Microsoft.Azure.Functions.Worker.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Local.Settling;

[assembly: WorkerExtensionStartup(typeof(Microsoft.Azure.Functions.Worker.ServiceBusExtensionStartup))]

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Settlement is a service of the host at the address that the worker was started with.</summary>
public sealed class ServiceBusExtensionStartup : WorkerExtensionStartup
{
    public override void Configure(IFunctionsWorkerApplicationBuilder applicationBuilder)
    {
        ArgumentNullException.ThrowIfNull(applicationBuilder);
        applicationBuilder.Services
            .AddSingleton(services => GrpcChannel.ForAddress(Address(services.GetRequiredService<IConfiguration>())))
            .AddSingleton(services => new Settlement.SettlementClient(services.GetRequiredService<GrpcChannel>()));
    }

    private static string Address(IConfiguration configuration) =>
        configuration["Functions:Worker:HostEndpoint"]
            ?? throw new InvalidOperationException("The worker was started without a host.");
}
