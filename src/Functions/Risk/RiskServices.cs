using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Web;

namespace Oversight.Functions.Risk;

public static class RiskServices
{
    public static IServiceCollection AddRisk(this IServiceCollection services) => services
        .AddSingleton<RiskReader>()
        .AddSingleton<IRefusalTexts, RiskRefusalTexts>()
        .AddSingleton<IApiDescription, RiskApiDescription>();
}
