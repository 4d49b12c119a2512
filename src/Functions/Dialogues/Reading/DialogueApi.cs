using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Web;

namespace Oversight.Functions.Dialogues.Reading;

public sealed class DialogueApi(DialogueDesk desk, DialogueDetailReader details)
{
    [Function("DialogueApi_List")]
    [Requires(Permission.ReadDialogues)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/dialogues")] HttpRequest request,
        CancellationToken cancellation) =>
        ApiResult.Json(new ListPage<DialogueSummary>(
            [.. (await desk.ListAsync(request.User(), cancellation)).Select(DialogueSummary.Of)], null));

    [Function("DialogueApi_Read")]
    [Requires(Permission.ReadDialogues)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/dialogues/{id:length(27)}")]
        HttpRequest request, string id, CancellationToken cancellation) =>
        await desk.OpenAsync(request.User(), id, cancellation) switch
        {
            Opening<OpenDialogue>.Opened { Subject: var open } =>
                ApiResult.Json(await details.OfAsync(open, cancellation), open.Head.Version),
            Opening<OpenDialogue>.Missing => Problems.NotFound(),
            _ => Problems.Forbidden(),
        };
}

internal sealed class DialogueApiDescription : IApiDescription
{
    public IEnumerable<ApiOperation> Operations =>
    [
        new("DialogueApi_List", "Dialogserierna i de egna nämnderna, de som pågår först.",
            Response: typeof(ListPage<DialogueSummary>)),
        new("DialogueApi_Read", "En dialogserie med möten och utvecklingsområden.",
            Response: typeof(DialogueDetails)),
    ];

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["DialogueSummary.id"] = "Dialogseriens id.",
        ["DialogueSummary.board"] = "Nämnden.",
        ["DialogueSummary.area"] = "Avtalsområdet, en kod ur kodlistan.",
        ["DialogueSummary.name"] = "Seriens namn.",
        ["DialogueSummary.status"] = "Om serien pågår eller är avslutad.",
        ["DialogueSummary.participants"] = "Antal enheter som deltar.",
        ["DialogueSummary.nextOn"] = "Dagen för nästa planerade möte; saknas när inget är planerat.",
        ["DialogueSummary.openAreas"] = "Antal öppna utvecklingsområden.",
        ["DialogueDetails.id"] = "Dialogseriens id.",
        ["DialogueDetails.version"] = "Seriens version, för If-Match.",
        ["DialogueDetails.board"] = "Nämnden.",
        ["DialogueDetails.area"] = "Avtalsområdet, en kod ur kodlistan.",
        ["DialogueDetails.name"] = "Seriens namn.",
        ["DialogueDetails.status"] = "Om serien pågår eller är avslutad.",
        ["DialogueDetails.lead"] = "Samordnarens namn.",
        ["DialogueDetails.participants"] = "Enheterna som deltar.",
        ["DialogueDetails.occasions"] = "Mötena, det första först.",
        ["DialogueDetails.developmentAreas"] = "Utvecklingsområdena, det första först.",
        ["DialogueParticipant.unitId"] = "Enhetens id.",
        ["DialogueParticipant.name"] = "Enhetens namn.",
        ["DialogueParticipant.providerId"] = "Anordnarens id.",
        ["DialogueParticipant.providerName"] = "Anordnarens namn.",
        ["OccasionDetails.number"] = "Mötets nummer i serien.",
        ["OccasionDetails.status"] = "Om mötet är planerat, genomfört eller inställt.",
        ["OccasionDetails.on"] = "Dagen.",
        ["OccasionDetails.from"] = "När det börjar, svensk tid.",
        ["OccasionDetails.until"] = "När det slutar, svensk tid.",
        ["OccasionDetails.place"] = "Platsen, eller länken till videomötet.",
        ["OccasionDetails.with"] = "Den enda enhet som mötet är med; saknas när det är för alla.",
        ["OccasionDetails.invited"] = "Antal enheter som har fått kallelsen.",
        ["OccasionDetails.points"] = "Egna punkter på dagordningen.",
        ["OccasionDetails.notes"] = "Anteckningarna.",
        ["OccasionDetails.attended"] = "Enheterna som var med.",
        ["OccasionDetails.takenUp"] = "Referenser till synpunkterna som togs upp och som du läser.",
        ["OccasionDetails.minutesOn"] = "Dagen då minnesanteckningarna fastställdes.",
        ["AgendaPointDetails.number"] = "Punktens nummer.",
        ["AgendaPointDetails.what"] = "Vad punkten gäller.",
        ["NoteDetails.on"] = "Dagen för anteckningen.",
        ["NoteDetails.point"] = "Punkten som anteckningen hör till; saknas när den gäller mötet.",
        ["NoteDetails.words"] = "Anteckningen.",
        ["DevelopmentAreaDetails.number"] = "Utvecklingsområdets nummer.",
        ["DevelopmentAreaDetails.what"] = "Vad som ska utvecklas.",
        ["DevelopmentAreaDetails.owner"] = "Vem som ansvarar.",
        ["DevelopmentAreaDetails.until"] = "Sista dagen som den är nu.",
        ["DevelopmentAreaDetails.status"] = "Om området är öppet, uppnått eller avfört.",
        ["DevelopmentAreaDetails.with"] = "Den enda enhet som det är överenskommet med; saknas när det är allas.",
        ["DevelopmentAreaDetails.steps"] = "Vad som har hänt med området, i ordning.",
        ["AreaStepDetails.on"] = "Dagen.",
        ["AreaStepDetails.occasion"] = "Mötets nummer; saknas när det hände mellan två möten.",
        ["AreaStepDetails.outcome"] = "Hur det har gått; saknas i det första steget, då det kom överens om.",
        ["AreaStepDetails.until"] = "Sista dagen från och med då.",
        ["AreaStepDetails.words"] = "Vad som antecknades.",
    };
}
