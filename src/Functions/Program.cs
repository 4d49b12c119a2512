using Microsoft.Extensions.Hosting;
using Oversight.Functions;

var builder = OversightWorker.CreateBuilder(args);
builder.Services.AddOversight(builder.Configuration);
await builder.Build().RunAsync();
