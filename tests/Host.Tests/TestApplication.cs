using Microsoft.Azure.Functions.Worker;
using Oversight.Testkit;

namespace Oversight.Host.Tests;

/// <summary>A small application in place of the real one: the function classes of one test.</summary>
internal static class TestApplication
{
    public static WorkerApplication Of(params Type[] functions) => WorkerApplication.Of(functions);

    public static WorkerApplication With(
        this WorkerApplication application, Action<IFunctionsWorkerApplicationBuilder> middleware) =>
        application with { UseMiddleware = middleware };
}
