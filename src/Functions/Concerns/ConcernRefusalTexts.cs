using Oversight.Concerns;
using Oversight.Functions.Web;

namespace Oversight.Functions.Concerns;

internal sealed class ConcernRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [ConcernRefusals.NotReported] = "Synpunkten finns inte.",
        [ConcernRefusals.AlreadyReported] = "Synpunkten är redan registrerad.",
        [ConcernRefusals.NotInThisState] = "Det går inte att göra i synpunktens nuvarande läge.",
        [ConcernRefusals.TextRequired] = "Beskriv vad som har hänt.",
        [ConcernRefusals.TextTooLong] = "Texten är {0:N0} tecken. Den får vara högst {1:N0}.",
        [ConcernRefusals.TextUnreadable] =
            "Texten innehåller tecken som inte går att visa (styrtecken). Skriv om eller klistra in texten på nytt.",
        [ConcernRefusals.ReasonRequired] = "Skriv en motivering.",
        [ConcernRefusals.UnitRequired] =
            "Välj den enhet som synpunkten gäller, eller beskriv anordnaren om den är okänd.",
        [ConcernRefusals.UnknownUnit] = "Enheten finns inte i registret. Välj en enhet i listan.",
        [ConcernRefusals.UnknownBoard] = "Nämnden finns inte.",
        [ConcernRefusals.BoardRequired] = "Välj nämnd.",
        [ConcernRefusals.ServiceRequired] = "Välj insats.",
        [ConcernRefusals.ConsequenceRequired] = "Välj vilken konsekvens det fick.",
        [ConcernRefusals.UnknownCode] = "Välj ett av alternativen i listan.",
        [ConcernRefusals.OccurredRequired] = "Ange när det hände, eller välj att det är oklart.",
        [ConcernRefusals.DateUnreadable] = "Datumet går inte att läsa. Skriv det som 2026-03-01.",
        [ConcernRefusals.DateInFuture] = "Datumet ligger i framtiden.",
        [ConcernRefusals.DateTooOld] = "Datumet ligger för långt tillbaka. Kontrollera årtalet.",
        [ConcernRefusals.OutcomeRequired] = "Välj vad bedömningen leder till.",
        [ConcernRefusals.KindRequired] = "Välj typ.",
        [ConcernRefusals.CategoryRequired] = "Välj kategori.",
        [ConcernRefusals.AreaRequired] = "Välj kvalitetsområde.",
        [ConcernRefusals.AreaOnlyForLss] = "Kvalitetsområdet gäller bara insatser enligt LSS.",
        [ConcernRefusals.SeverityRequired] = "Välj allvarlighet.",
        [ConcernRefusals.SeverityOutOfRange] = "Allvarlighet anges från 1 till 4.",
        [ConcernRefusals.UnitNeededForReview] =
            "Koppla synpunkten till en enhet innan en påkallad granskning föreslås.",
        [ConcernRefusals.AlreadyLinked] = "Synpunkten är redan kopplad till en enhet. Flytta den i stället.",
        [ConcernRefusals.OtherBoardIsAMove] =
            "Enheten hör till en annan nämnd. Flytta synpunkten i stället och ange varför.",
        [ConcernRefusals.SamePlace] = "Synpunkten finns redan där.",
        [ConcernRefusals.NotTheReporter] = "Bara den som registrerade synpunkten kan göra det.",
        [ConcernRefusals.CorrectionIsTheAssessors] = "Synpunkten är bedömd. Be den som bedömer att rätta.",
        [ConcernRefusals.NothingToCorrect] = "Inget är ändrat.",
        [ConcernRefusals.WordsRequired] = "Skriv de ord som ska maskeras.",
        [ConcernRefusals.WordsNotFound] = "Orden finns inte i texten. Skriv dem precis som de står.",
        [ConcernRefusals.TextErased] = "Texten är gallrad.",
        [ConcernRefusals.DecisionRequired] = "Välj ja eller nej.",
        [ConcernRefusals.NotTheDecider] =
            "Det är enhetschefen som beslutar. Ersättaren beslutar när enhetschefens tid har gått ut eller "
                + "enhetschefen har anmält jäv.",
        [ConcernRefusals.InConflictOfInterest] = "Du har anmält jäv och deltar inte i beslutet.",
        [ConcernRefusals.LinkToItself] = "En synpunkt kan inte kopplas till sig själv.",
        [ConcernRefusals.UnknownConcern] = "Det finns ingen synpunkt med den referensen i nämnden.",
        [ConcernRefusals.AlreadySealed] = "Synpunkten är redan spärrad.",
        [ConcernRefusals.NotSealed] = "Synpunkten är inte spärrad.",
        [ConcernRefusals.AlreadyHeld] = "Det är redan den personen som arbetar med synpunkten.",
        [ConcernRefusals.NotHeldByYou] =
            "Bara den som har tagit ärendet kan lämna det ifrån sig. Ta det själv om du vill arbeta med det.",
        [ConcernRefusals.ColleagueRequired] = "Välj en kollega i listan.",
        [ConcernRefusals.ColleagueIsOutside] = "Den personen får inte läsa den här synpunkten. Välj någon annan.",
        [ConcernRefusals.NotLinked] = "Synpunkterna är inte kopplade till varandra.",
        [ConcernRefusals.AloneAssessed] = "Den är redan bedömd eller återkallad.",
        [ConcernRefusals.AloneSealed] = "Den är spärrad och bedöms för sig.",
        [ConcernRefusals.AloneUnknownProvider] = "Anordnaren är okänd. Koppla synpunkten till en enhet först.",
        [ConcernRefusals.AloneGrave] = "Konsekvensen är allvarlig. Den bedöms för sig.",
        [ConcernRefusals.AloneGoesElsewhere] =
            "Frågan om en anmälan till IVO eller ett överlämnande är väckt. Den bedöms för sig.",
        [ConcernRefusals.NotTogether] = "Det kan inte väljas för flera på en gång. Bedöm den synpunkten för sig.",
        [ConcernEdgeRefusals.AloneNotYours] = "Du får inte bedöma den.",
        [ConcernEdgeRefusals.SomebodyWasFirst] = "Någon annan ändrade den medan du skrev. Läs den på nytt.",
        [ConcernEdgeRefusals.NothingMarked] = "Markera minst en synpunkt.",
        [ConcernEdgeRefusals.UnitAmbiguous] = "Flera enheter stämmer. Välj den rätta i listan.",
        [ConcernEdgeRefusals.UnitNotFound] =
            "Ingen enhet stämmer. Sök på en del av namnet, eller kryssa för att anordnaren inte finns i listan.",
        [ConcernEdgeRefusals.LinkKindRequired] = "Välj hur synpunkterna hör ihop.",
    };
}
