using Azure.Core.Amqp;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Azure.Functions.Worker.Core;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The host hands a message on as sixteen bytes of lock token and then the AMQP message.</summary>
[SupportsDeferredBinding]
[SupportedTargetType(typeof(ServiceBusReceivedMessage))]
internal sealed class ServiceBusReceivedMessageConverter : IInputConverter
{
    private const string Source = "AzureServiceBusReceivedMessage";
    private const int LockTokenLength = 16;

    public ValueTask<ConversionResult> ConvertAsync(ConverterContext context) => new(context.Source switch
    {
        ModelBindingData { Source: Source } binding => ConversionResult.Success(Read(binding.Content.ToMemory())),
        ModelBindingData binding =>
            ConversionResult.Failed(new InvalidOperationException($"{binding.Source} is not a Service Bus message.")),
        _ => ConversionResult.Unhandled(),
    });

    private static ServiceBusReceivedMessage Read(ReadOnlyMemory<byte> content) =>
        ServiceBusReceivedMessage.FromAmqpMessage(
            AmqpAnnotatedMessage.FromBytes(BinaryData.FromBytes(content[LockTokenLength..])),
            BinaryData.FromBytes(content[..LockTokenLength]));
}
