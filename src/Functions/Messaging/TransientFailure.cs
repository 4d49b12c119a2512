using System.Net;
using System.Net.Sockets;
using Azure;
using Azure.Messaging.ServiceBus;
using Oversight.Functions.Dependencies;

namespace Oversight.Functions.Messaging;

/// <summary>Tells a dependency that does not answer just now from an error that will come again.</summary>
public static class TransientFailure
{
    public static bool Is(Exception failure) => failure switch
    {
        DependencyUnavailableException or TimeoutException or SocketException or HttpRequestException => true,
        RequestFailedException request => IsTransient(request.Status),
        ServiceBusException bus => bus.IsTransient,

        // A time-out inside a client; the caller's own cancellation is told apart before this is asked.
        OperationCanceledException => true,

        // The retry policy of Azure.Core gathers the failures of all its attempts.
        AggregateException several => several.InnerExceptions.Count > 0 && several.InnerExceptions.All(Is),
        _ => false,
    };

    private static bool IsTransient(int status) => status == NoAnswer
        || status >= (int)HttpStatusCode.InternalServerError
        || status is (int)HttpStatusCode.TooManyRequests or (int)HttpStatusCode.RequestTimeout;

    private const int NoAnswer = 0;
}
