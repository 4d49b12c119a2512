using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Concerns;
using Oversight.Functions.Concerns.Operations;
using Oversight.Functions.Concerns.Screens;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Risk;

namespace Oversight.Functions.Concerns;

/// <summary>The enhetschef's decision on a påkallad granskning: one page, on screen and on paper (R41).</summary>
public sealed class ConcernDecisionPages(
    ConcernDesk desk, ConcernSubject subject, OperationEdge<OpenConcern> edge, Views views)
{
    [Function("Concerns_DecisionForm")]
    [Requires(Permission.ReadConcerns)]
    public async Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "synpunkter/arende/{id:length(27)}/beslut")]
        HttpRequest request,
        string id, CancellationToken cancellation)
    {
        var opening = await desk.OpenAsync(request, id, cancellation);
        if (opening is not Opening<OpenConcern>.Opened { Subject: { Access.Reads: true } open })
            return opening is Opening<OpenConcern>.Missing ? Pages.NotFound() : Pages.Forbidden();
        if (open.State is not (ConcernState.AwaitingDecision or ConcernState.Decided))
            return Pages.NotFound();
        var decide = subject.Operations.OfType<Decide>().Single();
        return Pages.Show<ConcernDecisionPage>(new
        {
            Case = new ConcernCase(open, await desk.TextsAsync(open.Id, cancellation), []),
            Count = await CountAsync(open, cancellation),
            subject.Operations,
            Links = (IReadOnlyList<Crumb>)[.. subject.Offered(open).Where(offered => offered is DeclareConflict)
                .Select(offered => new Crumb(offered.Link, subject.FormOf(open, offered)))],
            DecidedBy = await DeciderAsync(open, cancellation),
            Decision = decide.IsFor(open) && decide.Fits(open)
                ? await edge.EmbedAsync(decide, open, cancellation)
                : null,
        });
    }

    /// <summary>The role in which it was decided: the enhetschef's or the substitute's.</summary>
    private async Task<Role?> DeciderAsync(OpenConcern open, CancellationToken cancellation) =>
        open.State is ConcernState.Decided
            ? (await desk.HistoryAsync(open.Id, cancellation))
                .LastOrDefault(recorded => recorded.Event is ConcernEvent.TriggeredReviewDecided)?.Actor.Role
            : null;

    /// <summary>
    /// How many concerns, from how many reporters, the unit has had in the year before the proposal (R86).
    /// </summary>
    private async Task<ConcernCount?> CountAsync(OpenConcern open, CancellationToken cancellation)
    {
        if (open.File.Unit is not { } unit || open.State.AssessmentOrNone is not { } assessment)
            return null;
        var from = assessment.On.AddYears(-1);
        var facts = await views.ReadAllAsync<ConcernFact>(
            ConcernPartitions.Facts(unit.Board), cancellation, ConcernPartitions.FactsOfUnit(unit.UnitId),
            ConcernPartitions.Day(from));
        return ConcernCounts.PerUnit(facts, from, assessment.On) is [var count, ..] ? count : null;
    }
}
