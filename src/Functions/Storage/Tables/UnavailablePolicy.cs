using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Oversight.Functions.Dependencies;

namespace Oversight.Functions.Storage;

/// <summary>
/// Outside of the retries: what is still wrong there is one exception that the edge answers with 503.
/// </summary>
internal sealed class UnavailablePolicy(Dependency dependency) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            ProcessNext(message, pipeline);
        }
        catch (Exception failure) when (IsUnavailable(failure, message))
        {
            throw new DependencyUnavailableException(dependency, failure);
        }

        RefuseFailure(message);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        catch (Exception failure) when (IsUnavailable(failure, message))
        {
            throw new DependencyUnavailableException(dependency, failure);
        }

        RefuseFailure(message);
    }

    private static bool IsUnavailable(Exception failure, HttpMessage message) =>
        !message.CancellationToken.IsCancellationRequested
        && failure is RequestFailedException or AggregateException or OperationCanceledException or IOException;

    private void RefuseFailure(HttpMessage message)
    {
        if (message.HasResponse && message.Response.Status is >= 500 or 408 or 429)
            throw new DependencyUnavailableException(dependency, new RequestFailedException(message.Response));
    }
}
