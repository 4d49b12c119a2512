using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Oversight.Functions;
using Oversight.Local.Demonstration;
using Oversight.Local.WorkerHook;

var builder = Host.CreateApplicationBuilder();
builder.Logging.ClearProviders();
if (ClockStartup.DomainClock() is { } clock)
    builder.Services.AddSingleton(clock);
builder.Services.AddOversight(builder.Configuration);
builder.Services.AddDemonstration();
// Only the services are wanted: nothing that would start with the application.
builder.Services.RemoveAll<IHostedService>();
using var host = builder.Build();
await host.Services.GetRequiredService<MunicipalityDemonstration>().LoadAsync(new Lines(), CancellationToken.None);

internal sealed class Lines : IProgress<string>
{
    public void Report(string value) => Console.WriteLine(value);
}
