using FsCheck.Xunit;
using Oversight.Planning;
using Oversight.Risk;
using Oversight.Settings;
using static Oversight.Core.Tests.Plans.TestPlans;
using static Oversight.Core.Tests.RiskAnalyses.TestRisk;

namespace Oversight.Core.Tests.Plans;

/// <summary>Whom a plan reviews within its days, and why.</summary>
[Trait("Requirement", "R33")]
[Trait("Requirement", "R54")]
public class PlanChoiceTests
{
    private static readonly DateOnly Registered = new(2020, 1, 1);

    [Fact]
    public void A_review_of_many_customers_takes_more_days_and_a_quarter_is_not_overfilled()
    {
        var plan = Make(
            [Unit("stor", customers: 200), Unit("liten", customers: 5), Unit("okänd", customers: null)],
            [.. Grave("stor")], rules: Days([4, 3, 0, 2], new ReviewSize(0, 2), new ReviewSize(100, 4)));

        plan.Reviews.Select(review => (review.Unit.Name, review.Quarter, review.Days))
            .ShouldBe([("stor", 1, 4), ("okänd", 2, 2), ("liten", 4, 2)], ignoreOrder: true);
        plan.Budget!.DaysUsed.ShouldBe([4, 2, 0, 2]);
        plan.Capacity.ShouldBe([1, 1, 0, 1]);
    }

    [Fact]
    public void What_fits_in_no_quarter_begins_where_most_is_left_and_the_days_of_the_year_are_kept()
    {
        var plan = Make([Unit("ena"), Unit("andra")], [], rules: Days([3, 2, 0, 1], new ReviewSize(0, 3)));

        plan.Reviews.Select(review => review.Quarter).ShouldBe([1, 2]);
        plan.Budget!.DaysUsed.Sum().ShouldBe(6);
    }

    [Fact]
    public void Within_a_class_the_days_cover_the_most_risk_and_whoever_is_passed_by_is_told_why()
    {
        // The largest of the class has most points of its own; the two small ones have more together.
        UnitFact[] units = [Unit("stor", customers: 200), Unit("liten", customers: 40), Unit("mindre", customers: 30)];
        ConcernFact[] concerns = [.. Grave("stor", 24), .. Grave("liten"), .. Grave("mindre")];
        var plan = Make(units, concerns, rules: Days([4, 0, 0, 0], new ReviewSize(0, 2), new ReviewSize(100, 4)));

        plan.Reviews.Select(review => review.Unit.Name).ShouldBe(["liten", "mindre"], ignoreOrder: true);
        plan.Reviews.ShouldAllBe(review => review.Why!.Code == ChosenReasons.HighestClass);
        var left = plan.NotChosen.ShouldHaveSingleItem();
        (left.Rank, left.Reason).ShouldBe((1, NotChosenReasons.Outweighed));
        left.Arguments.ShouldBe(["4"]);
        plan.Notes.ShouldContain(note => note.Code == PlanNotes.HighestClassLeftOut);
    }

    [Fact]
    public void An_agreement_that_nobody_has_reviewed_for_too_long_is_reviewed_though_its_risk_is_low()
    {
        UnitFact[] units =
        [
            Own("orolig"), Own("oroligare"), Own("aldrig") with { ValidFrom = Registered.AddYears(-1) },
            Own("länge sedan"), Own("nyss"),
        ];
        ConcernFact[] concerns = [.. Mild("orolig", 2), .. Mild("oroligare", 4)];
        ReviewFact[] reviews =
        [
            Report("länge sedan", new DateOnly(2025, 3, 30)), Report("nyss", new DateOnly(2025, 4, 1)),
            Report("orolig", new DateOnly(2026, 5, 1)), Report("oroligare", new DateOnly(2026, 5, 1)),
        ];
        var plan = MakeWith(units, concerns, reviews, Minimum(share: 0.5m, days: [2, 2, 0, 0]));

        plan.Reviews.Select(review => (review.Unit.Name, review.Why!.Code)).ShouldBe(
        [
            ("oroligare", ChosenReasons.Risk), ("orolig", ChosenReasons.Risk),
            ("länge sedan", ChosenReasons.LongAgo), ("aldrig", ChosenReasons.NeverReviewed),
        ], ignoreOrder: true);
        plan.Reviews.Single(review => review.Why!.Code == ChosenReasons.LongAgo).Why!.Arguments
            .ShouldBe(["2025-03-30"]);
        plan.NotChosen.ShouldHaveSingleItem().Unit.Name.ShouldBe("nyss");
        plan.Notes.ShouldNotContain(note => note.Code == PlanNotes.MinimumNotMet);
    }

