using Oversight.Functions.Notifications;

namespace Oversight.Functions.Answers.OfSurveys;

/// <summary>The letter that brings an avtalsenkät.</summary>
internal static class SurveyLetter
{
    public static Letter Write(
        string board, string municipality, string unit, string until, string link, bool isPrompt)
    {
        var (mark, first) = isPrompt ? ("Påminnelse: ", "Vi har inte fått ert svar än. ") : ("", "");
        return new Letter(
            $"{mark}Avtalsenkät – {unit}",
            $"""
            Hej!

            {first}{board} i {municipality} följer upp avtalet eller villkoren för {unit} med en enkät. Ni ska besvara den.

            Svara senast {until}. Öppna länken för att läsa frågorna och svara:
            {link}

            Ni behöver också en engångskod. Den skickar vi till den här adressen när ni ber om den.
            Flera hos er kan använda länken och svara på olika frågor. Det ni sparar finns kvar till nästa gång.
            Lämna inte länken till någon utanför verksamheten. Den gäller till och med {until}.
            Enkäten räknas som besvarad när ni har lämnat in den.

            Skriv inga namn eller personnummer på kunder i svaren.
            """);
    }
}
