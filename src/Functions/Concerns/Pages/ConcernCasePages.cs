using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Oversight.Attachments;
using Oversight.Concerns;
using Oversight.Functions.Attachments;
using Oversight.Functions.Concerns.Operations;
using Oversight.Functions.Concerns.Screens;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Web;
using Oversight.Settings;

namespace Oversight.Functions.Concerns;

/// <summary>What the pages about one concern show.</summary>
public sealed record ConcernCase(OpenConcern Open, ConcernTexts Texts, IReadOnlyList<TimelineEntry> Timeline)
{
    public MunicipalitySettings Settings => Open.InForce.Settings;

    public string Address => Open.Address;

    /// <summary>For how long it has waited; null where nobody asks.</summary>
    public DateOnly? Today { get; init; }
}

/// <summary>One concern with its history and what can be done with it.</summary>
public sealed partial class ConcernCasePages(
    ConcernDesk desk, ConcernSubject subject, OperationEdge<OpenConcern> edge, ConcernTimeline timeline,
    AttachmentFiles attachments, ConcernLists lists, ConcernQueue queue, Conflicts conflicts, StockholmTime time,
    ILogger<ConcernCasePages> logger)
{
    private const string Page = "synpunkter/arende/{id:length(27)}";

    [Function("Concerns_Case")]
    [Requires(Permission.ReadOwnConcerns)]
    public async Task<IResult> Case(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        var opening = await desk.OpenAsync(request, id, cancellation);
        if (opening is not Opening<OpenConcern>.Opened { Subject: var open })
            return opening is Opening<OpenConcern>.Missing ? Pages.NotFound() : Pages.Forbidden();
        var texts = await desk.TextsAsync(open.Id, cancellation);
        var history = await desk.HistoryAsync(open.Id, cancellation);
        var query = InboxQuery.ReadKept(request.Query[InboxQuery.KeptKey], time.Today());
        var assessment = await AssessmentAsync(request, open, query, cancellation);
        return Pages.Show<ConcernCasePage>(new
        {
            Case = new ConcernCase(open, texts, timeline.Of(history, texts, open.InForce.Settings, open.Access))
            {
                Today = time.Today(),
            },
            subject.Operations,
            Links = subject.Links(open),
            Query = query,
            Assessment = assessment,
            Work = assessment is null ? null : await WorkAsync(request, open, query, cancellation),
        });
    }

    [Function("Concerns_Attachment")]
    [Requires(Permission.ReadOwnConcerns)]
    public async Task<IResult> Attachment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page + "/bilaga/{number:int:min(1)}")]
        HttpRequest request,
        string id, int number, CancellationToken cancellation)
    {
        var opening = await desk.OpenAsync(request, id, cancellation);
        if (opening is not Opening<OpenConcern>.Opened { Subject: var open })
            return opening is Opening<OpenConcern>.Missing ? Pages.NotFound() : Pages.Forbidden();
        if (number > open.File.Attachments.Count)
            return Pages.NotFound();
        var attachment = open.File.Attachments[number - 1];
        var texts = await desk.TextsAsync(open.Id, cancellation);
        LogHandedOut(open.Reference);
        return Results.Redirect(
            (await attachments.LinkAsync(open.Id, attachment, texts.FileName(attachment), cancellation)).AbsoluteUri);
    }

    /// <summary>The first assessment is what the page is opened for; a renewed one is asked for.</summary>
    private async Task<OperationForm?> AssessmentAsync(
        HttpRequest request, OpenConcern open, InboxQuery query, CancellationToken cancellation)
    {
        if (open.State.AssessmentOrNone is not null || subject.Operations.OfType<Assess>().Single() is var assess
            && (!assess.IsFor(open) || !assess.Fits(open)))
            return null;
        var filled = assess.Filled(open, request.Query[AssessmentStart.PhraseKey]);
        filled[InboxQuery.KeptKey] = query.Kept;
        return await edge.EmbedAsync(assess, open, cancellation, filled);
    }

    private async Task<AssessmentWork> WorkAsync(
        HttpRequest request, OpenConcern open, InboxQuery query, CancellationToken cancellation)
    {
        var today = time.Today();
        var closed = await conflicts.OfAsync(request.User(), cancellation);
        var others = open.File.Unit is { } unit
            ? await lists.OfUnitAsync(unit, today.AddYears(-1), cancellation)
            : [];
        var saved = Id.TryParse(request.Query[ConcernQueue.SavedKey], out var id)
            ? id.Reference(ConcernFacts.ReferenceKind)
            : null;
        return new AssessmentWork(
            [.. others.Where(row => row.ConcernId != open.Id && !closed.Contains(row.ConcernId))],
            open.File.Unit is null)
        {
            Alike = AlikeOf(open, today, others.Where(row => !closed.Contains(row.ConcernId))),
            Phrases = AssessmentStart.Phrases(open, today),
            Areas = AssessmentStart.Areas(open, today),
            HasStart = AssessmentStart.Of(open, today) is not null,
            Saved = saved,
            Waiting = (await queue.ReadAsync(request.User(), query, cancellation)).Count,
        };
    }

    /// <summary>The category is not known before the assessment: what the reporters chose is.</summary>
    private static IReadOnlyList<Id> AlikeOf(OpenConcern open, DateOnly today, IEnumerable<ConcernRow> others)
    {
        var rules = open.InForce.Settings.AssessmentRulesOn(today);
        return rules?.Together is not { } together
            || AssessedTogether.WhyAlone(open.State, rules, goesElsewhere: false) is not null
                ? []
                : [.. others.Where(row => row.ConcernId != open.Id && row.Status == ConcernStatus.Received
                        && row.Service == open.File.Service && row.Consequence == open.File.Consequence)
                    .OrderBy(row => row.ReceivedAt).Take(together.Most - 1).Select(row => row.ConcernId)];
    }

    [LoggerMessage(5001, LogLevel.Information, "A link to an attachment of {Reference} was handed out")]
    private partial void LogHandedOut(string reference);
}