    [Fact]
    public void What_must_be_reviewed_and_does_not_fit_is_said_to_the_board()
    {
        UnitFact[] units = [.. Enumerable.Range(1, 5).Select(number => Own($"enhet {number}"))];
        MakeWith(units, [], [], Minimum(share: 0.5m, days: [2, 0, 0, 0])).Notes
            .ShouldContain(note => note.Code == PlanNotes.MinimumNotMet && note.Arguments.SequenceEqual(_three));
    }

    [Fact]
    public void A_share_is_drawn_by_lot_among_the_quiet_and_anybody_can_draw_it_again()
    {
        UnitFact[] units = [.. Enumerable.Range(1, 30).Select(number => Unit($"enhet {number}"))];
        ConcernFact[] concerns = [.. Enumerable.Range(1, 9).SelectMany(number => Mild($"enhet {number}", number))];
        var rules = Rules with
        {
            Choice = Rules.Choice with { DaysPerQuarter = [3, 2, 3, 2], RandomShare = 0.2m },
        };
        var plan = Make(units, concerns, rules: rules);

        var drawn = plan.Reviews.Where(review => review.Why!.Code == ChosenReasons.Lot).ToList();
        drawn.Count.ShouldBe(2);
        drawn.ShouldAllBe(review => review.Unit.ClassId.Value == "lag");
        drawn.ShouldAllBe(review => review.Why!.Arguments.Single() == "socialnamnden/2027");
        Names(Make([.. units.Reverse()], concerns, rules: rules)).ShouldBe(Names(plan));
        var nextYear = PlanMaker.Make(new PlanInput(SocialBoard, 2028, Today, units, concerns, Model, rules, Meetings));
        Names(nextYear).ShouldNotBe(Names(plan));
    }

    [Fact]
    public void What_an_earlier_plan_left_undone_is_carried_over_and_what_is_under_way_is_not_begun_again()
    {
        UnitFact[] units = [Unit("tyst"), Unit("pågår"), Unit("orolig"), Unit("oroligare")];
        ConcernFact[] concerns = [.. Grave("pågår"), .. Mild("orolig", 2), .. Mild("oroligare", 4)];
        ReviewFact[] reviews =
        [
            Report("tyst", null) with { Stage = ReviewStage.ToStart, PlanYear = 2026 },
            Report("pågår", null) with { Stage = ReviewStage.Underway },
            Report("orolig", null) with { Stage = ReviewStage.ToStart, PlanYear = 2027 },
        ];
        var plan = MakeWith(units, concerns, reviews, WithDays(1, 1, 0, 0));

        plan.Reviews.Select(review => (review.Unit.Name, review.Why!.Code))
            .ShouldBe([("oroligare", ChosenReasons.Risk), ("tyst", ChosenReasons.CarriedOver)]);
        plan.NotChosen.Single(left => left.Unit.Name == "pågår").Reason.ShouldBe(NotChosenReasons.UnderReview);
        plan.Notes.ShouldNotContain(note => note.Code == PlanNotes.HighestClassLeftOut);
    }

    [Fact]
    public void A_revised_plan_keeps_what_has_begun_in_the_quarter_it_began()
    {
        UnitFact[] units = [Unit("pågår"), Unit("klar"), Unit("orolig"), Unit("oroligare"), Unit("annan plan")];
        ReviewFact[] reviews =
        [
            Begun("pågår", ReviewStage.Underway, new DateOnly(2027, 8, 1)),
            Begun("klar", ReviewStage.Reported, new DateOnly(2027, 3, 1)),
            Begun("annan plan", ReviewStage.Underway, new DateOnly(2027, 3, 1)) with { PlanYear = 2026 },
        ];
        var plan = MakeWith(
            units, [.. Grave("oroligare"), .. Mild("orolig", 2)], reviews, WithDays(1, 1, 1, 0));

        plan.Reviews.Select(review => (review.Unit.Name, review.Quarter, review.Why!.Code)).ShouldBe(
        [
            ("oroligare", 3, ChosenReasons.HighestClass), ("klar", 1, ChosenReasons.Begun),
            ("pågår", 2, ChosenReasons.Begun),
        ], ignoreOrder: true);
        plan.NotChosen.Single(left => left.Unit.Name == "annan plan").Reason.ShouldBe(NotChosenReasons.UnderReview);

        static ReviewFact Begun(string unit, ReviewStage stage, DateOnly started) =>
            Report(unit, null) with { Stage = stage, PlanYear = 2027, StartedOn = started };
    }

