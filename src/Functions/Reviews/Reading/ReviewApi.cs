using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Web;

namespace Oversight.Functions.Reviews;

public sealed class ReviewApi(ReviewSubject subject, ReviewLists lists)
{
    [Function("ReviewApi_List")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/reviews")] HttpRequest request,
        CancellationToken cancellation) =>
        ApiResult.Json(new ListPage<ReviewSummary>(
            [.. (await lists.ForAsync(request.User(), cancellation)).Select(ReviewSummary.Of)], null));

    [Function("ReviewApi_Read")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/reviews/{id:length(27)}")]
        HttpRequest request,
        string id, CancellationToken cancellation) =>
        await subject.OpenAsync(request, id, cancellation) switch
        {
            Opening<OpenReview>.Opened { Subject: var open } =>
                ApiResult.Json(await subject.DescribeAsync(open, cancellation), open.Head.Version),
            Opening<OpenReview>.Missing => Problems.NotFound(),
            _ => Problems.Forbidden(),
        };
}

internal sealed class ReviewApiDescription : IApiDescription
{
    public IEnumerable<ApiOperation> Operations =>
    [
        new("ReviewApi_List", "Granskningarna i de egna nämnderna.", Response: typeof(ListPage<ReviewSummary>)),
        new("ReviewApi_Read", "En granskning med bedömningar och brister.", Response: typeof(ReviewDetails)),
    ];
    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["ReviewSummary.id"] = "Granskningens id.",
        ["ReviewSummary.reference"] = "Granskningens referens, som människor läser den.",
        ["ReviewSummary.status"] = "Hur långt granskningen har kommit.",
        ["ReviewSummary.kind"] = "Planerad eller påkallad.",
        ["ReviewSummary.unit"] = "Enheten som granskas.",
        ["ReviewSummary.notBefore"] = "Första dagen som granskningen kan börja.",
        ["ReviewSummary.planYear"] = "Årsplanen den är planerad i; saknas för en påkallad.",
        ["ReviewSummary.openedOn"] = "Dagen då granskningen öppnades.",
        ["ReviewSummary.startedOn"] = "Dagen då en ansvarig granskare började.",
        ["ReviewDetails.id"] = "Granskningens id.",
        ["ReviewDetails.reference"] = "Granskningens referens, som människor läser den.",
        ["ReviewDetails.status"] = "Hur långt granskningen har kommit.",
        ["ReviewDetails.kind"] = "Planerad eller påkallad.",
        ["ReviewDetails.unit"] = "Enheten som granskas.",
        ["ReviewDetails.notBefore"] = "Första dagen som granskningen kan börja.",
        ["ReviewDetails.planYear"] = "Årsplanen den är planerad i; saknas för en påkallad.",
        ["ReviewDetails.openedOn"] = "Dagen då granskningen öppnades.",
        ["ReviewDetails.startedOn"] = "Dagen då en ansvarig granskare började.",
        ["ReviewSummary.unannounced"] = "Sant när besöket är oanmält.",
        ["ReviewSummary.findings"] = "Antalet brister.",
        ["ReviewSummary.openFindings"] = "Antalet brister som inte är åtgärdade eller inaktuella.",
        ["ReviewSummary.waits"] = "Det som granskningen väntar på.",
        ["ReviewDetails.version"] = "Granskningens version, för If-Match.",
        ["ReviewDetails.concerns"] = "Antalet synpunkter bakom granskningen.",
        ["ReviewDetails.reporters"] = "Antalet olika personer som har lämnat dem.",
        ["ReviewDetails.requirements"] = "Kraven i omfattningen.",
        ["ReviewDetails.judgements"] = "Bedömningen av varje krav.",
        ["ReviewDetails.findings"] = "Bristerna, allvarligast först.",
        ["ReviewDetails.reportVersion"] = "Den fastställda rapportens version.",
        ["ReviewDetails.reportedOn"] = "Dagen då rapporten fastställdes.",
        ["ReviewDetails.actionPlanUntil"] = "Sista dagen för åtgärdsplanen.",
        ["ReviewDetails.actionPlanApprovedOn"] = "Dagen då åtgärdsplanen godkändes.",
        ["ReviewDetails.caseNumber"] = "Ärendets diarienummer. Saknas tills registratorn har öppnat ärendet.",
        ["TakenOverReviews.reviews"] = "Granskningarna som togs över.",
        ["ReviewDetails.ending"] = "Hur granskningen slutade.",
        ["ReviewDetails.pausedOn"] = "Dagen då granskningen pausades; saknas när den inte är pausad.",
        ["ReviewDetails.finalDate"] = "Sista dagen för alla brister, med uppföljning och kontroll.",
        ["ReviewDetails.followUps"] = "Uppföljningarna som är gjorda.",
        ["ReviewDetails.follows"] = "Granskningen som den här följer på.",
        ["ReviewDetails.successor"] = "Den efterföljande granskningen.",
        ["ReviewDetails.proposesSuccessor"] = "Sant när brister kvarstår efter den sista dagen.",
        ["ReviewDetails.remaining"] = "Koderna för det som återstår innan granskningen kan avslutas.",
        ["FinalDateDetails.day"] = "Sista dagen för alla brister.",
        ["FinalDateDetails.followUpOn"] = "Dagen för uppföljningen, före den sista dagen.",
        ["FinalDateDetails.checkOn"] = "Dagen för kontrollen, efter den sista dagen.",
        ["FinalDateDetails.isDecided"] = "Sant när dagen är beslutad med en sanktion.",
        ["FinalDateDetails.isOver"] = "Sant när uppföljningen är klar.",
        ["FollowUpDetails.number"] = "Uppföljningens nummer i granskningen.",
        ["FollowUpDetails.kind"] = "Uppföljning före den sista dagen, eller kontroll efter den.",
        ["FollowUpDetails.on"] = "Dagen då den gjordes.",
        ["FollowUpDetails.method"] = "Metoden, en kod ur kodlistan.",
        ["FollowUpDetails.result"] = "Den samlade bedömningen.",
        ["FollowUpDetails.findings"] = "Vad den visar om varje brist.",
        ["FollowedFindingDetails.finding"] = "Bristens nummer.",
        ["FollowedFindingDetails.before"] = "Läget före uppföljningen.",
        ["FollowedFindingDetails.now"] = "Läget nu.",
        ["FollowedFindingDetails.evidence"] = "Vad som visar det.",
        ["FollowedFindingDetails.isEnough"] = "Sant när det som är visat räcker.",
        ["ReviewWait.what"] = "Vad som väntas.",
        ["ReviewWait.until"] = "Sista dagen; saknas när ingen dag är satt.",
        ["ReviewWait.isDue"] = "Sant när dagen har kommit eller passerat.",
        ["ReviewedUnit.unitId"] = "Enhetens id.",
        ["ReviewedUnit.providerId"] = "Anordnarens id.",
        ["ReviewedUnit.agreementId"] = "Avtalets id.",
        ["ReviewedUnit.board"] = "Nämnden.",
        ["ReviewedUnit.name"] = "Enhetens namn när granskningen öppnades.",
        ["ReviewedUnit.providerName"] = "Anordnarens namn när granskningen öppnades.",
        ["JudgementDetails.requirement"] = "Kravet.",
        ["JudgementDetails.fulfilment"] = "Bedömningen.",
        ["JudgementDetails.sampleMet"] = "Antal i stickprovet som uppfyller kravet.",
        ["JudgementDetails.sampleTaken"] = "Antal i stickprovet.",
        ["JudgementDetails.source"] = "Källan, en kod ur kodlistan.",
        ["JudgementDetails.evidence"] = "Iakttagelsen.",
        ["ReviewDetails.interviews"] = "Hur många samtal som har förts, efter vem de fördes med.",
        ["ReviewDetails.sources"] = "Underlagen, utom de som är borttagna.",
        ["SourceDetails.number"] = "Underlagets nummer i granskningen.",
        ["SourceDetails.kind"] = "Slaget, en kod ur kodlistan.",
        ["SourceDetails.what"] = "Vad underlaget är.",
        ["SourceDetails.origin"] = "Var det kommer från.",
        ["SourceDetails.from"] = "Dagen som det är från.",
        ["SourceDetails.hasFile"] = "Sant när underlaget har en fil.",
        ["InterviewCount.kind"] = "Vem samtalen fördes med.",
        ["InterviewCount.count"] = "Antal samtal.",
        ["FindingDetails.number"] = "Bristens nummer i granskningen.",
        ["FindingDetails.requirement"] = "Kravet som inte är uppfyllt.",
        ["FindingDetails.category"] = "Kategorin, en kod ur kodlistan.",
        ["FindingDetails.severity"] = "Allvarligheten, 1–4.",
        ["FindingDetails.affected"] = "Antal berörda kunder; saknas när det inte är känt.",
        ["FindingDetails.causeOf"] = "Numret på den brist som den bidrar till.",
        ["FindingDetails.status"] = "Vad som har blivit av bristen.",
        ["FindingDetails.text"] = "Bristen i ord.",
        ["FindingDetails.consequence"] = "Följden för kunderna.",
    };
}
