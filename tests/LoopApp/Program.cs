using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Oversight.LoopApp.Loop;
using Oversight.LoopApp.Matters;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
#pragma warning disable RS0030 // The composition root: the domain clock comes in here unless a host gave another.
builder.Services.TryAddSingleton(TimeProvider.System);
#pragma warning restore RS0030
builder.Services
    .AddSingleton(new TableServiceClient(builder.Configuration["AzureWebJobsStorage"]))
    .AddSingleton(LoopOptions.Read(builder.Configuration))
    .AddSingleton<LegalDay>()
    .AddSingleton<MatterStore>()
    .AddSingleton<WaitingView>()
    .AddSingleton<UnseenMarks>()
    .AddSingleton<LoopRows>()
    .AddSingleton<Sweeps>()
    .AddSingleton<MatterCommands>();
await builder.Build().RunAsync();
