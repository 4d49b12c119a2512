using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Answers;
using Oversight.Documents;
using Oversight.Functions.Answers.OfSurveys;
using Oversight.Functions.Answers.Screens;
using Oversight.Functions.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Web;

namespace Oversight.Functions.Answers;

/// <summary>The provider's pages: what is asked for, the draft, and what has been handed in.</summary>
public sealed class AnswerPages(
    AnswerSubject subject, AnswerDesk desk, AnswerReading reading, SurveyAnswerPages surveys,
    OperationEdge<OpenAnswer> edge, DocumentLinks links)
{
    [Function("Answers_Page")]
    [Requires(Permission.AnswerByLink)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "svar")] HttpRequest request,
        CancellationToken cancellation) =>
        await desk.OpenAsync(request, cancellation) is Opening<OpenAnswer>.Opened { Subject: var open }
            ? open.Answer.Survey is not null ? await surveys.StartAsync(open, cancellation) : Pages.Show<AnswerPage>(new
            {
                Open = open,
                Texts = await desk.TextsAsync(open.Head.Id, cancellation),
                Asked = await reading.OfAsync(open.Task, open.Answer.Matter, cancellation),
                subject.Operations,
                Links = subject.Links(open),
            })
            : Pages.NotFound();

    /// <summary>A document that belongs to what is asked for, and no other.</summary>
    [Function("Answers_Document")]
    [Requires(Permission.AnswerByLink)]
    public async Task<IResult> Document(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "svar/dokument/{id:length(27)}")] HttpRequest request,
        string id,
        CancellationToken cancellation)
    {
        if (await desk.OpenAsync(request, cancellation) is not Opening<OpenAnswer>.Opened { Subject: var open })
            return Pages.NotFound();
        var papers = (await reading.OfAsync(open.Task, open.Answer.Matter, cancellation)).Papers;
        if (!papers.Any(paper => paper.Id.Value == id))
            return Pages.NotFound();
        var format = request.Query["format"].ToString() == "docx" ? FileFormat.Docx : FileFormat.Html;
        return await links.GiveAsync(Id.FromValue(id), format, Role.Provider, cancellation) is { } address
            ? Pages.SeeOther(address.AbsoluteUri)
            : Pages.NotFound();
    }

    [Function("Answers_OperationForm")]
    [ByOperation(AnswerSubject.SubjectName)]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "svar/gor/{operation}")] HttpRequest request,
        string operation,
        CancellationToken cancellation) => edge.FormAsync(request, "", operation, cancellation);

    [Function("Answers_OperationPost")]
    [ByOperation(AnswerSubject.SubjectName)]
    public Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "svar/gor/{operation}")] HttpRequest request,
        string operation,
        CancellationToken cancellation) => edge.PostAsync(request, "", operation, cancellation);
}
