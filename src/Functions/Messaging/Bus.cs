using Azure.Messaging.ServiceBus;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Messaging;

/// <summary>Calls to Service Bus from a request: when it does not answer, the caller hears what they hear of any store (503).</summary>
internal static class Bus
{
    public static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (ServiceBusException failure) when (failure.IsTransient)
        {
            throw new StoreUnavailableException("Service Bus does not answer.", failure);
        }
    }
}
