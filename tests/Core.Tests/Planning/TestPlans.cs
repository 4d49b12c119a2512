using Oversight.Core.Tests.RiskAnalyses;
using Oversight.Planning;
using Oversight.Risk;
using Oversight.Settings;

namespace Oversight.Core.Tests.Plans;

/// <summary>Rules like the real ones with a capacity of three reviews, and short forms for plans.</summary>
internal static class TestPlans
{
    public static PlanningRules Rules { get; } = new(
        new DateOnly(2015, 1, 1), new DayOfYear(2, 1), new DayOfYear(3, 1), 3, new DayOfYear(4, 1),
        [new CodeId("mycket-hog")], 2019)
    {
        Choice = new PlanChoiceRules
        {
            DaysPerQuarter = [1, 1, 0, 1],
            ReviewDays = [new ReviewSize(0, 1)],
            LongestYears = 3,
            NewWithinMonths = 12,
            MinimumShare = 0,
            RandomShare = 0,
        },
        Standing = [],
    };

    /// <summary>The rules with other days for each quarter.</summary>
    public static PlanningRules WithDays(params int[] days) =>
        Rules with { Choice = Rules.Choice with { DaysPerQuarter = days } };

    public static IReadOnlyList<Meeting> Meetings { get; } =
    [
        Meeting(TestRisk.SocialBoard, new DateOnly(2027, 3, 16), papersStop: new DateOnly(2027, 2, 22)),
        Meeting(new BoardId("aldrenamnden"), new DateOnly(2027, 3, 30), papersStop: new DateOnly(2027, 3, 9)),
    ];

    public static Meeting Meeting(BoardId board, DateOnly day, DateOnly papersStop) =>
        new(board, day, papersStop, papersStop.AddDays(7), papersStop.AddDays(14));

    public static PlanContent Make(
        IReadOnlyList<UnitFact> units, IReadOnlyList<ConcernFact> concerns, DateOnly? asOf = null,
        PlanningRules? rules = null) =>
        PlanMaker.Make(new PlanInput(TestRisk.SocialBoard, 2027, asOf ?? TestRisk.Today, units, concerns,
            TestRisk.Model, rules ?? Rules, Meetings));

    public static CommandContext At(DateOnly day, Role role = Role.ProcessOwner) =>
        new(role == Role.System ? Actor.System : new Actor("anna", role),
            new DateTimeOffset(day, new TimeOnly(8, 0), TimeSpan.FromHours(1)), day);

    public static PlanState Given(params PlanEvent[] events) =>
        events.Aggregate(PlanDecider.Initial, PlanDecider.Evolve);

    public static IReadOnlyList<PlanEvent> Events(this Decision<PlanEvent> decision) =>
        decision.ShouldBeOfType<Decision<PlanEvent>.Accepted>().Events;

    public static IReadOnlyList<string> Codes(this Decision<PlanEvent> decision) =>
        [.. decision.ShouldBeOfType<Decision<PlanEvent>.Refused>().Reasons.Select(reason => reason.Code)];
}
