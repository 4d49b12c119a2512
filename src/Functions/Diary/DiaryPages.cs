using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Answers.Registration;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Reviews.Registration;
using Oversight.Functions.Web;

namespace Oversight.Functions.Diary;

/// <summary>The page <em>Att diarieföra</em>.</summary>
public sealed class DiaryPages(DiaryList list, ReceivedAnswerSubject answers, ReviewCaseSubject cases)
{
    [Function("DiaryPages_List")]
    [Requires(Permission.RegisterDocuments)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "diariet")] HttpRequest request,
        CancellationToken cancellation)
    {
        var (toOpen, opened) = await list.CasesAsync(request.User(), cancellation);
        return Pages.Show<DiaryPage>(new
        {
            ToRegister = await list.ToRegisterAsync(request.User(), cancellation),
            Registered = await list.RegisteredAnswersAsync(request.User(), cancellation),
            Cases = toOpen,
            OpenedCases = opened,
            Operations = (IReadOnlyList<IOperation>)[.. answers.Operations, .. cases.Operations],
        });
    }
}
