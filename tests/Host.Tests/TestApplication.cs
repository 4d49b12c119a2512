using Microsoft.Azure.Functions.Worker;
using Oversight.Local.Host;

namespace Oversight.Host.Tests;

/// <summary>A small application in place of the real one: the function classes of one test.</summary>
internal static class TestApplication
{
    public static HostedApplication Of(params Type[] functions) => new(functions, (_, _) => { }, _ => { });

    public static HostedApplication With(this HostedApplication application, Action<IFunctionsWorkerApplicationBuilder> middleware) =>
        application with { UseMiddleware = middleware };
}
