using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Oversight.Functions.Attachments;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Reviews.Operations.Checklist;
using Oversight.Functions.Reviews.Screens;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Reviews;

/// <summary>Besöksläge: the whole checklist as one page of small forms, for a tablet during the visit.</summary>
public sealed partial class VisitPages(
    ReviewDesk desk, ReviewSubject subject, OutboxKeys outboxes, AttachmentFiles files, TimeProvider clock,
    ILogger<VisitPages> logger)
{
    [Function("ReviewPages_Visit")]
    [Requires(Permission.Review)]
    public async Task<IResult> Visit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "granskningar/{id:length(27)}/besok")]
        HttpRequest request, string id, CancellationToken cancellation)
    {
        var opening = await desk.OpenAsync(request, id, cancellation);
        if (opening is not Opening<OpenReview>.Opened { Subject: var open })
            return opening is Opening<OpenReview>.Missing ? Pages.NotFound() : Pages.Forbidden();
        var judge = subject.Operations.OfType<Judge>().Single();
        if (!judge.IsFor(open))
            return Pages.Forbidden();
        if (!judge.Fits(open))
            return Pages.SeeOther(DoneNotice.NotNow(open.Address, judge));
        var outbox = await outboxes.GetAsync(open.User.UserId, open.Head.Id, cancellation);
        // The script asks with it whether the page is still that person's.
        request.HttpContext.Response.Headers["Oversight-Outbox"] = outbox.Scope;
        return Pages.Show<VisitPage>(new
        {
            Case = new ReviewCase(
                open, await desk.TextsAsync(open.Head.Id, cancellation),
                new ReviewWords(open.InForce.Settings, open.Setup.Rules)),
            Judge = judge,
            Photos = subject.Operations.OfType<AddPhotos>().Single(),
            Rows = Rows(open),
            Outbox = outbox,
            subject.Operations,
            Links = Links(open),
        });
    }

    /// <summary>A link to a photo that soon stops working, for those who read the review.</summary>
    [Function("ReviewPages_Photo")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> Photo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "granskningar/{id:length(27)}/foton/{number}")]
        HttpRequest request, string id, string number, CancellationToken cancellation)
    {
        var opening = await desk.OpenAsync(request, id, cancellation);
        if (opening is not Opening<OpenReview>.Opened { Subject: var open })
            return opening is Opening<OpenReview>.Missing ? Pages.NotFound() : Pages.Forbidden();
        if (open.Review.Photos.FirstOrDefault(photo => ReviewWords.Digits(photo.Number) == number) is not { } photo)
            return Pages.NotFound();
        LogPhotoGiven(id);
        var name = $"Foto {number}{AttachmentContent.Extension(photo.File.Type)}";
        return Pages.SeeOther((await files.LinkAsync(open.Head.Id, photo.File, name, cancellation)).AbsoluteUri);
    }

    private IReadOnlyList<VisitRow> Rows(OpenReview open) =>
        [.. (open.Review.Scope?.Requirements ?? []).Select(id => new VisitRow(id, clock.NewKey()))];

    /// <summary>What else is written down during a visit.</summary>
    private IReadOnlyList<Crumb> Links(OpenReview open) =>
    [
        .. subject.Offered(open).Where(operation => operation is RecordVisit or NoteInterview)
            .Select(operation => new Crumb(operation.Link, subject.FormOf(open, operation))),
    ];

    [LoggerMessage(5102, LogLevel.Information, "A link to a photo of the review {Review} was handed out")]
    private partial void LogPhotoGiven(string review);
}

/// <summary>A requirement as a row of the visit.</summary>
/// <param name="Key">Makes a repeated post of its form recognisable.</param>
public sealed record VisitRow(CodeId Requirement, string Key)
{
    public string Id => IdOf(Requirement.Value);

    /// <summary>The place of the row on the page.</summary>
    public static string IdOf(string requirement) => $"krav-{requirement}";
}
