using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Oversight.Functions.Storage;

/// <summary>Outside of the retries: what is still wrong there is one exception that the edge answers with 503.</summary>
internal sealed class UnavailablePolicy : HttpPipelinePolicy
{
    private const string NoAnswer = "Storage does not answer.";

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            ProcessNext(message, pipeline);
        }
        catch (Exception failure) when (IsUnavailable(failure, message))
        {
            throw new StoreUnavailableException(NoAnswer, failure);
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
            throw new StoreUnavailableException(NoAnswer, failure);
        }

        RefuseFailure(message);
    }

    private static bool IsUnavailable(Exception failure, HttpMessage message) =>
        !message.CancellationToken.IsCancellationRequested
        && failure is RequestFailedException or AggregateException or OperationCanceledException or IOException;

    private static void RefuseFailure(HttpMessage message)
    {
        if (message.HasResponse && message.Response.Status is >= 500 or 408 or 429)
            throw new StoreUnavailableException(NoAnswer, new RequestFailedException(message.Response));
    }
}
