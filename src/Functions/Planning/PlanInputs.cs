using Oversight.Functions.Risk;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Planning;
using Oversight.Risk;

namespace Oversight.Functions.Planning;

/// <summary>Reads everything that a plan is made from, and how the plan of a year has come out.</summary>
public sealed class PlanInputs(RiskReader risk, Views views, Streams streams, SettingsProvider settings)
{
    public async Task<PlanInput> ReadAsync(
        BoardId board, int year, DateOnly today, PlanSteering steering, CancellationToken cancellation)
    {
        var current = settings.Current.Settings;
        var facts = await risk.ReadAsync(board, cancellation);
        var before = await streams.LoadAsync(PlanStream.Kind, PlanDecider.IdOf(board, year - 1), cancellation);
        return new PlanInput(
            board, year, today, facts.Units, facts.Concerns, current.RiskModelOn(today),
            current.PlanningRulesOn(new DateOnly(year, 1, 1)), current.Meetings)
        {
            Surveys = facts.Told.Surveys,
            Reviews = facts.Told.Reviews,
            Judged = facts.Told.Judged,
            Arranged = await views.ReadAllAsync<FollowUpFact>(FollowUpLists.Of(board), cancellation),
            Steering = steering,
            LastYear = before?.State is PlanState.Adopted { Plan: var adopted }
                ? PlanOutcome.Summary(adopted, facts.Told.Reviews, today)
                : null,
        };
    }

    /// <summary>What has come of each review of an adopted plan; none of one that is not adopted.</summary>
    public async Task<IReadOnlyList<ReviewOutcome>> OutcomeAsync(
        PlanState state, DateOnly today, CancellationToken cancellation) =>
        state is PlanState.Adopted { Plan: var plan }
            ? PlanOutcome.Of(
                plan, await views.ReadAllAsync<ReviewFact>(ReviewFactLists.Of(plan.Board), cancellation), today)
            : [];
}
