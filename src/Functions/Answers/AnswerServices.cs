using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Answers.OfSanctions;
using Oversight.Functions.Answers.OfSurveys;
using Oversight.Functions.Answers.Registration;
using Oversight.Functions.Identity;
using Oversight.Functions.Notifications;
using Oversight.Functions.Operations;
using Oversight.Functions.Reviews;
using Oversight.Functions.Reviews.Sources;
using Oversight.Functions.Sanctions.Package;
using Oversight.Functions.Storage;
using Oversight.Functions.Surveys;
using Oversight.Functions.Web;

namespace Oversight.Functions.Answers;

public static class AnswerServices
{
    public static IServiceCollection AddAnswers(this IServiceCollection services) => services
        .AddStreamKind(AnswerStream.Kind)
        .AddEffect<AnswerAsking>()
        .AddEffect<AnswerPrompting>()
        .AddEffect<AnswerRenewing>()
        .AddEffect<AnswerDelivery>()
        .AddEffect<SanctionAsking>()
        .AddEffect<SanctionPrompting>()
        .AddEffect<SanctionRenewing>()
        .AddEffect<SanctionDelivery>()
        .AddEffect<SurveyDelivery>()
        .AddEffect<SurveyLinking>()
        .AddEffect<SurveyPrompting>()
        .AddEffect<SurveyRenewing>()
        .AddSingleton<SurveyPrefill>()
        .AddSingleton<ISurveyWords, SurveyAnswerWords>()
        .AddEffect<AnswerLetterQueue>()
        .AddLetterWriter<AnswerLetters>()
        .AddSingleton<IHearingFiles, HearingFiles>()
        .AddSingleton<AnswerSecrets>()
        .AddSingleton<AnswerGuests>()
        .AddSingleton<IGuests>(provider => provider.GetRequiredService<AnswerGuests>())
        .AddSingleton<AnswerDesk>()
        .AddSingleton<AnswerReading>()
        .AddSingleton<SurveyReading>()
        .AddSingleton<SurveyAnswerPages>()
        .AddSingleton<SurveyAsking>()
        .AddSubject<AnswerSubject, OpenAnswer>()
        .AddSingleton<ReceivedAnswers>()
        .AddSubject<ReceivedAnswerSubject, OpenReceivedAnswer>()
        .AddSingleton<IReviewSection, ReviewAnswersSection>()
        .AddSingleton<IReceivedFromProvider, ReceivedFromProvider>()
        .AddSingleton<IRefusalTexts, AnswerRefusalTexts>();
}
