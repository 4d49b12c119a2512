using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Concerns;
using Oversight.Functions.Concerns.Screens;
using Oversight.Functions.Identity;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Risk;

namespace Oversight.Functions.Concerns;

/// <summary>The enhetschef's decision on a påkallad granskning: one page, on screen and on paper (R41).</summary>
public sealed class ConcernDecisionPages(ConcernDesk desk, Views views)
{
    [Function("Concerns_DecisionForm")]
    [Requires(Permission.ReadConcerns)]
    public async Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "synpunkter/arende/{id:length(27)}/beslut")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        var opening = await desk.OpenAsync(request, id, cancellation);
        if (opening is not Opening.Opened { Concern: { Access.Reads: true } open })
            return opening is Opening.Missing ? Pages.NotFound() : Pages.Forbidden();
        return open.State is ConcernState.AwaitingDecision or ConcernState.Decided
            ? await ShowAsync(open, FormState.New(desk.NewKey(), open.Head.Version), false, StatusCodes.Status200OK, cancellation)
            : Pages.NotFound();
    }

    [Function("Concerns_DecisionPost")]
    [Requires(Permission.DecideTriggeredReview)]
    public async Task<IResult> Decide(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "synpunkter/arende/{id:length(27)}/beslut")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        var opening = await desk.OpenAsync(request, id, cancellation);
        if (opening is not Opening.Opened { Concern: { Access.Decides: true } open })
            return opening is Opening.Missing ? Pages.NotFound() : Pages.Forbidden();
        var envelope = Envelopes.ForChange(desk.ContextFor(open, Permission.DecideTriggeredReview), open.InForce.Hash, form, form.Body);
        var texts = DraftTexts.For(open, ConcernAction.Decide, envelope);
        var command = new ConcernCommand.DecideTriggeredReview(
            form["approved"] switch { "yes" => true, "no" => false, _ => null },
            texts.Add("reason", form["reason"], form.Numbers("reason")),
            string.IsNullOrWhiteSpace(form["scopeHint"]) ? null : texts.Add("scopeHint", form["scopeHint"], form.Numbers("scopeHint")), open.Rules);
        return await desk.ChangeAsync(open, command, texts, envelope, cancellation) switch
        {
            Outcome<ConcernState>.Done => Pages.SeeOther($"/synpunkter/arende/{open.Id}/beslut"),
            Outcome<ConcernState>.Refused refused => await ShowAsync(
                open, form.WithErrors(refused.Reasons), false, StatusCodes.Status422UnprocessableEntity, cancellation),
            Outcome<ConcernState>.Conflict conflict => await ShowAsync(
                open.At(conflict.Head, conflict.State), form.With(desk.NewKey(), conflict.Head.Version), true, StatusCodes.Status409Conflict,
                cancellation),
            Outcome<ConcernState>.KeyReused => await ShowAsync(
                open, form.WithErrors(new Refusal(WebRefusals.KeyReused)).With(desk.NewKey(), open.Head.Version), false,
                StatusCodes.Status422UnprocessableEntity, cancellation),
            _ => Pages.NotFound(),
        };
    }

    /// <summary>How many concerns, from how many reporters, the unit has had in the year before the proposal (R86).</summary>
    private async Task<ConcernCount?> CountAsync(OpenConcern open, CancellationToken cancellation)
    {
        if (open.File.Unit is not { } unit || open.State.AssessmentOrNone is not { } assessment)
            return null;
        var from = assessment.On.AddYears(-1);
        var facts = await views.ReadAllAsync<ConcernFact>(
            ConcernPartitions.Facts(unit.Board), cancellation, ConcernPartitions.FactsOfUnit(unit.UnitId), ConcernPartitions.Day(from));
        return ConcernCounts.PerUnit(facts, from, assessment.On) is [var count, ..] ? count : null;
    }

    private async Task<IResult> ShowAsync(OpenConcern open, FormState form, bool isConflict, int status, CancellationToken cancellation)
    {
        var texts = await desk.TextsAsync(open.Id, cancellation);
        return Pages.Show<ConcernDecisionPage>(
            new { Case = new ConcernCase(open, texts, [], []), Form = form, Count = await CountAsync(open, cancellation), IsConflict = isConflict }, status);
    }
}
