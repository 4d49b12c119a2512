using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Operations;
using Oversight.Functions.Providers.Pages;
using Oversight.Functions.Reviews;
using Oversight.Functions.Sanctions.Package;
using Oversight.Functions.Sanctions.Reading;
using Oversight.Functions.Search;
using Oversight.Functions.Storage;
using Oversight.Functions.Waiting;
using Oversight.Functions.Web;
using Oversight.Functions.Web.ToDo;
using Oversight.Sanctions;
using Oversight.Waiting;

namespace Oversight.Functions.Sanctions;

public static class SanctionServices
{
    public static IServiceCollection AddSanctions(this IServiceCollection services) => services
        .AddStreamKind(SanctionStream.Kind)
        .AddWaitingKind(new WaitingKind<SanctionState, SanctionCommand, SanctionEvent>
        {
            Stream = SanctionStream.Kind,
            Awaited = SanctionAwaiting.Of,
            CommandFor = (step, _) => step.Name == WaitingStep.PromptName
                ? new SanctionCommand.Prompt(step.What)
                : new SanctionCommand.Remind(step.What),
        })
        .AddEffect<SanctionOpening>()
        .AddEffect<SanctionEnds>()
        .AddEffect<SanctionFinalDates>()
        .AddEffect<SanctionDocuments>()
        .AddSingleton<SanctionGrounds>()
        .AddSingleton<SanctionDesk>()
        .AddSingleton<SanctionModels>()
        .AddSingleton<SanctionChecks>()
        .AddSingleton<BoardPackage>()
        .AddSubject<SanctionSubject, OpenSanction>()
        .AddSingleton<IReviewSection, SanctionSections>()
        .AddSingleton<IProviderSection, ProviderSanctions>()
        .AddSingleton<IToDoSource, SanctionToDo>()
        .AddSingleton<ISearchSource, SanctionSearch>()
        .AddSingleton<IRefusalTexts, SanctionRefusalTexts>()
        .AddSingleton<IApiDescription, SanctionApiDescription>();
}
