using Microsoft.Extensions.DependencyInjection;

namespace Oversight.Local.Demonstration;

public static class DemonstrationServices
{
    /// <summary>Beside the application's own services.</summary>
    public static IServiceCollection AddDemonstration(this IServiceCollection services) => services
        .AddSingleton<DemonstrationWriter>().AddSingleton<DemonstrationSteps>()
        .AddSingleton<DemonstrationReviews>().AddSingleton<DemonstrationJoint>().AddSingleton<DemonstrationIvo>()
        .AddSingleton<DemonstrationSanctions>().AddSingleton<DemonstrationDialogues>()
        .AddSingleton<DemonstrationSurveys>()
        .AddSingleton<MunicipalityDemonstration>();
}
