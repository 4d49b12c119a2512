using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Dialogues.Operations;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;

namespace Oversight.Functions.Dialogues;

/// <summary>The addresses of what can be done with series of kvalitetsdialoger, and with their meetings.</summary>
public sealed class DialogueFunctions(
    OperationEdge<OpenDialogue> edge, OperationEdge<OpenOccasion> meetings, CreationEdge<OpeningScene> creations)
{
    public const string ApiName = "Dialogues_ApiOperation";
    public const string OccasionApiName = "Dialogues_ApiOccasionOperation";
    public const string CreateApiName = "Dialogues_ApiCreate";
    public const string List = "/dialoger";
    public const string New = "/dialoger/ny";
    private const string Page = "dialoger/{id:length(27)}/gor/{operation}";
    private const string MeetingPage = "dialoger/{id:length(27)}/moten/{number}/gor/{operation}";

    public static string AddressOf(Id series, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{List}/{series}/moten/{number}");

    [Function("Dialogues_Form")]
    [Requires(Permission.LeadDialogues)]
    public Task<IResult> CreateForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "dialoger/ny")] HttpRequest request,
        CancellationToken cancellation) => creations.FormAsync(request, null, cancellation);

    [Function("Dialogues_Post")]
    [Requires(Permission.LeadDialogues)]
    public Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dialoger/ny")] HttpRequest request,
        CancellationToken cancellation) => creations.PostAsync(request, null, cancellation);

    [Function(CreateApiName)]
    [Requires(Permission.LeadDialogues)]
    public Task<IResult> ApiCreate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/dialogues")] HttpRequest request,
        CancellationToken cancellation) => creations.CallAsync(request, null, cancellation);

    [Function("Dialogues_OperationForm")]
    [ByOperation(DialogueSubject.SubjectName)]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.FormAsync(request, id, operation, cancellation);

    [Function("Dialogues_OperationPost")]
    [ByOperation(DialogueSubject.SubjectName)]
    public Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.PostAsync(request, id, operation, cancellation);

    [Function(ApiName)]
    [ByOperation(DialogueSubject.SubjectName)]
    public Task<IResult> Api(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "api/v1/dialogues/{id:length(27)}/actions/{operation}")] HttpRequest request,
        string id, string operation, CancellationToken cancellation) =>
        edge.CallAsync(request, id, operation, cancellation);

    [Function("Dialogues_OccasionOperationForm")]
    [ByOperation(OccasionSubject.SubjectName)]
    public Task<IResult> MeetingForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = MeetingPage)] HttpRequest request, string id,
        string number, string operation, CancellationToken cancellation) =>
        meetings.FormAsync(request, OccasionSubject.IdOf(id, number), operation, cancellation);

    [Function("Dialogues_OccasionOperationPost")]
    [ByOperation(OccasionSubject.SubjectName)]
    public Task<IResult> MeetingPost(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = MeetingPage)] HttpRequest request, string id,
        string number, string operation, CancellationToken cancellation) =>
        meetings.PostAsync(request, OccasionSubject.IdOf(id, number), operation, cancellation);

    [Function(OccasionApiName)]
    [ByOperation(OccasionSubject.SubjectName)]
    public Task<IResult> MeetingApi(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "api/v1/dialogues/{id:length(27)}/occasions/{number}/actions/{operation}")] HttpRequest request,
        string id, string number, string operation, CancellationToken cancellation) =>
        meetings.CallAsync(request, OccasionSubject.IdOf(id, number), operation, cancellation);
}
