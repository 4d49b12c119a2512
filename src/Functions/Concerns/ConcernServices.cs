using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Attachments;
using Oversight.Functions.Concerns.Decisions;
using Oversight.Functions.Concerns.Reporting;
using Oversight.Functions.Concerns.Together;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Providers.Chronicle;
using Oversight.Functions.Providers.Pages;
using Oversight.Functions.Search;
using Oversight.Functions.Storage;
using Oversight.Functions.Waiting;
using Oversight.Functions.Web;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Concerns;

public static class ConcernServices
{
    public static IServiceCollection AddConcerns(this IServiceCollection services) => services
        .AddStreamKind(ConcernStream.Kind)
        .AddEffect<DecisionDocuments>()
        .AddWaitingKind(ConcernWaiting.Kind)
        .AddSingleton<ConcernKeys>()
        .AddSingleton<ConcernUnits>()
        .AddSingleton<AttachmentFiles>()
        .AddSingleton<ConcernReporting>()
        .AddSingleton<ReportDraft>()
        .AddSingleton<ConcernDesk>()
        .AddSingleton<ConcernLists>()
        .AddSingleton<ConcernQueue>()
        .AddSingleton<ConcernColleagues>()
        .AddSingleton<MarkedConcerns>()
        .AddSingleton<TogetherForm>()
        .AddSingleton<TogetherAssessing>()
        .AddSingleton<ISearchSource, ConcernSearch>()
        .AddSingleton<DecisionsToDo>()
        .AddSingleton<ConcernTimeline>()
        .AddSingleton<ILookup, UnitLookup>()
        .AddCreation<Report, ReportScene>()
        .AddSubject<ConcernSubject, OpenConcern>()
        .AddSingleton<IToDoSource, ConcernToDo>()
        .AddSingleton<IProviderSection, ProviderConcerns>()
        .AddSingleton<IChronicleSource, ConcernChronicle>()
        .AddSingleton<IRefusalTexts, ConcernRefusalTexts>()
        .AddSingleton<IRefusalTexts, AttachmentRefusalTexts>()
        .AddSingleton<IApiDescription, ConcernApiDescription>();
}
