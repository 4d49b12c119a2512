using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Operations;
using Oversight.Functions.Providers.Chronicle;
using Oversight.Functions.Reviews.Accounts;
using Oversight.Functions.Reviews.Handover;
using Oversight.Functions.Reviews.Registration;
using Oversight.Functions.Reviews.Sources;
using Oversight.Functions.Storage;
using Oversight.Functions.Waiting;
using Oversight.Functions.Web;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Reviews;

public static class ReviewServices
{
    public static IServiceCollection AddReviews(this IServiceCollection services) => services
        .AddStreamKind(ReviewStream.Kind)
        .AddWaitingKind(ReviewWaiting.Kind)
        .AddEffect<ReviewDocuments>()
        .AddEffect<TriggeredReviewOpening>()
        .AddEffect<PlannedReviewOpening>()
        .AddEffect<SealedConcerns>()
        .AddEffect<SealedReasons>()
        .AddSingleton<ReviewDesk>()
        .AddSingleton<ReviewReasons>()
        .AddSingleton<ReviewLists>()
        .AddSingleton<ReviewTimeline>()
        .AddSingleton<IChronicleSource, ReviewChronicle>()
        .AddSingleton<UnitBackgrounds>()
        .AddSingleton<IReviewSection, SourceSections>()
        .AddSubject<ReviewSubject, OpenReview>()
        .AddSingleton<ReviewCases>()
        .AddSubject<ReviewCaseSubject, OpenReviewCase>()
        .AddCreation<TakeOverAll, HandoverScene>()
        .AddSingleton<ReviewAccounts>()
        .AddCreation<Account, AccountScene>()
        .AddSingleton<IRefusalTexts, AccountRefusalTexts>()
        .AddSingleton<IToDoSource, ReviewToDo>()
        .AddSingleton<IRefusalTexts, ReviewRefusalTexts>()
        .AddSingleton<IApiDescription, ReviewApiDescription>();
}
