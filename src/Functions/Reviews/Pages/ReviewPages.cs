using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Reviews.Handover;
using Oversight.Functions.Reviews.Operations.Checklist;
using Oversight.Functions.Reviews.Screens;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Lists;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews;

/// <summary>The pages about reviews: the list, one review, and its checklist.</summary>
public sealed class ReviewPages(ReviewDesk desk, ReviewSubject subject, ReviewLists lists, ReviewReasons reasons,
    IEnumerable<IReviewSection> sections, Creation<HandoverScene> takeOver, Municipality municipality,
    ListExport export, LastVisits visits)
{
    private const string Page = "granskningar/{id:length(27)}";

    [Function("ReviewPages_List")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "granskningar")] HttpRequest request,
        CancellationToken cancellation)
    {
        var user = request.User();
        var all = await lists.ForAsync(user, cancellation);
        return Pages.Show<ReviewListPage>(new
        {
            List = ShapeOf(all, request).Show(
                all, request.Query, ListExport.For(user, ReviewColumns.Address),
                visits.Note(request, ReviewColumns.Address)),
            user.UserId,
            MayAccount = Access.Allows(user, Permission.AccountForReviews),
            MayReview = Access.Allows(user, Permission.Review),
            Operations = (IReadOnlyList<IOperation>)[takeOver],
        });
    }

    [Function("ReviewPages_Excel")]
    [Requires(Permission.ExportMatters)]
    public async Task<IResult> Excel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "granskningar/excel")] HttpRequest request,
        CancellationToken cancellation)
    {
        var all = await lists.ForAsync(request.User(), cancellation);
        return export.Of("Granskningar", ShapeOf(all, request), all, request);
    }

    [Function("ReviewPages_Read")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        var opening = await desk.OpenAsync(request, id, cancellation);
        if (opening is not Opening<OpenReview>.Opened { Subject: var open })
            return No(opening);
        var texts = await desk.TextsAsync(open.Head.Id, cancellation);
        return Pages.Show<ReviewPage>(new
        {
            Case = new ReviewCase(open, texts, new ReviewWords(open.InForce.Settings, open.Setup.Rules)),
            Concerns = await reasons.OfAsync(open.Review, cancellation),
            Sections = await SectionsAsync(open, cancellation),
            History = await subject.HistoryAsync(open, cancellation),
            subject.Operations,
            Links = subject.Links(open),
            MayJudge = subject.Offered(open).OfType<Judge>().Any(),
            MayReadDocuments = Access.Allows(open.User, Permission.ReadDocuments, open.Board),
            MayReadConcerns = Access.Allows(open.User, Permission.ReadConcerns, open.Board),
        });
    }

    /// <summary>Every requirement of the scope with its judgement; one form a row, for whoever judges.</summary>
    [Function("ReviewPages_Checklist")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> Checklist(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page + "/checklista")] HttpRequest request,
        string id,
        CancellationToken cancellation)
    {
        var opening = await desk.OpenAsync(request, id, cancellation);
        if (opening is not Opening<OpenReview>.Opened { Subject: var open })
            return No(opening);
        if (open.Review.Scope is null)
            return Pages.NotFound();
        var judge = subject.Operations.OfType<Judge>().Single();
        return Pages.Show<ChecklistPage>(new
        {
            Case = new ReviewCase(
                open, await desk.TextsAsync(open.Head.Id, cancellation),
                new ReviewWords(open.InForce.Settings, open.Setup.Rules)),
            Operation = judge,
            MayJudge = judge.IsFor(open) && judge.Fits(open),
            subject.Operations,
        });
    }

    /// <summary>From the decision on a concern to the review that came of it.</summary>
    [Function("ReviewPages_OfConcern")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> OfConcern(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head",
            Route = "granskningar/av-synpunkt/{concern:length(27)}")] HttpRequest request,
        string concern, CancellationToken cancellation)
    {
        if (!Id.TryParse(concern, out var id))
            return Pages.NotFound();
        var opening = await desk.OpenAsync(request, ReviewIds.OfConcern(id).Value, cancellation);
        return opening is Opening<OpenReview>.Opened { Subject: var open } ? Pages.SeeOther(open.Address) : No(opening);
    }

    private ListShape<ReviewRow> ShapeOf(IReadOnlyList<ReviewRow> all, HttpRequest request) => ReviewColumns.Of(
        all, request.User(), municipality, request.Query[ListFilter.StatusKey]);

    private async Task<IReadOnlyList<ReviewSection>> SectionsAsync(OpenReview open, CancellationToken cancellation)
    {
        var told = new List<ReviewSection>();
        foreach (var section in sections)
        {
            if (await section.ReadAsync(open, cancellation) is { } read)
                told.Add(read);
        }

        return told;
    }

    private static IResult No(Opening<OpenReview> opening) =>
        opening is Opening<OpenReview>.Missing ? Pages.NotFound() : Pages.Forbidden();
}

/// <summary>What the pages about one review show.</summary>
public sealed record ReviewCase(OpenReview Open, ReviewTexts Texts, ReviewWords Words)
{
    public Review Review => Open.Review;
}
