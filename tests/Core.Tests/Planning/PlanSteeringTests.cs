using Oversight.Planning;
using static Oversight.Core.Tests.Plans.TestPlans;
using static Oversight.Core.Tests.RiskAnalyses.TestRisk;

namespace Oversight.Core.Tests.Plans;

/// <summary>People decide about a plan before it is adopted, and the board keeps what it has been given.</summary>
[Trait("Requirement", "R54")]
[Trait("Requirement", "R55")]
public class PlanSteeringTests
{
    private static readonly PlanContent Content = Make([Unit("ena"), Unit("andra")], [], rules: WithDays(1, 0, 0, 0));
    private static readonly PlanContent Changed = Make([Unit("ena"), Unit("andra")], [Concern("ny", "ena")]);
    private static readonly PlanEvent.Drafted First = new(SocialBoard, 2027, 1, Content, Role.System);
    private static readonly PlanEvent.Prepared Pointed = new(1, Today, Content.MeetingDay, Role.ProcessOwner);

    [Fact]
    public void Deciding_about_a_unit_makes_the_plan_again_and_keeps_what_is_decided()
    {
        var events = Decide(Steer()).Events();

        events.Select(happened => happened.GetType()).ShouldBe([typeof(PlanEvent.Steered), typeof(PlanEvent.Drafted)]);
        var plan = Given([First, .. events]).PlanOrNone!;
        plan.Steering.Of(IdOf("andra"))!.Kind.ShouldBe(SteeringKind.In);
        (plan.Latest.Number, plan.Content).ShouldBe((2, Changed));
        var freed = PlanDecider.Decide(
            Given([First, .. events]), Steer() with { Kind = SteeringKind.Free }, At(Today)).Events();
        Given([First, .. events, .. freed]).PlanOrNone!.Steering.Units.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_wrong_with_a_decision_is_said_at_its_field()
    {
        Codes(Steer() with { UnitId = IdOf("okänd"), Reason = Text("") })
            .ShouldBe([PlanRefusals.ReasonMissing, PlanRefusals.UnitNotInPlan]);
        Codes(Steer() with { Kind = SteeringKind.Free }).ShouldBe([PlanRefusals.UnitIsFree]);
        foreach (var quarter in new int?[] { null, 0, 5 })
            Codes(Steer() with { Kind = SteeringKind.InQuarter, Quarter = quarter })
                .ShouldBe([PlanRefusals.QuarterMissing]);
        Decide(Steer() with { Kind = SteeringKind.InQuarter, Quarter = 4 }).Events().Count.ShouldBe(2);
        Codes(Steer() with { Quarter = 2 }).ShouldBe([PlanRefusals.QuarterNotAsked]);
        PlanDecider.Decide(Given(), Steer(), At(Today)).Codes().ShouldBe([PlanRefusals.NotMade]);
        PlanDecider.Decide(Adopted, Steer(), At(Today)).Codes().ShouldBe([PlanRefusals.AlreadyAdopted]);
        PlanDecider.Decide(Adopted, Choices(new PlanChoices()), At(Today)).Codes()
            .ShouldBe([PlanRefusals.AlreadyAdopted]);
        PlanDecider.Decide(Given(), Choices(new PlanChoices()), At(Today)).Codes().ShouldBe([PlanRefusals.NotMade]);
    }

    [Theory]
    [InlineData(new[] { 1, 1, 1 }, null, null, PlanRefusals.DaysOutOfRange)]
    [InlineData(new[] { 1, 1, 1, -1 }, null, null, PlanRefusals.DaysOutOfRange)]
    [InlineData(new[] { 1, 1, 1, 1001 }, null, null, PlanRefusals.DaysOutOfRange)]
    [InlineData(null, 0, null, PlanRefusals.YearsOutOfRange)]
    [InlineData(null, 11, null, PlanRefusals.YearsOutOfRange)]
    [InlineData(null, null, -0.1, PlanRefusals.SharesOutOfRange)]
    [InlineData(null, null, 1.1, PlanRefusals.SharesOutOfRange)]
    public void A_capacity_that_cannot_be_is_refused(int[]? days, int? years, double? share, string refusal) =>
        Codes(Choices(new PlanChoices
        {
            DaysPerQuarter = days,
            LongestYears = years,
            MinimumShare = (decimal?)share,
        })).ShouldBe([refusal]);

    [Fact]
    public void Another_capacity_holds_for_every_version_after_it()
    {
        var choices = new PlanChoices { DaysPerQuarter = [0, 0, 0, 1000], LongestYears = 10, RandomShare = 1 };
        var plan = Given([First, .. Decide(Choices(choices)).Events()]).PlanOrNone!;

        plan.Steering.Choices.ShouldBe(choices);
        plan.Steering.Choices.Over(Rules.Choice).ShouldBe(Rules.Choice with
        {
            DaysPerQuarter = choices.DaysPerQuarter!,
            LongestYears = 10,
            RandomShare = 1,
        });
        new PlanChoices { DaysPerQuarter = [1, 2, 3, 4] }
            .ShouldBe(new PlanChoices { DaysPerQuarter = new List<int> { 1, 2, 3, 4 } });
        new PlanChoices { DaysPerQuarter = [1, 2, 3, 4] }.ShouldNotBe(PlanChoices.AsTheRules);
        PlanChoices.AsTheRules.Over(Rules.Choice).ShouldBe(Rules.Choice);
    }

    [Fact]
    public void The_board_keeps_its_version_whatever_is_drafted_after()
    {
        var draft = new PlanCommand.Draft(SocialBoard, 2027, Changed, 2019, Anyway: false);
        PlanDecider.Decide(Given(First, Pointed), draft, At(Today)).Codes().ShouldBe([PlanRefusals.BoardHasVersion]);
        PlanDecider.Decide(Given(First, Pointed), draft with { Content = Content }, At(Today)).Events().ShouldBeEmpty();
        PlanDecider.Decide(Given(First, Pointed), Steer() with { Anyway = false }, At(Today)).Codes()
            .ShouldBe([PlanRefusals.BoardHasVersion]);
        PlanDecider.Decide(Given(First, Pointed), Choices(new PlanChoices()) with { Anyway = false }, At(Today))
            .Codes().ShouldBe([PlanRefusals.BoardHasVersion]);

        var drafted = PlanDecider.Decide(Given(First, Pointed), draft with { Anyway = true }, At(Today)).Events();
        var plan = Given([First, Pointed, .. drafted]).PlanOrNone!;
        (plan.HasNewerDraft, plan.Latest.Number, plan.Content).ShouldBe((true, 2, Changed));
        var board = plan.AsPresented();
        (board.Latest.Number, board.Content, board.HasNewerDraft).ShouldBe((1, Content, false));
        // A second one is no surprise to anybody.
        PlanDecider.Decide(
            Given([First, Pointed, .. drafted]), draft with { Content = Content }, At(Today)).Events()
            .ShouldHaveSingleItem();
    }

    [Fact]
    public void What_a_person_has_finished_the_calendar_does_not_replace()
    {
        var finish = new PlanCommand.Finish(1, BoardOutcome.Noted);
        var finished = PlanDecider.Decide(Given(First), finish, At(Today)).Events().ShouldHaveSingleItem();
        finished.ShouldBe(new PlanEvent.Prepared(1, Today, Content.MeetingDay, Role.ProcessOwner)
        {
            Proposal = BoardOutcome.Noted,
        });
        var state = Given(First, finished);
        state.PlanOrNone!.Presented!.Proposal.ShouldBe(BoardOutcome.Noted);
        Given(First, new PlanEvent.Prepared(1, Today, null)).PlanOrNone!.Presented!.Proposal
            .ShouldBe(BoardOutcome.Established);
        PlanDecider.Decide(state, new PlanCommand.PrepareForMeeting(SocialBoard, 2027, Changed), At(Today, Role.System))
            .Events().ShouldBeEmpty();

        PlanDecider.Decide(Given(First), finish with { Version = 2 }, At(Today, Role.UnitManager)).Codes()
            .ShouldBe([PlanRefusals.OnlyProcessOwner, PlanRefusals.NotLatestVersion]);
        PlanDecider.Decide(Given(), finish, At(Today)).Codes().ShouldBe([PlanRefusals.NotMade]);
        PlanDecider.Decide(Adopted, finish, At(Today)).Codes().ShouldBe([PlanRefusals.AlreadyAdopted]);
    }

    [Fact]
    public void What_the_board_made_of_it_is_kept_with_its_paragraph()
    {
        var adopt = new PlanCommand.Adopt(1, Today, Text("Enligt protokoll."), 2000)
        {
            Outcome = BoardOutcome.Noted,
            Paragraph = "§ 12",
        };
        var adopted = PlanDecider.Decide(Given(First, Pointed), adopt, At(Today)).Events();
        var state = Given([First, Pointed, .. adopted]).ShouldBeOfType<PlanState.Adopted>();
        (state.Outcome, state.Paragraph).ShouldBe((BoardOutcome.Noted, "§ 12"));
        PlanDecider.Decide(Given(First), adopt with { Outcome = null }, At(Today)).Codes()
            .ShouldBe([PlanRefusals.ParagraphWithoutOutcome]);
        PlanDecider.Decide(Given(First), adopt with { Paragraph = new string('1', 21) }, At(Today)).Codes()
            .ShouldBe([PlanRefusals.ParagraphTooLong]);
        PlanDecider.Decide(Given(First), adopt with { Paragraph = new string('1', 20) }, At(Today)).Events().Count
            .ShouldBe(1);
    }

    [Fact]
    public void The_board_decides_on_the_version_it_has_and_not_on_a_newer_one()
    {
        var newer = new PlanEvent.Drafted(SocialBoard, 2027, 2, Changed, Role.System);
        var adopt = new PlanCommand.Adopt(2, Today, Text("Enligt protokoll."), 2000)
        {
            Outcome = BoardOutcome.Established,
        };
        PlanDecider.Decide(Given(First, Pointed, newer), adopt, At(Today))
            .ShouldBeOfType<Decision<PlanEvent>.Refused>().Reasons
            .ShouldBe([new Refusal(PlanRefusals.BoardHasAnother, "outcome", "1", "2")]);
        PlanDecider.Decide(Given(First, Pointed, newer), adopt with { Outcome = null }, At(Today)).Events()
            .ShouldHaveSingleItem();
        PlanDecider.Decide(Given(First, Pointed, newer, Pointed with { Version = 2 }), adopt, At(Today)).Events()
            .ShouldHaveSingleItem();
    }

    [Fact]
    public void A_draft_is_commented_on_until_it_is_adopted()
    {
        var comment = new PlanCommand.Comment(Text("Ta med Solgården."), 2000);
        var said = PlanDecider.Decide(Given(First), comment, At(Today, Role.UnitManager)).Events();
        said.ShouldBe([new PlanEvent.Commented(1, Today, comment.Text.Kept)]);
        var plan = Given([First, .. said]).ShouldBeOfType<PlanState.Draft>().Plan;
        (plan.Content, plan.Latest.Number).ShouldBe((Content, 1), "what is said changes nothing in the plan");
        PlanDecider.Decide(Given(First), comment with { Longest = 3 }, At(Today)).Codes()
            .ShouldBe([PlanRefusals.ReasonTooLong]);
        PlanDecider.Decide(Adopted, comment, At(Today)).Codes().ShouldBe([PlanRefusals.AlreadyAdopted]);
        PlanDecider.Decide(Given(), comment, At(Today)).Codes().ShouldBe([PlanRefusals.NotMade]);
    }

    private static PlanState Adopted => Given(First, new PlanEvent.Adopted(1, Today, null));

    private static PlanCommand.Steer Steer() =>
        new(IdOf("andra"), SteeringKind.In, null, Text("Anmäld av regionen."), 2000, Anyway: true, _ => Changed);

    private static PlanCommand.SetChoices Choices(PlanChoices choices) =>
        new(choices, Rules.Choice, Text("Två granskare mindre."), 2000, Anyway: true, _ => Changed);

    private static Decision<PlanEvent> Decide(PlanCommand command) =>
        PlanDecider.Decide(Given(First), command, At(Today));

    private static IReadOnlyList<string> Codes(PlanCommand command) => Decide(command).Codes();

    private static WrittenText Text(string text) => new("steering-1#reason", text, "hash");
}
