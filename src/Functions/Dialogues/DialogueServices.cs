using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Dialogues.Operations;
using Oversight.Functions.Dialogues.Papers;
using Oversight.Functions.Dialogues.Reading;
using Oversight.Functions.Notifications;
using Oversight.Functions.Operations;
using Oversight.Functions.Search;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Dialogues;

public static class DialogueServices
{
    public static IServiceCollection AddDialogues(this IServiceCollection services) => services
        .AddStreamKind(DialogueStream.Kind)
        .AddEffect<DialogueInvitations>()
        .AddEffect<ConcernAnswering>()
        .AddEffect<DialogueMinutes>()
        .AddLetterWriter<DialogueLetters>()
        .AddSingleton<DialogueDesk>()
        .AddSingleton<DialogueRegister>()
        .AddSingleton<DialogueMatters>()
        .AddSingleton<DialogueTimeline>()
        .AddSingleton<ISearchSource, DialogueSearch>()
        .AddSingleton<DialogueDetailReader>()
        .AddSubject<DialogueSubject, OpenDialogue>()
        .AddSubject<OccasionSubject, OpenOccasion>()
        .AddCreation<OpenSeries, OpeningScene>()
        .AddSingleton<IToDoSource, DialogueToDo>()
        .AddSingleton<IRefusalTexts, DialogueRefusalTexts>()
        .AddSingleton<IApiDescription, DialogueApiDescription>();
}
