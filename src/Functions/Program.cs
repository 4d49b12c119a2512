using Microsoft.Extensions.Hosting;
using Oversight.Functions;
using Oversight.Functions.Maintenance.Restoring;

if (args is [RestoreProgram.Verb, .. var restore])
{
    return await RestoreProgram.RunAsync(
        restore, services => services.Services.AddOversight(services.Configuration), Console.Out,
        CancellationToken.None);
}

var builder = OversightWorker.CreateBuilder(args);
builder.Services.AddOversight(builder.Configuration);
await builder.Build().RunAsync();
return 0;
