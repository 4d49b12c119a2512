using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Concerns.Together;
using Oversight.Functions.Operations;
using Oversight.Functions.Providers.Pages;
using Oversight.Functions.Reviews;
using Oversight.Functions.Search;
using Oversight.Functions.Storage;
using Oversight.Functions.Waiting;
using Oversight.Functions.Web;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Referrals;

public static class ReferralServices
{
    public static IServiceCollection AddReferrals(this IServiceCollection services) => services
        .AddSingleton<MatterDoors>()
        .AddSingleton<IConcernMatters, ConcernMatters>()
        .AddStreamKind(IvoStream.Kind)
        .AddWaitingKind(IvoStream.Waiting)
        .AddEffect<IvoOpening>()
        .AddEffect<IvoEnding>()
        .AddEffect<IvoDocuments>()
        .AddSingleton<IvoUnits>()
        .AddSingleton<IvoDesk>()
        .AddSubject<IvoSubject, OpenIvo>()
        .AddCreation<RaiseOfConcern, ConcernScene>()
        .AddSingleton<IRefusalTexts, IvoRefusalTexts>()
        .AddSingleton<IApiDescription, IvoApiDescription>()
        .AddStreamKind(ReferralStream.Kind)
        .AddEffect<ReferralOpening>()
        .AddEffect<ReferralEnding>()
        .AddEffect<ReferralDocuments>()
        .AddSingleton<ReferralDesk>()
        .AddSubject<ReferralSubject, OpenReferral>()
        .AddCreation<ReferralOfConcern, ReferralScene>()
        .AddSingleton<IRefusalTexts, ReferralRefusalTexts>()
        .AddSingleton<IApiDescription, ReferralApiDescription>()
        .AddSingleton<IReviewSection, MatterSections>()
        .AddSingleton<IProviderSection, ProviderPositions>()
        .AddSingleton<ISearchSource, MatterSearch>()
        .AddSingleton<IToDoSource, MatterToDo>();
}
