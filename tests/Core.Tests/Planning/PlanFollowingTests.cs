using Oversight.Planning;
using Oversight.Risk;
using Oversight.Settings;
using static Oversight.Core.Tests.Plans.TestPlans;
using static Oversight.Core.Tests.RiskAnalyses.TestRisk;

namespace Oversight.Core.Tests.Plans;

/// <summary>How every provider is followed up, what came of a plan, and how two versions differ.</summary>
[Trait("Requirement", "R31")]
public class PlanFollowingTests
{
    private static readonly PlanningRules Standing = Rules with
    {
        Standing =
        [
            new StandingMethod(FollowUpMethod.Survey, Role.QualityDeveloper, new(9, 1), new(10, 5)),
            new StandingMethod(FollowUpMethod.Dialogue, Role.UnitManager, new(2, 1), new(3, 1)),
        ],
    };

    [Fact]
    [Trait("Requirement", "R43")]
    [Trait("Requirement", "R45")]
    public void Every_provider_is_in_the_plan_with_how_when_and_by_whom()
    {
        UnitFact[] units =
            [Unit("ena", provider: "Alfa"), Unit("andra", provider: "Beta"), Unit("tredje", provider: "Gamma"),
                Unit("slut", provider: "Delta", validTo: new DateOnly(2027, 3, 31))];
        var meeting = new DateOnly(2027, 5, 11);
        var last = new DateOnly(2027, 6, 30);
        var plan = PlanMaker.Make(
            new PlanInput(SocialBoard, 2027, Today, units, [], Model, Standing with
            {
                Choice = Standing.Choice with { DaysPerQuarter = [1, 0, 0, 0] },
            }, Meetings)
            {
                Arranged =
                [
                    new(FollowUpMethod.Dialogue, "Vårens dialog", [IdOf("andra")], meeting, meeting, "dialogue-1@2"),
                    new(FollowUpMethod.Dialogue, "Förra årets", [IdOf("andra")], meeting.AddYears(-1),
                        meeting.AddYears(-1), "dialogue-1@1"),
                ],
                Reviews =
                [
                    TestReviews.Report("tredje", new DateOnly(2026, 5, 1), TestReviews.Finding("k1", 3)) with
                    {
                        FinalDate = last,
                    },
                ],
            });

        plan.Common.ShouldBe(
        [
            new PlannedMethod(
                FollowUpMethod.Survey, Role.QualityDeveloper, null, new(2027, 9, 1), new(2027, 10, 5)),
        ]);
        plan.Providers.Select(provider => provider.Name).ShouldBe(["Alfa", "Beta", "Gamma"]);
        var standing = new PlannedMethod(
            FollowUpMethod.Dialogue, Role.UnitManager, null, new(2028, 2, 1), new(2028, 3, 1));
        var reviewed = plan.Reviews.ShouldHaveSingleItem().Unit;
        Own("Alfa").ShouldBe([.. Review("Alfa"), standing]);
        Own("Beta").ShouldBe(
        [
            .. Review("Beta"),
            new PlannedMethod(FollowUpMethod.Dialogue, Role.UnitManager, "Vårens dialog", meeting, meeting),
        ]);
        Own("Gamma").ShouldBe(
        [
            .. Review("Gamma"),
            new PlannedMethod(FollowUpMethod.Findings, Role.QualityDeveloper, "tredje", last, last), standing,
        ]);

        IReadOnlyList<PlannedMethod> Own(string name) => plan.Providers.Single(one => one.Name == name).Methods;

        IEnumerable<PlannedMethod> Review(string name) => reviewed.ProviderName == name
            ? [new PlannedMethod(FollowUpMethod.Review, Role.QualityDeveloper, reviewed.Name, null, null)]
            : [];
    }

    [Fact]
    public void A_survey_that_is_sent_out_has_its_own_days()
    {
        var (from, until) = (new DateOnly(2027, 8, 20), new DateOnly(2027, 9, 30));
        PlanMaker.Make(new PlanInput(SocialBoard, 2027, Today, [Unit("ena")], [], Model, Standing, Meetings)
        {
            Arranged = [new(FollowUpMethod.Survey, "Avtalsenkät 2027", null, from, until, "survey-round-1@3")],
        }).Common.ShouldBe([new PlannedMethod(FollowUpMethod.Survey, Role.QualityDeveloper, null, from, until)]);
    }

