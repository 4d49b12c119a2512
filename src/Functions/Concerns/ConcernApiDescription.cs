using Oversight.Functions.Web;

namespace Oversight.Functions.Concerns;

internal sealed class ConcernApiDescription : IApiDescription
{
    public IEnumerable<ApiOperation> Operations =>
    [
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
        new("Concerns_ApiDecision", "Hämtar beslutet om en påkallad granskning.", null, typeof(DecisionDetails)),
    ];
}
