using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
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
public sealed class VisitPages(ReviewDesk desk, ReviewSubject subject, OutboxKeys outboxes, TimeProvider clock)
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
            Rows = Rows(open),
            Outbox = outbox,
            subject.Operations,
            Links = Links(open),
        });
    }

    private IReadOnlyList<VisitRow> Rows(OpenReview open) =>
        [.. (open.Review.Scope?.Requirements ?? []).Select(id => new VisitRow(id, clock.NewKey()))];

    /// <summary>What else is written down during a visit.</summary>
    private IReadOnlyList<Crumb> Links(OpenReview open) =>
    [
        .. subject.Offered(open).Where(operation => operation is RecordVisit or NoteInterview)
            .Select(operation => new Crumb(operation.Link, subject.FormOf(open, operation))),
    ];
}

/// <summary>A requirement as a row of the visit.</summary>
/// <param name="Key">Makes a repeated post of its form recognisable.</param>
public sealed record VisitRow(CodeId Requirement, string Key)
{
    public string Id => IdOf(Requirement.Value);

    /// <summary>The place of the row on the page.</summary>
    public static string IdOf(string requirement) => $"krav-{requirement}";
}
