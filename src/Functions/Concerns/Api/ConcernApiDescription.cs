using Oversight.Functions.Web;

namespace Oversight.Functions.Concerns;

internal sealed class ConcernApiDescription : IApiDescription
{
    public IEnumerable<ApiOperation> Operations =>
    [
        new("Concerns_ApiList", "Listar synpunkter i dina nämnder, nyast först.", null,
            typeof(ListPage<ConcernSummary>))
        {
            Query =
            [
                new ApiQuery("board", "Bara den nämnden.", typeof(string)),
                new ApiQuery("status", "Bara det läget: received, assessed, awaitingDecision, decided eller withdrawn.",
                    typeof(string)),
                new ApiQuery("page", "Nästa sida: värdet i nextPage.", typeof(string)),
            ],
        },
        new("Concerns_ApiMine", "Listar dina egna synpunkter, nyast först.", null, typeof(ListPage<ConcernSummary>))
        {
            Query = [new ApiQuery("page", "Nästa sida: värdet i nextPage.", typeof(string))],
        },
        new("Concerns_ApiGet", "Hämtar en synpunkt.", null, typeof(ConcernDetails)),
        new("Concerns_ApiAssessment", "Hämtar bedömningen som gäller.", null, typeof(AssessmentDetails)),
        new("Concerns_ApiDecision", "Hämtar beslutet om en påkallad granskning.", null, typeof(DecisionDetails)),
    ];

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["ConcernDetails.status"] = "Läget: mottagen, bedömd, väntar på beslut, beslutad eller återkallad.",
        ["text"] = "Vad som har hänt, maskerat där det är maskerat. Utelämnas när texten är gallrad.",
        ["unknownProvider"] = "Beskrivning av anordnaren när den inte finns i registret.",
        ["occurred"] = "När det hände.",
        ["precision"] = "Hur säkert datumet är.",
        ["first"] = "Dagen, eller månadens första dag.",
        ["consequence"] = "Konsekvensen, en kod ur kodlistan.",
        ["caseReference"] = "Rapportörens ärendereferens. Bara för rapportören och den som bedömer.",
        ["registeredBy"] = "Vem som registrerade. Utelämnas för den som inte får se det.",
        ["registeredFor"] = "Vem synpunkten kommer från, om det är någon annan.",
        ["receivedAt"] = "När den togs emot.",
        ["assessment"] = "Bedömningen som gäller. Utelämnas innan synpunkten är bedömd.",
        ["decision"] = "Beslutet om påkallad granskning.",
        ["reviewOutcome"] = "Hur granskningen slutade som synpunkten var en anledning till.",
        ["dialogueOutcome"] = "Vad det blev av synpunkten på en kvalitetsdialog.",
        ["DialogueOutcome.on"] = "Dagen då det antecknades att synpunkten har tagits upp.",
        ["DialogueOutcome.became"] = "Vad det blev av det. Utelämnas när texten är gallrad.",
        ["ReviewOutcome.on"] = "Dagen då granskningen avslutades.",
        ["ReviewOutcome.decided"] = "Vad som beslutades. Utelämnas när texten är gallrad.",
        ["ReviewOutcome.became"] = "Vad det blev av det. Utelämnas när texten är gallrad.",
        ["attachments"] = "Bilagorna.",
        ["links"] = "Kopplingar till andra synpunkter. Utelämnas för den som inte läser synpunkter.",
        ["ConcernDetails.steps"] = "Vad som har hänt och när.",
        ["ConcernSummary.steps"] = "Vad som har hänt och när.",
        ["AssessmentDetails.number"] = "Vilken bedömning i ordningen det är.",
        ["AssessmentDetails.kind"] = "Typen, en kod ur kodlistan.",
        ["category"] = "Kategorin, en kod ur kodlistan.",
        ["AssessmentDetails.area"] = "Kvalitetsområdet enligt LSS, en kod ur kodlistan.",
        ["outcome"] = "Vad bedömningen ledde till.",
        ["AssessmentDetails.severity"] = "Allvarlighet, 1–4.",
        ["ConcernSummary.severity"] = "Allvarlighet, 1–4. Utelämnas innan synpunkten är bedömd.",
        ["approved"] = "Sant när granskningen ska göras.",
        ["scopeHint"] = "Vad granskningen särskilt ska se på.",
        ["decidedBy"] = "Den som beslutade, med namn.",
        ["decidedAs"] = "Titeln som beslutet fattades i.",
        ["possibleDuplicate"] = "Sant när en tidigare synpunkt har samma innehåll.",
        ["href"] = "Adressen där filen hämtas av en inloggad person.",
        ["other"] = "Den andra synpunktens id.",
        ["heldBy"] = "Vem som arbetar med synpunkten. Utelämnas när ingen har tagit den, och för rapportören.",
        ["HolderDetails.userId"] = "Personens id i Entra.",
        ["HolderDetails.name"] = "Personens namn. Utelämnas när det är gallrat.",
        ["since"] = "Dagen då personen tog synpunkten eller fick den.",
        ["AttachmentDetails.type"] = "Filens typ efter sitt innehåll.",
        ["AttachmentDetails.name"] = "Filens namn.",
    };
}
