using Oversight.Risk;
using Oversight.Settings;

namespace Oversight.Planning;

/// <summary>Everything a plan is made from.</summary>
/// <param name="Units">The board's units.</param>
/// <param name="Concerns">The board's concerns that are linked to a unit.</param>
/// <param name="Meetings">The calendar; other boards' meetings are ignored.</param>
public sealed record PlanInput(
    BoardId Board, int Year, DateOnly AsOf, IReadOnlyList<UnitFact> Units, IReadOnlyList<ConcernFact> Concerns,
    RiskModel Model, PlanningRules Rules, IReadOnlyList<Meeting> Meetings)
{
    /// <summary>What the board's avtalsenkäter tell.</summary>
    public IReadOnlyList<SurveySignal> Surveys { get; init; } = [];

    /// <summary>The board's reviews that may be told of.</summary>
    public IReadOnlyList<ReviewFact> Reviews { get; init; } = [];

    /// <summary>Classes that people have judged units of the board to have.</summary>
    public IReadOnlyList<ClassJudgement> Judged { get; init; } = [];

    /// <summary>kvalitetsdialoger and avtalsenkäter that are arranged.</summary>
    public IReadOnlyList<FollowUpFact> Arranged { get; init; } = [];

    /// <summary>What people have decided about the plan.</summary>
    public PlanSteering Steering { get; init; } = PlanSteering.None;

    /// <summary>What came of the plan of the year before; null: there was none.</summary>
    public PlanOutcomeSummary? LastYear { get; init; }

    /// <summary>Whether it is one of the plan's own reviews and somebody has taken it on.</summary>
    public bool HasBegun(ReviewFact review) =>
        review.PlanYear == Year && review.Stage is (ReviewStage.Underway or ReviewStage.Reported);

    /// <summary>The rules with what people have decided in their place.</summary>
    public PlanChoiceRules Choice => Steering.Choices.Over(Rules.Choice);
}
