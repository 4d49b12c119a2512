using Oversight.Functions.Web;

namespace Oversight.Functions.Concerns;

internal sealed class ConcernApiDescription : IApiDescription
{
    public IEnumerable<ApiOperation> Operations =>
    [
        new("Concerns_ApiReport", "Registrerar en synpunkt. Bilagor skickas i JSON (små) eller som multipart/form-data.", typeof(ConcernRequest), typeof(ConcernReceipt))
        {
            Status = 201,
            TakesKey = true,
            RequestContentTypes = ["multipart/form-data"],
        },
        new("Concerns_ApiList", "Listar synpunkter i dina nämnder, nyast först.", null, typeof(ListPage<ConcernSummary>))
        {
            Query =
            [
                new ApiQuery("board", "Bara den nämnden.", typeof(string)),
                new ApiQuery("status", "Bara det läget: received, assessed, awaitingDecision, decided eller withdrawn.", typeof(string)),
                new ApiQuery("page", "Nästa sida: värdet i nextPage.", typeof(string)),
            ],
        },
        new("Concerns_ApiMine", "Listar dina egna synpunkter, nyast först.", null, typeof(ListPage<ConcernSummary>))
        {
            Query = [new ApiQuery("page", "Nästa sida: värdet i nextPage.", typeof(string))],
        },
        new("Concerns_ApiGet", "Hämtar en synpunkt.", null, typeof(ConcernDetails)),
        new("Concerns_ApiAssessment", "Hämtar bedömningen som gäller.", null, typeof(AssessmentDetails)),
        new("Concerns_ApiAssess", "Bedömer en synpunkt, första gången eller på nytt.", typeof(AssessmentRequest), typeof(AssessmentDetails))
        {
            TakesVersion = true,
            TakesKey = true,
        },
        Change("Concerns_ApiMove", "Flyttar en synpunkt till en annan enhet, eller till en nämnd när anordnaren är okänd. 204 när den lämnar dina nämnder.", typeof(MoveRequest)),
        Change("Concerns_ApiLinkToUnit", "Kopplar en synpunkt om en okänd anordnare till enheten.", typeof(UnitLinkRequest)),
        Change("Concerns_ApiLink", "Kopplar synpunkten till en annan i samma nämnd.", typeof(ConcernLinkRequest)),
        Change("Concerns_ApiUnlink", "Tar bort kopplingen till en annan synpunkt.", null),
        Change("Concerns_ApiWithdraw", "Återkallar en synpunkt som du har registrerat.", typeof(WithdrawalRequest)),
        Change("Concerns_ApiCorrect", "Rättar en synpunkt. Det som utelämnas står kvar.", typeof(CorrectionRequest)),
        Change("Concerns_ApiMask", "Maskerar ord i synpunktens text.", typeof(MaskRequest)),
        new("Concerns_ApiDecision", "Hämtar beslutet om en påkallad granskning.", null, typeof(DecisionDetails)),
        Change("Concerns_ApiDecide", "Enhetschefen beslutar om en föreslagen påkallad granskning.", typeof(DecisionRequest)),
    ];

    private static ApiOperation Change(string function, string summary, Type? request) =>
        new(function, summary, request, typeof(ConcernDetails)) { TakesVersion = true, TakesKey = true };
}
