using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Web;

namespace Oversight.Functions.Sanctions.Reading;

public sealed class SanctionApi(SanctionDesk desk)
{
    [Function("SanctionApi_List")]
    [Requires(Permission.ReadSanctions)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/sanctions")]
        HttpRequest request, CancellationToken cancellation) =>
        ApiResult.Json(new ListPage<SanctionSummary>(
            [.. (await desk.ListAsync(request.User(), cancellation)).Select(SanctionSummary.Of)], null));

    [Function("SanctionApi_Read")]
    [Requires(Permission.ReadSanctions)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/sanctions/{id:length(27)}")]
        HttpRequest request, string id, CancellationToken cancellation) =>
        await desk.OpenAsync(request, id, cancellation) switch
        {
            Opening<OpenSanction>.Opened { Subject: var open } =>
                ApiResult.Json(SanctionDetails.Of(open), open.Head.Version),
            Opening<OpenSanction>.Missing => Problems.NotFound(),
            _ => Problems.Forbidden(),
        };
}

internal sealed class SanctionApiDescription : IApiDescription
{
    public IEnumerable<ApiOperation> Operations =>
    [
        new("SanctionApi_List", "Sanktionerna i de egna nämnderna, de som inte är beslutade först.",
            Response: typeof(ListPage<SanctionSummary>)),
        new("SanctionApi_Read", "En sanktion.", Response: typeof(SanctionDetails)),
    ];

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["SanctionSummary.id"] = "Sanktionens id.",
        ["SanctionSummary.reference"] = "Referensen som står på sidorna.",
        ["SanctionSummary.reviewId"] = "Granskningen som sanktionen kommer av.",
        ["SanctionSummary.board"] = "Nämnden.",
        ["SanctionSummary.unit"] = "Enheten.",
        ["SanctionSummary.text"] = "Steget i sanktionstrappan, i ord.",
        ["SanctionSummary.status"] = "Hur långt den har kommit.",
        ["SanctionSummary.meeting"] = "Sammanträdet som ska besluta.",
        ["SanctionSummary.finalDate"] = "Sista dagen för bristerna, så som den är beslutad.",
        ["SanctionDetails.id"] = "Sanktionens id.",
        ["SanctionDetails.reference"] = "Referensen som står på sidorna.",
        ["SanctionDetails.version"] = "Sanktionens version, för If-Match.",
        ["SanctionDetails.reviewId"] = "Granskningen som sanktionen kommer av.",
        ["SanctionDetails.board"] = "Nämnden.",
        ["SanctionDetails.unit"] = "Enheten.",
        ["SanctionDetails.provider"] = "Den som driver enheten.",
        ["SanctionDetails.step"] = "Steget i sanktionstrappan.",
        ["SanctionDetails.text"] = "Steget i ord.",
        ["SanctionDetails.status"] = "Hur långt den har kommit.",
        ["SanctionDetails.question"] = "Vad som prövas: beslut, ny sista dag eller hävning.",
        ["SanctionDetails.paperVersion"] = "Tjänsteskrivelsens version. En återremiss ger nästa.",
        ["SanctionDetails.services"] = "Insatserna som den gäller.",
        ["SanctionDetails.meeting"] = "Sammanträdet som har handlingarna.",
        ["SanctionDetails.outcome"] = "Vad som beslutades.",
        ["SanctionDetails.decidedOn"] = "Beslutsdagen.",
        ["SanctionDetails.approvedOn"] = "Dagen då paragrafen justerades.",
        ["SanctionDetails.notifiedOn"] = "Dagen då verksamheten underrättades.",
        ["SanctionDetails.inForceSince"] = "Sedan när den gäller.",
        ["SanctionDetails.finalDate"] = "Sista dagen för bristerna.",
        ["SanctionDetails.until"] = "Sista dagen för en omedelbar åtgärd; saknas för andra.",
        ["SanctionDetails.amount"] = "Beloppet i hela kronor.",
        ["SanctionDetails.customersLeft"] = "Kunder som inte har flyttat; saknas när ingen har räknat.",
        ["SanctionDetails.stopsNewCustomers"] = "Om inga nya kunder får placeras hos enheten.",
        ["SanctionDetails.ending"] = "Hur den slutade.",
    };
}
