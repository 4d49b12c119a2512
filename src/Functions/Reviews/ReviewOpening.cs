using Oversight.Concerns;
using Oversight.Functions.Concerns;
using Oversight.Functions.Planning;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Planning;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews;

/// <summary>
/// Opens the review that the enhetschef has decided on, so that the decision is not left with whoever remembers it
/// (R41, R85).
/// </summary>
public sealed class TriggeredReviewOpening(Streams streams) : IEffectHandler<ConcernState, ConcernEvent>
{
    public string Effect => ConcernEffects.ReviewOpens;

    public string Title => "En beslutad påkallad granskning öppnas";

    public async Task<EffectProgress> RunAsync(
        EffectCall<ConcernState, ConcernEvent> call, CancellationToken cancellation)
    {
        if (call.State is not ConcernState.Decided
            {
                Decision: { Approved: true } decision,
                File: { Unit: { } unit } file
            })
            return EffectProgress.Done;
        var cause = new ReviewConcern(call.Head.Id, file.ReceivedOn, file.ReporterKey);
        var reviewed = new ReviewedUnit(unit.UnitId, unit.ProviderId, unit.AgreementId, unit.Board, unit.Name,
            unit.ProviderName);
        var origin = new ReviewOrigin(ReviewKind.Triggered, decision.On, Unannounced: false, PlanYear: null, [cause]);
        await streams.OpenReviewAsync(ReviewIds.OfConcern(call.Head.Id), new ReviewCommand.Open(reviewed, origin),
            call.Envelope, cancellation);
        if (file.Seal is not null)
            await streams.SealAsync(
                ReviewIds.OfConcern(call.Head.Id), call.Head.Id, call.Envelope, cancellation);
        return EffectProgress.Done;
    }
}

/// <summary>
/// Opens the reviews of an adopted årsplan, moves those that have another time, and takes away what is no longer in it
/// (R33, R54), and what an earlier plan left undone: this plan has it, or says why not.
/// </summary>
public sealed class PlannedReviewOpening(Streams streams, Views views) : IEffectHandler<PlanState, PlanEvent>
{
    private const int MonthsOfQuarter = 3;

    public string Effect => PlanEffects.ReviewsOpen;

    public string Title => "Granskningarna i en fastställd årsplan öppnas";

    public async Task<EffectProgress> RunAsync(EffectCall<PlanState, PlanEvent> call, CancellationToken cancellation)
    {
        if (call.State is not PlanState.Adopted { Plan: var plan })
            return EffectProgress.Done;
        var known = await views.ReadAllAsync<ReviewRow>(ReviewPartitions.OfBoard(plan.Board), cancellation);
        // What was carried over may have begun as a review of the earlier plan while this one was decided on.
        var begun = known.Where(row => row.PlanYear < plan.Year && row.Reported is null
                && row.Status is not (ReviewStatus.ToStart or ReviewStatus.Closed))
            .Select(row => row.Unit.UnitId).ToHashSet();
        var planned = plan.Content.Reviews
            .Where(review => review.Why?.Code != ChosenReasons.CarriedOver || !begun.Contains(review.Unit.UnitId))
            .ToDictionary(review => ReviewIds.OfPlan(plan.Board, plan.Year, review.Unit.UnitId));
        foreach (var (id, review) in planned)
        {
            if (!call.MayGoOn())
                return EffectProgress.MoreToDo;
            await streams.OpenReviewAsync(id, Command(plan, review), call.Envelope, cancellation);
        }

        foreach (var row in known.Where(row => row.PlanYear <= plan.Year && row.Status == ReviewStatus.ToStart
            && !planned.ContainsKey(row.Id)))
        {
            if (!call.MayGoOn())
                return EffectProgress.MoreToDo;
            await streams.ChangeAsync(ReviewStream.Kind, row.Id, new ReviewCommand.Drop(), call.Envelope, cancellation);
        }

        return EffectProgress.Done;
    }

    private static ReviewCommand.Open Command(Plan plan, PlannedReview review)
    {
        var unit = review.Unit;
        return new ReviewCommand.Open(
            new ReviewedUnit(unit.UnitId, unit.ProviderId, unit.AgreementId, plan.Board, unit.Name, unit.ProviderName),
            new ReviewOrigin(
                ReviewKind.Planned, plan.Content.PeriodFirst.AddMonths((review.Quarter - 1) * MonthsOfQuarter),
                review.Unannounced, plan.Year, []));
    }
}

internal static class ReviewStreams
{
    /// <summary>Opened once; asked again, it is for the rules to say what that changes.</summary>
    public static async Task OpenReviewAsync(
        this Streams streams, Id id, ReviewCommand.Open command, Envelope envelope, CancellationToken cancellation)
    {
        if (await streams.LoadAsync(ReviewStream.Kind, id, cancellation) is { } known)
            await streams.ChangeAsync(ReviewStream.Kind, id, command, envelope, cancellation, loaded: known);
        else
            await streams.CreateAsync(ReviewStream.Kind, id, command, envelope, cancellation);
    }
}
