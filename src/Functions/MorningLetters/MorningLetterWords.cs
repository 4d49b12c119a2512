using Oversight.Functions.Web;
using Oversight.MorningLetters;

namespace Oversight.Functions.MorningLetters;

/// <summary>The morgonbrev in words.</summary>
public static class MorningLetterWords
{
    public static string Text(MorningObstacle obstacle) => obstacle switch
    {
        MorningObstacle.NoMailServer =>
            "Systemet har ingen e-postserver. Administratören kan ställa in en. Brevet kommer nästa vardag efter det.",
        MorningObstacle.Refused =>
            "E-postservern tog inte emot brevet till adressen. Inget mer skickas förrän du har sparat en adress som "
                + "går.",
        _ => "–",
    };

    public static string Text(MorningLetterEvent happened) => happened switch
    {
        MorningLetterEvent.TurnedOn { Replaced: null } => "Morgonbrevet slogs på",
        MorningLetterEvent.TurnedOn => "Adressen byttes",
        MorningLetterEvent.TurnedOff => "Morgonbrevet slogs av",
        MorningLetterEvent.Sent => "Ett brev skickades",
        MorningLetterEvent.Hindered => "Ett brev kunde inte skickas",
        _ => throw new InvalidOperationException($"Nobody tells of {happened.GetType().Name}."),
    };
}

internal sealed class MorningLetterRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [MorningLetterRefusals.AddressMissing] = "Ange din e-postadress.",
        [MorningLetterRefusals.AddressImpossible] =
            "Det ser inte ut som en e-postadress. Ange en enda, till exempel namn@kommunen.se.",
        [MorningLetterRefusals.AlreadyOn] = "Morgonbrevet går redan till den adressen.",
        [MorningLetterRefusals.AlreadyOff] = "Morgonbrevet är redan av.",
    };
}
