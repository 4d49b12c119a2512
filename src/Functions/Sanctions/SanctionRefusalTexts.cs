using Oversight.Functions.Web;
using Oversight.Sanctions;
using static Oversight.Reviews.SanctionProposalRefusals;
using static Oversight.Sanctions.SanctionRefusals;

namespace Oversight.Functions.Sanctions;

internal sealed class SanctionRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [NotInThisState] = "Det går inte så som sanktionen ligger till nu.",
        [NeverTheSystem] = "En person förbereder och beslutar, aldrig systemet (6 kap. 38 § kommunallagen).",
        [NotAReviewer] = "Bara granskningens egna granskare kan göra det.",
        [SanctionRefusals.InConflict] = "Du har anmält jäv i granskningen.",
        [IsSealed] = "Granskningen är spärrad. Inget lämnas ut förrän spärren är hävd.",
        [NotInLadder] = "Välj ett steg som avtalet tillåter.",
        [TooMild] = "Ingen av bristerna är så allvarlig som steget kräver: grad {0} eller högre.",
        [ClaimedTooLate] = "Tiden för att kräva det har gått ut. Sista dagen var {0}.",
        [NoFindings] = "Välj minst en av granskningens brister.",
        [NoServices] = "Välj minst en av enhetens insatser.",
        [AlreadyProposed] = "Förslaget finns redan.",
        [ChildrenMissing] = "Svara ja eller nej. Konsekvenserna för barn får inte utelämnas.",
        [GroupMissing] = "Skriv vilken grupp av barn det gäller.",
        [DayMissing] = "Ange dagen.",
        [DayPassed] = "Dagen är för tidig.",
        [DayInFuture] = "Dagen har inte kommit än.",
        [NotLater] = "Den nya sista dagen ska vara senare än {0}.",
        [AmountMissing] = "Ange beloppet i hela kronor.",
        [NoAmount] = "Steget har inget belopp.",
        [ConsultMissing] = "Skriv vad kommunjuristen har sagt.",
        [NoCase] = "Ärendet har inget diarienummer. Registratorn öppnar ärendet först.",
        [PaperMissing] = "Skriv tjänsteskrivelsen först.",
        [WaiverReasonMissing] = "Skriv varför förslaget inte kommuniceras.",
        [AlreadyHeard] = "Det är redan gjort.",
        [NotHeard] = "Kommunicera förslaget med verksamheten först, eller anteckna varför det inte görs.",
        [StillHearing] = "Verksamheten får svara till och med {0}.",
        [NoSuchMeeting] = "Välj ett av nämndens sammanträden.",
        [PapersStopPassed] = "Handlingsstoppet har passerat. Det första sammanträdet som går att nå är {0}.",
        [FinalBeforeMeeting] = "Sista dagen för bristerna ska komma efter sammanträdet.",
        [NotTheBoards] = "Ärendet är inte lämnat till ett sammanträde.",
        [NotTheDelegate] = "Beslutet är inte ditt enligt delegationsordningen.",
        [OwnProposal] = "Den som har föreslagit sanktionen beslutar inte om den.",
        [OutcomeMissing] = "Välj vad som beslutades.",
        [MeetingNotHeld] = "Sammanträdet är den {0}.",
        [ParagraphMissing] = "Ange paragrafen eller beslutets nummer.",
        [MeetingMissing] = "Välj ett senare sammanträde.",
        [NothingToApprove] = "Det finns inget att registrera.",
        [BeforeMeeting] = "Dagen ligger före beslutet.",
        [BeforeApproval] = "Anslaget kommer efter justeringen.",
        [NotApproved] = "Paragrafen är inte justerad. Underrättelsen skickas när den är det.",
        [AlreadyNotified] = "Verksamheten är redan underrättad.",
        [NotNotified] = "Verksamheten är inte underrättad om beslutet.",
        [NoMinutes] = "Nämnden har inte beslutat något som det finns protokoll om.",
        [FileMissing] = "Välj minst en fil.",
        [KindMissing] = "Välj ett alternativ.",
        [FindingsRemain] = "Sanktionen kan inte hävas. Brist {0} är inte åtgärdad.",
        [EndingMissing] = "Välj hur den slutar.",
        [MustBeLifted] = "Den hävs av den som beslutade. Föreslå hävning.",
        [NotSettled] = "Beloppet är inte reglerat.",
        [CustomersRemain] = "Det finns kunder kvar, eller så är de inte räknade.",
        [NothingReplacesIt] = "Det finns ingen annan sanktion som ersätter den.",
        [NothingAsked] = "Det finns ingen svarslänk att byta.",
        [NoCharge] = "Det finns inget belopp att anteckna.",
        [NotSent] = "Beloppet är inte skickat till ekonomi.",
        [NoMove] = "Ingen kundflytt pågår.",
        [NumberImpossible] = "Ange ett antal, 0 eller fler.",
    };
}
