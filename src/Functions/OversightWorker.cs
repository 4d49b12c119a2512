using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

namespace Oversight.Functions;

/// <summary>
/// The application as a worker: what Program starts everywhere, and what tests start with a part of their own put in.
/// </summary>
public static class OversightWorker
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        // First: middleware that is registered before it could not write a response.
        builder.ConfigureFunctionsWebApplication();
        builder.UseOversight();
        return builder;
    }
}
