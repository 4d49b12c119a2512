using Oversight.Functions.Web;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews;

internal sealed class ReviewRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [ReviewRefusals.NotInThisState] = "Det går inte att göra i det läge som granskningen är i nu.",
        [ReviewRefusals.NotAReviewer] = "Bara granskningens egna granskare kan göra det. Bli medgranskare först.",
        [ReviewRefusals.AlreadyReviewer] = "Du är redan granskare.",
        [ReviewRefusals.InConflict] = "Du har anmält jäv och kan inte delta i granskningen.",
        [ReviewRefusals.TooEarly] = "Granskningen är planerad att börja tidigast {0}.",
        [ReviewRefusals.NoConcerns] = "Välj minst en synpunkt.",
        [ReviewRefusals.NoRequirements] = "Välj minst ett krav.",
        [ReviewRefusals.NoMethods] = "Välj minst en metod.",
        [ReviewRefusals.UnknownCode] = "Valet finns inte i listan.",
        [ReviewRefusals.CodeMissing] = "Välj ett alternativ.",
        [ReviewRefusals.DayMissing] = "Ange dagen.",
        [ReviewRefusals.DayInFuture] = "Dagen kan inte ligga i framtiden.",
        [ReviewRefusals.DayTooEarly] = "Dagen är för tidig.",
        [ReviewRefusals.OutOfScope] = "Kravet hör inte till granskningens omfattning.",
        [ReviewRefusals.FulfilmentMissing] = "Välj en bedömning.",
        [ReviewRefusals.EvidenceMissing] = "Skriv vad bedömningen bygger på.",
        [ReviewRefusals.SampleIncomplete] = "Ange både antal som uppfyller kravet och antal granskade.",
        [ReviewRefusals.SampleImpossible] = "Antalet som uppfyller kravet kan inte vara fler än de granskade.",
        [ReviewRefusals.PhotoMissing] = "Välj minst en bild.",
        [ReviewRefusals.NoPhoto] = "Fil {0} är inte en hel bild i JPEG eller PNG.",
        [ReviewRefusals.CustomersInPhoto] = "Bekräfta att inga kunder syns på bilden.",
        [ReviewRefusals.RequirementIsMet] =
            "En brist gäller ett krav som är bedömt som ej uppfyllt eller ej fullt ut uppfyllt.",
        [ReviewRefusals.SeverityMissing] = "Välj allvarlighet.",
        [ReviewRefusals.NumberImpossible] = "Antalet kan inte vara negativt.",
        [ReviewRefusals.NoSuchFinding] = "Välj en av granskningens brister.",
        [ReviewRefusals.CauseInCircle] = "Bristerna skulle bli orsak till varandra i en cirkel.",
        [ReviewRefusals.StatusMissing] = "Välj bristens läge.",
        [ReviewRefusals.NothingChanged] = "Inget är ändrat.",
        [ReviewRefusals.FindingIsClosed] = "Bristen är åtgärdad eller inaktuell och behöver ingen åtgärd.",
        [ReviewRefusals.NoSuchSupplement] = "Välj en begäran som inte är besvarad.",
        [ReviewRefusals.IsSealed] = "Granskningen är spärrad. Inget skickas till anordnaren förrän spärren är hävd.",
        [ReviewRefusals.AlreadySealed] = "Granskningen är redan spärrad.",
        [ReviewRefusals.NotSealed] = "Granskningen är inte spärrad.",
        [ReviewRefusals.CommentsCalledOff] =
            "Kommuniceringen är återkallad. Ta tillbaka utkastet och kommunicera det på nytt, eller avstå med ett "
                + "skäl.",
        [ReviewRefusals.MedicalReviewerMissing] =
            "Granskningen gäller krav enligt hälso- och sjukvårdslagen. Anteckna först vilken MAS eller MAR som "
                + "medverkar.",
        [ReviewRefusals.MedicalReviewerUnnamed] = "Skriv namnet på en MAS eller en MAR.",
        [ReviewRefusals.HslDoesNotApply] =
            "Krav enligt hälso- och sjukvårdslagen kan bara väljas för en enhet med insatser enligt den lagen.",
        [ReviewRefusals.OtherAgreementForm] =
            "Kravet gäller en annan avtalsform än enhetens: {0}.",
        [ReviewRefusals.OtherAct] =
            "Kravet gäller insatser enligt en annan lag än enhetens: {0}.",
        [ReviewRefusals.NoSuchSource] = "Välj ett av granskningens underlag.",
        [ReviewRefusals.Unjudged] = "Alla krav är inte bedömda. {0} krav återstår.",
        [ReviewRefusals.WithoutFinding] = "Alla krav som inte är uppfyllda har inte en brist. {0} krav återstår.",
        [ReviewRefusals.NothingAsked] = "Välj något som verksamheten har fått frågan om och inte har svarat på.",
        [ReviewRefusals.NoCase] =
            "Ärendet har inget diarienummer. Registratorn öppnar ärendet innan något skickas till verksamheten.",
        [ReviewRefusals.NoVisitToAnnounce] = "Omfattningen har inget aviserat besök som ligger framåt i tiden.",
        [ReviewRefusals.NotRead] = "Utkastet ska läsas av en annan granskare först, så som det är bedömt nu.",
        [ReviewRefusals.OwnDraft] = "En annan granskare än författaren läser utkastet.",
        [ReviewRefusals.WaiverReasonMissing] = "Skriv varför utkastet inte kommuniceras.",
        [ReviewRefusals.StillCommenting] = "Tiden för synpunkter är inte slut. Sista dagen är {0}.",
        [ReviewRefusals.NoSuchComment] = "Välj en synpunkt som inte är besvarad.",
        [ReviewRefusals.CommentUnanswered] = "Svara på verksamhetens synpunkter innan rapporten fastställs.",
        [ReviewRefusals.SupplementAwaited] = "En komplettering väntas fortfarande.",
        [ReviewRefusals.NothingRemains] = "Det finns ingen brist som kvarstår.",
        [ReviewRefusals.WithoutMeasure] = "Varje brist som kvarstår behöver en åtgärd. Det saknas för brist {0}.",
        [ReviewRefusals.NotTheLead] = "Bara den ansvariga granskaren kan göra det.",
        [ReviewRefusals.AlreadyJoint] = "Granskningen är redan gemensam med en annan nämnd.",
        [ReviewRefusals.NotJoint] = "Granskningen är inte gemensam med en annan nämnd.",
        [ReviewRefusals.SealedFromOthers] =
            "Granskningen är spärrad. Inget lämnas till en annan nämnd förrän spärren är hävd.",
        [ReviewRefusals.NoUnitOfOther] = "Välj en enhet som drivs av samma organisation och hör till en annan nämnd.",
        [ReviewRefusals.SameBoard] = "Enheten hör till den egna nämnden.",
        [ReviewRefusals.OtherProvider] = "Enheten drivs av en annan organisation.",
        [ReviewRefusals.AlreadyShared] = "Bristen är redan känd hos den andra nämnden.",
        [ReviewRefusals.NumberToOthers] =
            "Texten innehåller något som ser ut som ett personnummer. Ta bort det: sådant lämnas inte till en annan "
                + "nämnd.",
        [ReviewRefusals.SanctionOpen] = "Granskningen kan inte avslutas. {0} sanktioner eller åtgärdskrav pågår.",
        [ReviewRefusals.IvoPositionOpen] =
            "Granskningen kan inte avslutas. {0} ställningstaganden till en anmälan till IVO är inte klara.",
        [ReviewRefusals.ReferralOpen] = "Granskningen kan inte avslutas. {0} överlämnanden är inte klara.",
        [ReviewRefusals.ReferralMissing] =
            "Granskningen kan inte avslutas. En misstanke är markerad (spärr), och ingen har sedan dess beslutat om "
                + "uppgifter ska överlämnas till en annan myndighet. Föreslå ett överlämnande, så fattas beslutet där.",
        [ReviewRefusals.IvoQuestionIsOpen] =
            "Frågan om en anmälan till IVO är redan väckt och väntar på ett ställningstagande.",
        [ReviewRefusals.OtherRecipients] = "Den lagen gäller inte för den myndighet som är vald. Välj en annan grund.",
        [ReviewRefusals.ClientsBySecrecy] =
            "Med den grunden får inga uppgifter om kunder lämnas (26 kap. 1–6 §§ offentlighets- och sekretesslagen). "
                + "Ta bort dem eller välj en annan grund.",
        [ReviewRefusals.PenaltyUnconfirmed] =
            "Med den grunden får uppgifter lämnas bara om brottet ger minst sex månaders fängelse. Bekräfta det eller "
                + "välj en annan grund.",
        [ReviewRefusals.FindingsRemain] = "Granskningen kan inte avslutas. {0} brister är inte åtgärdade.",
    };
}
