using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Settings;
using Oversight.Functions.Web;

namespace Oversight.Functions.Risk;

/// <summary><em>Så räknas risken</em>: the model of the day in half a page.</summary>
public sealed class RiskExplanationPages(SettingsProvider settings, StockholmTime time)
{
    [Function("RiskPages_Explanation")]
    [Requires(Permission.ReadRisk)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "risk/sa-raknas-risken")]
        HttpRequest request,
        CancellationToken cancellation) => Pages.Show<RiskExplanationPage>(
            new { Model = (await settings.GetAsync(cancellation)).Settings.RiskModelOn(time.Today()) });
}
