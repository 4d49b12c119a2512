using FsCheck.Xunit;
using Oversight.Planning;
using Oversight.Risk;
using static Oversight.Core.Tests.Plans.TestPlans;
using static Oversight.Core.Tests.RiskAnalyses.TestRisk;

namespace Oversight.Core.Tests.Plans;

[Trait("Requirement", "R51")]
[Trait("Requirement", "R54")]
public class PlanMakerTests
{
    private static readonly UnitFact[] Units = [.. Enumerable.Range(1, 5).Select(i => Unit($"enhet {i}"))];

    private static readonly ConcernFact[] Uneven =
    [
        .. Concerns("enhet 4", count: 6, severity: 4), .. Concerns("enhet 2", count: 3, severity: 3),
        .. Concerns("enhet 5", count: 1, severity: 3),
    ];

    [Fact]
    [Trait("Requirement", "R55")]
    public void The_plan_of_a_year_covers_April_to_March_and_names_the_meeting_in_March()
    {
        var plan = Make(Units, Uneven);

        plan.PeriodFirst.ShouldBe(new DateOnly(2027, 4, 1));
        plan.PeriodLast.ShouldBe(new DateOnly(2028, 3, 31));
        plan.MeetingDay.ShouldBe(new DateOnly(2027, 3, 16));
    }

    [Fact]
    public void The_highest_risk_comes_first_and_the_capacity_of_each_quarter_is_kept()
    {
        var plan = Make(Units, Uneven);

        plan.Reviews.Select(review => (review.Unit.Name, review.Rank, review.Quarter))
            .ShouldBe([("enhet 4", 1, 1), ("enhet 2", 2, 2), ("enhet 5", 3, 4)]);
    }

    [Fact]
    public void Every_unit_has_its_reason_chosen_or_not()
    {
        var plan = Make(Units, Uneven);

        plan.NotChosen.Count.ShouldBe(2);
        plan.NotChosen.ShouldAllBe(unit => unit.Reason == NotChosenReasons.NoCapacity
            && unit.Arguments.SequenceEqual(new[] { "3" }));
        plan.NotChosen.ShouldAllBe(unit => unit.Unit.Reasons.Single().Code == PlanReasons.NothingKnown);
        plan.Reviews[0].Unit.Reasons.Select(reason => reason.Code)
            .ShouldBe([PlanReasons.Severity, PlanReasons.Concerns]);
        plan.Reviews[0].Unit.Reasons[1].Arguments.ShouldBe(["6", "6"]);
    }

    [Fact]
    public void Only_the_highest_class_is_visited_unannounced()
    {
        var plan = Make(Units, Uneven);

        plan.Reviews.ShouldAllBe(review => review.Unannounced == (review.Unit.ClassId.Value == "mycket-hog"));
        plan.Reviews[0].Unannounced.ShouldBeTrue();
    }

    [Fact]
    public void A_unit_that_closes_before_the_period_is_not_chosen_and_says_why()
    {
        var closing = Unit("stänger", validTo: new DateOnly(2027, 3, 31));

        var plan = Make([closing], [.. Concerns("stänger", count: 6, severity: 4)]);

        plan.Reviews.ShouldBeEmpty();
        var left = plan.NotChosen.ShouldHaveSingleItem();
        left.Reason.ShouldBe(NotChosenReasons.EndsBeforePeriod);
        left.Arguments.ShouldBe(["2027-03-31"]);
    }

    [Fact]
    public void The_board_is_told_when_the_highest_class_does_not_fit()
    {
        var crowded = Units.SelectMany(unit => Concerns(unit.Name, count: 8, severity: 4)).ToArray();

        Make(Units, crowded).Notes
            .ShouldContain(note => note.Code == PlanNotes.HighestClassLeftOut && note.Arguments[0] == "2");
    }

    [Fact]
    public void What_is_missing_is_said()
    {
        Make([], []).Notes.ShouldContain(note => note.Code == PlanNotes.NoUnits);
        Make(Units, [], rules: WithDays(0, 0, 0, 0)).Notes
            .ShouldContain(note => note.Code == PlanNotes.NoCapacity);
        Make([Unit("okänd", customers: null)], []).Notes.ShouldContain(note => note.Code == PlanNotes.CustomersUnknown);
        Make(Units, [Concern("ny", "enhet 1", weighting: ConcernWeighting.Unassessed)]).Notes
            .ShouldContain(note => note.Code == PlanNotes.ConcernsUnassessed);
        PlanMaker.Make(new PlanInput(SocialBoard, 2031, Today, Units, [], Model, Rules, Meetings)).Notes
            .ShouldContain(note => note.Code == PlanNotes.NoMeeting);
    }

    [Property]
    public bool The_same_input_in_any_order_gives_the_same_hash_and_a_changed_one_another(int[] seeds)
    {
        var concerns = ConcernsFrom(seeds, "enhet 1");
        var hash = Make(Units, concerns).InputHash;
        return hash == Make([.. Units.Reverse()], [.. concerns.Reverse()]).InputHash
            && hash != Make(Units, [.. concerns, Concern("en till", "enhet 1")]).InputHash
            && hash != Make([.. Units.Skip(1)], concerns).InputHash;
    }

    [Fact]
    public void Another_day_with_the_same_outcome_is_the_same_input() =>
        Make(Units, Uneven, asOf: Today.AddDays(1)).InputHash.ShouldBe(Make(Units, Uneven).InputHash);

    [Property]
    public bool Every_unit_stands_in_the_plan_exactly_once_and_never_more_than_the_capacity(int[] seeds, byte capacity)
    {
        var plan = Make(Units, ConcernsFrom(seeds, "enhet 3"),
            rules: WithDays(capacity % 4, 0, 1, 0));
        var all = plan.Reviews.Select(review => review.Unit.UnitId)
            .Concat(plan.NotChosen.Select(unit => unit.Unit.UnitId)).ToList();
        return all.Count == Units.Length && all.Distinct().Count() == Units.Length
            && plan.Reviews.Count == Math.Min(Units.Length, (capacity % 4) + 1)
            && plan.Reviews.All(review => plan.NotChosen.All(left => left.Rank > review.Rank));
    }

    private static IEnumerable<ConcernFact> Concerns(string unit, int count, int severity) =>
        Enumerable.Range(0, count)
            .Select(i => Concern($"{unit}{i}", unit, daysAgo: 5, reporter: $"r{i}", severity: severity));
}
