using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Oversight.Functions.Answers;
using Oversight.Functions.Assignments;
using Oversight.Functions.Boards;
using Oversight.Functions.Dialogues;
using Oversight.Functions.Diary;
using Oversight.Functions.Documents;
using Oversight.Functions.Concerns;
using Oversight.Functions.Home;
using Oversight.Functions.Judgements;
using Oversight.Functions.Maintenance;
using Oversight.Functions.Providers;
using Oversight.Functions.Planning;
using Oversight.Functions.Referrals;
using Oversight.Functions.Reviews;
using Oversight.Functions.Risk;
using Oversight.Functions.Sanctions;
using Oversight.Functions.Search;
using Oversight.Functions.Settings;
using Oversight.Functions.Messaging;
using Oversight.Functions.MorningLetters;
using Oversight.Functions.Notifications;
using Oversight.Functions.Operations;
using Oversight.Functions.Storage;
using Oversight.Functions.Substitutions;
using Oversight.Functions.Surveys;
using Oversight.Functions.Telemetry;
using Oversight.Functions.Texts;
using Oversight.Functions.Waiting;
using Oversight.Functions.WeeklyList;
using Oversight.Functions.Web;

namespace Oversight.Functions;

/// <summary>
/// Everything the application registers; the local host and the official worker call the same two methods.
/// </summary>
public static class OversightServices
{
    public static IServiceCollection AddOversight(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddClock()
            .AddTelemetry(configuration)
            .AddSettings(configuration)
            .AddStorage(configuration)
            .AddMessaging(configuration)
            .AddMaintenance()
            .AddWaiting(configuration)
            .AddTexts()
            .AddProviders()
            .AddConcerns()
            .AddDocuments()
            .AddRisk()
            .AddJudgements()
            .AddPlanning()
            .AddReviews()
            .AddNotifications()
            .AddAnswers()
            .AddDiary()
            .AddSubstitutions()
            .AddAssignments()
            .AddSanctions()
            .AddBoards()
            .AddWeeklyList()
            .AddReferrals()
            .AddSurveys()
            .AddDialogues()
            .AddSearch()
            .AddOperations()
            .AddWeb()
            .AddHome()
            .AddMorningLetters();

    private static IServiceCollection AddClock(this IServiceCollection services)
    {
#pragma warning disable RS0030 // This is where the domain clock comes in, unless somebody gave one that can be moved.
        services.TryAddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        return services;
    }

    /// <summary>Middleware, outermost first.</summary>
    public static IFunctionsWorkerApplicationBuilder UseOversight(this IFunctionsWorkerApplicationBuilder builder) =>
        builder.UseWeb();
}