    [Fact]
    public void What_people_have_decided_goes_before_the_risk_and_too_much_of_it_is_said()
    {
        UnitFact[] units = [Unit("tyst"), Unit("orolig"), Unit("ute")];
        ConcernFact[] concerns = [.. Grave("orolig"), .. Grave("ute", 3)];
        var steering = PlanSteering.None
            .With(Steered("tyst", SteeringKind.InQuarter, 4)).With(Steered("ute", SteeringKind.Out));
        var input = new PlanInput(SocialBoard, 2027, Today, units, concerns, Model, WithDays(1, 0, 0, 0), Meetings)
        {
            Steering = steering,
        };
        var plan = PlanMaker.Make(input);

        var review = plan.Reviews.ShouldHaveSingleItem();
        (review.Unit.Name, review.Quarter, review.Why!.Code).ShouldBe(("tyst", 4, ChosenReasons.Steered));
        plan.NotChosen.Select(left => (left.Unit.Name, left.Reason)).ShouldBe(
            [("orolig", NotChosenReasons.NoCapacity), ("ute", NotChosenReasons.SteeredOut)], ignoreOrder: true);
        plan.Notes.ShouldNotContain(note => note.Code == PlanNotes.OverCapacity);

        var more = PlanMaker.Make(input with { Steering = steering.With(Steered("orolig", SteeringKind.In)) });
        more.Reviews.Count.ShouldBe(2);
        more.Notes.ShouldContain(note => note.Code == PlanNotes.OverCapacity && note.Arguments[0] == "1");
        var free = steering.With(Steered("tyst", SteeringKind.Free)).With(Steered("ute", SteeringKind.Free));
        free.Units.ShouldBeEmpty();
    }

    [Property]
    public bool No_more_days_are_used_than_there_are_and_a_higher_class_is_never_passed_by_for_a_lower(
        int[] seeds, byte[] sizes, byte first, byte second)
    {
        UnitFact[] units = [.. sizes.Take(12).Select((size, index) => Unit($"enhet {index}", customers: size))];
        var concerns = units.SelectMany((unit, index) =>
            ConcernsFrom(seeds.Skip(index).Take(6), unit.Name)).ToList();
        var plan = Make(units, concerns, rules: Days(
            [first % 9, second % 7, 0, 3], new ReviewSize(0, 1), new ReviewSize(40, 2), new ReviewSize(120, 3)));
        var (used, room) = (plan.Reviews.Sum(review => review.Days!.Value), plan.Budget!.DaysPerQuarter.Sum());
        var highest = plan.Reviews.Where(review => review.Unit.ClassId.Value == "mycket-hog")
            .Sum(review => review.Days!.Value);
        return used <= room
            && plan.NotChosen.Where(left => left.Unit.ClassId.Value == "mycket-hog").All(left =>
                DaysOf(units.Single(unit => unit.UnitId == left.Unit.UnitId)) > room - highest)
            && plan.NotChosen.All(left => left.Reason != NotChosenReasons.NoCapacity
                || DaysOf(units.Single(unit => unit.UnitId == left.Unit.UnitId)) > room - used);

        static int DaysOf(UnitFact unit) => unit.Customers >= 120 ? 3 : unit.Customers >= 40 ? 2 : 1;
    }

    private static readonly string[] _three = ["3", "3"];

    private static IEnumerable<string> Names(PlanContent plan) => plan.Reviews.Select(review => review.Unit.Name);

    private static PlanningRules Days(int[] days, params ReviewSize[] sizes) =>
        Rules with { Choice = Rules.Choice with { DaysPerQuarter = days, ReviewDays = sizes } };

    private static PlanningRules Minimum(decimal share, int[] days) =>
        Rules with { Choice = Rules.Choice with { DaysPerQuarter = days, MinimumShare = share } };

    private static UnitFact Own(string name) => Unit(name, provider: name);

    private static ReviewFact Report(string unit, DateOnly? on) => TestReviews.Report(unit, on);

    private static UnitSteering Steered(string unit, SteeringKind kind, int? quarter = null) =>
        new(IdOf(unit), kind, quarter, Today, new TextReference("steering#reason", 6, "hash"));

    private static PlanContent MakeWith(
        UnitFact[] units, ConcernFact[] concerns, ReviewFact[] reviews, PlanningRules rules) =>
        PlanMaker.Make(new PlanInput(SocialBoard, 2027, Today, units, concerns, Model, rules, Meetings)
        {
            Reviews = reviews,
        });

    private static IEnumerable<ConcernFact> Grave(string unit, int count = 8) => Enumerable.Range(0, count)
        .Select(i => Concern($"{unit} g{i}", unit, daysAgo: 5, reporter: $"r{i}", severity: 4));

    private static IEnumerable<ConcernFact> Mild(string unit, int count) => Enumerable.Range(0, count)
        .Select(i => Concern($"{unit} m{i}", unit, daysAgo: 5, reporter: $"r{i}", severity: 2));
}
