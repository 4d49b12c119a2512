using Oversight.Functions.Notifications;
using Oversight.Functions.Web;

namespace Oversight.Functions.MorningLetters;

/// <summary>Writes the morgonbrev: numbers, the way to <em>Att göra</em>, and how to be rid of it.</summary>
public sealed class MorningLetterWriter(PublicAddress address)
{
    /// <param name="pauseAfterDays">So many days without a sign-in, and no more letters come.</param>
    public Letter Write(WaitingCounts counts, int pauseAfterDays)
    {
        var things = counts.Things == 1 ? "En sak väntar på dig" : $"{counts.Things} saker väntar på dig";
        var parts = string.Join('\n', counts.Parts.Select(part => $"{part.What}: {part.Things}"));
        return new Letter(
            $"Att göra: {things.ToLowerInvariant()}",
            $"""
            {things} i Att göra.

            Försenade rader: {counts.LateRows}
            Rader med sista dag inom en vecka: {counts.SoonRows}

            {parts}

            Öppna Att göra: {address.Root}/

            Brevet innehåller bara antal. Logga in för att läsa vad det gäller.
            När du inte har loggat in på {pauseAfterDays} dagar kommer inga brev förrän du loggar in igen.
            Slå av morgonbrevet: {address.Root}{MorningLetterFunctions.Address}
            """.ReplaceLineEndings("\n"));
    }
}
