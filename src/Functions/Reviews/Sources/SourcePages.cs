using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Oversight.Functions.Attachments;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Web;

namespace Oversight.Functions.Reviews.Sources;

/// <summary>The files of a review's sources, through the door of the review.</summary>
public sealed partial class SourcePages(ReviewDesk desk, AttachmentFiles files, ILogger<SourcePages> logger)
{
    [Function("ReviewPages_Source")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> File(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get",
            Route = "granskningar/{id:length(27)}/underlag/{number:int:min(1)}")] HttpRequest request,
        string id, int number, CancellationToken cancellation)
    {
        var opening = await desk.OpenAsync(request, id, cancellation);
        if (opening is not Opening<OpenReview>.Opened { Subject: var open })
            return opening is Opening<OpenReview>.Missing ? Pages.NotFound() : Pages.Forbidden();
        if (open.Review.SourcesInUse.FirstOrDefault(source => source.Number == number)?.File is not { } file)
            return Pages.NotFound();
        var name = (await desk.TextsAsync(open.Head.Id, cancellation)).Show(file.Name) ?? ReviewTexts.Erased;
        LogHandedOut(open.Reference);
        return Pages.SeeOther((await files.LinkAsync(open.Head.Id, file.File, name, cancellation)).AbsoluteUri);
    }

    [LoggerMessage(5110, LogLevel.Information, "A link to a source of the review {Reference} was handed out")]
    private partial void LogHandedOut(string reference);
}
