using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Operations;
using Oversight.Functions.Providers;
using Oversight.Functions.Providers.Chronicle;
using Oversight.Functions.Providers.Pages;
using Oversight.Functions.Reviews.Accounts;
using Oversight.Functions.Reviews.Ending;
using Oversight.Functions.Reviews.Handover;
using Oversight.Functions.Reviews.Joint;
using Oversight.Functions.Reviews.Matters;
using Oversight.Functions.Reviews.Registration;
using Oversight.Functions.Reviews.Sources;
using Oversight.Functions.Search;
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
        .AddEffect<TwinOpening>()
        .AddEffect<TwinTelling>()
        .AddEffect<FindingHandingOver>()
        .AddEffect<SuccessorOpening>()
        .AddEffect<ReporterAnswering>()
        .AddSingleton<IReviewSection, FollowUpSections>()
        .AddSingleton<IRefusalTexts, EndingRefusalTexts>()
        .AddSingleton<IProviderSection, ProviderReviews>()
        .AddSingleton<IReviewSection, MoveSections>()
        .AddSingleton<IUnitNotices, UnitStops>()
        .AddSingleton<IRefusalTexts, MoveRefusalTexts>()
        .AddSingleton<IApiDescription, MoveApiDescription>()
        .AddSingleton<JointUnits>()
        .AddSingleton<TwinReader>()
        .AddSingleton<IReviewSection, JointSections>()
        .AddSingleton<IApiDescription, JointApiDescription>()
        .AddEffect<SealedConcerns>()
        .AddEffect<SealedReasons>()
        .AddSingleton<ReviewDesk>()
        .AddSingleton<ReviewReasons>()
        .AddSingleton<ReviewLists>()
        .AddSingleton<ISearchSource, ReviewSearch>()
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
