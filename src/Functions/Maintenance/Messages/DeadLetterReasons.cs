using Oversight.Functions.Messaging;

namespace Oversight.Functions.Maintenance.Messages;

/// <summary>Why a message was put aside, in the administrator's words. The code stands beside it.</summary>
public static class DeadLetterReasons
{
    public static string Text(string? reason) => reason switch
    {
        MessageReasons.MalformedJson => "Meddelandet går inte att läsa",
        MessageReasons.UnknownType => "Okänd sorts meddelande",
        MessageReasons.UnknownVersion => "Okänd version av meddelandet",
        MessageReasons.DependencyUnavailable => "Något som behövdes svarade inte på ett dygn",
        "MaxDeliveryCountExceeded" => "Misslyckades varje gång det kördes",
        null => "Ingen orsak angiven",
        _ => "Uppgifterna i meddelandet godtas inte",
    };
}