    [Fact]
    [Trait("Requirement", "R54")]
    public void A_plan_is_held_against_what_came_of_it()
    {
        UnitFact[] units = [.. Enumerable.Range(1, 5).Select(number => Unit($"enhet {number}"))];
        var content = Make(units, [], rules: WithDays(2, 1, 1, 1));
        var state = Given(
            new PlanEvent.Drafted(SocialBoard, 2027, 1, content, Role.System), new PlanEvent.Adopted(1, Today, null));
        var plan = state.PlanOrNone!;
        ReviewFact At(int place, ReviewStage stage) =>
            TestReviews.Report(content.Reviews[place].Unit.Name, null) with { PlanYear = 2027, Stage = stage };
        ReviewFact[] reviews =
        [
            At(0, ReviewStage.Reported), At(1, ReviewStage.ToStart), At(2, ReviewStage.Underway),
            At(3, ReviewStage.Dropped), At(4, ReviewStage.ToStart),
            At(4, ReviewStage.Reported) with { PlanYear = 2026 },
        ];

        PlanOutcome.Of(plan, reviews, new DateOnly(2027, 6, 30)).Select(one => one.Outcome).ShouldBe(
        [
            PlannedReviewOutcome.Reported, PlannedReviewOutcome.Ahead, PlannedReviewOutcome.Underway,
            PlannedReviewOutcome.TakenAway, PlannedReviewOutcome.Ahead,
        ]);
        var july = PlanOutcome.Of(plan, reviews, new DateOnly(2027, 7, 1));
        july[1].Outcome.ShouldBe(PlannedReviewOutcome.Missed);
        july.Where(one => one.IsMiss).Count().ShouldBe(2);
        var missed = content.Reviews[1].Unit.UnitId;
        var explained = PlanDecider.Decide(
            state, new PlanCommand.ExplainMiss(missed, [missed], Why, 2000), TestPlans.At(Today)).Events();
        var after = explained.Aggregate(state, PlanDecider.Evolve).PlanOrNone!;
        PlanOutcome.Summary(after, reviews, new DateOnly(2027, 7, 1)).ShouldBe(
            new PlanOutcomeSummary(2027, new DateOnly(2027, 7, 1), 5, 1, 1, 1, 2, 1));
        PlanDecider.Decide(state, new PlanCommand.ExplainMiss(missed, [], Why, 2000), TestPlans.At(Today)).Codes()
            .ShouldBe([PlanRefusals.NotMissed]);
        PlanDecider.Decide(
            Given(), new PlanCommand.ExplainMiss(missed, [missed], Why, 2000), TestPlans.At(Today)).Codes()
            .ShouldBe([PlanRefusals.NotMade]);
    }

    [Fact]
    [Trait("Requirement", "R54")]
    public void What_was_carried_over_may_have_begun_as_the_review_of_the_earlier_plan()
    {
        var undone = TestReviews.Report("ena", null) with
        {
            Stage = ReviewStage.ToStart,
            PlanYear = 2026,
            StartedOn = null,
        };
        var content = PlanMaker.Make(new PlanInput(SocialBoard, 2027, Today, [Unit("ena")], [], Model, Rules, Meetings)
        {
            Reviews = [undone],
        });
        var plan = Given(new PlanEvent.Drafted(SocialBoard, 2027, 1, content, Role.System)).PlanOrNone!;
        PlannedReviewOutcome Of(ReviewFact review) =>
            PlanOutcome.Of(plan, [review], new DateOnly(2028, 4, 1)).Single().Outcome;

        Of(undone).ShouldBe(PlannedReviewOutcome.Missed);
        var begun = undone with { Stage = ReviewStage.Underway, StartedOn = Today };
        Of(begun).ShouldBe(PlannedReviewOutcome.Underway);
        Of(begun with { PlanYear = 2025 }).ShouldBe(PlannedReviewOutcome.Missed, "another review of long ago");
    }

    [Fact]
    [Trait("Requirement", "R54")]
    public void Two_versions_are_told_apart_by_what_enters_leaves_and_moves()
    {
        UnitFact[] units = [Unit("ena"), Unit("andra"), Unit("tredje")];
        ConcernFact[] few = [Concern("a1", "ena", severity: 4), Concern("a2", "ena", reporter: "r2", severity: 4)];
        var older = Make(units, few, rules: WithDays(1, 1, 0, 0));
        var stayed = older.Reviews[1].Unit.Name;
        var risen = units.Single(unit => older.Reviews.All(review => review.Unit.UnitId != unit.UnitId)).Name;
        var newer = Make(
            units,
            [.. few, .. Enumerable.Range(0, 9).Select(i => Concern($"n{i}", risen, 3, $"r{i}", severity: 4))],
            rules: WithDays(1, 1, 0, 0));

        var comparison = PlanComparison.Of(older, newer);
        comparison.Entered.Select(review => review.Unit.Name).ShouldBe([risen]);
        var left = comparison.Left.ShouldHaveSingleItem();
        (left.Review.Unit.Name, left.Now!.Reason).ShouldBe((stayed, NotChosenReasons.NoCapacity));
        comparison.Moved.Select(moved => (moved.From, moved.Now.Quarter, moved.Now.Unit.Name))
            .ShouldBe([(1, 2, "ena")]);
        (comparison.Same, comparison.IsSame).ShouldBe((0, false));
        PlanComparison.Of(newer, newer).IsSame.ShouldBeTrue();
        PlanComparison.Of(newer, Make([], [])).Left.ShouldAllBe(gone => gone.Now == null);
    }

    private static WrittenText Why { get; } = new("miss-1#reason", "Granskaren var sjuk.", "hash");
}
