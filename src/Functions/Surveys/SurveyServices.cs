using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Operations;
using Oversight.Functions.Providers.Pages;
using Oversight.Functions.Search;
using Oversight.Functions.Storage;
using Oversight.Functions.Surveys.Rounds.Operations;
using Oversight.Functions.Waiting;
using Oversight.Functions.Web;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Surveys;

public static class SurveyServices
{
    public static IServiceCollection AddSurveys(this IServiceCollection services) => services
        .AddStreamKind(SurveyRoundStream.Kind)
        .AddEffect<SurveyReleasing>()
        .AddEffect<SurveyDocuments>()
        .AddSingleton<SurveyableUnits>()
        .AddSingleton<SurveyRoundDesk>()
        .AddSubject<SurveyRoundSubject, OpenSurveyRound>()
        .AddCreation<ComposeSurveyRound, SurveyScene>()
        .AddStreamKind(SurveyStream.Kind)
        .AddWaitingKind(SurveyStream.Waiting)
        .AddSingleton<SurveyDesk>()
        .AddSingleton<SurveyReader>()
        .AddSingleton<NewestSurveys>()
        .AddSingleton<ISearchSource, SurveySearch>()
        .AddSingleton<IProviderSection, ProviderSurveys>()
        .AddSubject<SurveySubject, OpenSurvey>()
        .AddSingleton<IToDoSource, SurveyToDo>()
        .AddSingleton<IRefusalTexts, SurveyRefusalTexts>()
        .AddSingleton<IApiDescription, SurveyApiDescription>();
}
