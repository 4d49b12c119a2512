using Oversight.Planning;
using static Oversight.Core.Tests.Plans.TestPlans;
using static Oversight.Core.Tests.RiskAnalyses.TestRisk;

namespace Oversight.Core.Tests.Plans;

[Trait("Requirement", "R55")]
public class PlanDeciderTests
{
    private static readonly PlanContent Content = Make([Unit("enheten")], []);
    private static readonly PlanContent Changed = Make([Unit("enheten")], [Concern("ny", "enheten")]);
    private static readonly PlanEvent.Drafted FirstDraft = new(SocialBoard, 2027, 1, Content, Role.System);
    private static readonly PlanCommand.Adopt Adoption = new(1, Today.AddDays(20),
        Reason("Nämnden har noterat planen."), 2000);

    [Fact]
    public void A_plan_is_drafted_once_for_the_same_input() =>
        PlanDecider.Decide(Given(FirstDraft), Draft(Content with { AsOf = Today.AddDays(3) }), At(Today.AddDays(3)))
            .Events().ShouldBeEmpty();

    [Fact]
    public void A_changed_input_gives_the_next_version()
    {
        var drafted = PlanDecider.Decide(Given(FirstDraft), Draft(Changed), At(Today)).Events().ShouldHaveSingleItem();

        drafted.ShouldBeOfType<PlanEvent.Drafted>().Version.ShouldBe(2);
        Given(FirstDraft, drafted).ShouldBeOfType<PlanState.Draft>().Plan.Versions.Select(version => version.Number)
            .ShouldBe([1, 2]);
    }

    [Theory]
    [InlineData(2018)]
    [InlineData(2029)]
    public void A_year_without_rules_or_far_ahead_is_refused(int year) =>
        PlanDecider.Decide(
            Given(), new PlanCommand.Draft(SocialBoard, year, Content, 2019, Anyway: false), At(Today)).Codes()
            .ShouldBe([PlanRefusals.YearOutOfRange]);

    [Fact]
    public void The_version_for_the_meeting_is_the_latest_and_is_drafted_when_something_changed()
    {
        var same = PlanDecider.Decide(Given(FirstDraft), new PlanCommand.PrepareForMeeting(SocialBoard, 2027, Content),
            At(Today, Role.System)).Events();
        same.ShouldHaveSingleItem().ShouldBe(new PlanEvent.Prepared(1, Today, Content.MeetingDay));

        var changed = PlanDecider.Decide(Given(FirstDraft),
            new PlanCommand.PrepareForMeeting(SocialBoard, 2027, Changed), At(Today, Role.System)).Events();
        changed.Select(happened => happened.GetType())
            .ShouldBe([typeof(PlanEvent.Drafted), typeof(PlanEvent.Prepared)]);

        var unmade = PlanDecider.Decide(Given(), new PlanCommand.PrepareForMeeting(SocialBoard, 2027, Content),
            At(Today, Role.System)).Events();
        Given([.. unmade]).ShouldBeOfType<PlanState.Draft>().Plan.Presented!.Version.ShouldBe(1);
    }

    [Fact]
    public void Preparing_twice_says_nothing_new()
    {
        var prepared = new PlanEvent.Prepared(1, Today, Content.MeetingDay);
        PlanDecider.Decide(Given(FirstDraft, prepared), new PlanCommand.PrepareForMeeting(SocialBoard, 2027, Content),
            At(Today)).Events().ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R3")]
    public void The_process_owner_adopts_the_latest_version() =>
        PlanDecider.Decide(Given(FirstDraft), Adoption, At(Today.AddDays(20))).Events()
            .ShouldBe([new PlanEvent.Adopted(1, Today.AddDays(20), Adoption.Reason.Kept)]);

    [Theory]
    [InlineData(Role.System)]
    [InlineData(Role.QualityDeveloper)]
    [InlineData(Role.UnitManager)]
    [InlineData(Role.Administrator)]
    public void Nobody_else_adopts_a_plan(Role role) =>
        PlanDecider.Decide(Given(FirstDraft), Adoption, At(Today.AddDays(20), role)).Codes()
            .ShouldBe([PlanRefusals.OnlyProcessOwner]);

    [Fact]
    public void Everything_wrong_with_an_adoption_is_said_at_once() =>
        PlanDecider.Decide(Given(FirstDraft), new PlanCommand.Adopt(3, Today.AddDays(40), Reason(" "), 2000),
            At(Today.AddDays(20))).Codes()
            .ShouldBe([PlanRefusals.ReasonMissing, PlanRefusals.NotLatestVersion, PlanRefusals.AdoptedInFuture]);

    [Fact]
    public void An_adoption_dated_before_its_version_or_with_a_too_long_reason_is_refused() =>
        PlanDecider.Decide(Given(FirstDraft),
            Adoption with { On = Today.AddDays(-1), Reason = Reason("lång"), LongestReason = 3 }, At(Today)).Codes()
            .ShouldBe([PlanRefusals.ReasonTooLong, PlanRefusals.AdoptedBeforeVersion]);

    [Fact]
    public void An_adopted_plan_takes_no_drafts_until_it_is_reopened()
    {
        var adopted = Given(FirstDraft, new PlanEvent.Adopted(1, Today, null));
        PlanDecider.Decide(adopted, Draft(Changed), At(Today)).Codes().ShouldBe([PlanRefusals.AlreadyAdopted]);
        PlanDecider.Decide(adopted, Adoption, At(Today)).Codes().ShouldBe([PlanRefusals.AlreadyAdopted]);
        PlanDecider.Decide(adopted, new PlanCommand.PrepareForMeeting(SocialBoard, 2027, Changed),
            At(Today, Role.System)).Events().ShouldBeEmpty();

        var reopened = PlanDecider.Decide(adopted, new PlanCommand.Reopen(Reason("Två enheter har stängt."), 2000),
            At(Today)).Events();
        PlanDecider.Decide(reopened.Aggregate(adopted, PlanDecider.Evolve), Draft(Changed), At(Today)).Events()
            .ShouldHaveSingleItem();
    }

    [Fact]
    public void Only_an_adopted_plan_is_reopened_and_only_what_exists_is_adopted()
    {
        PlanDecider.Decide(Given(FirstDraft), new PlanCommand.Reopen(Reason("Varför?"), 2000), At(Today)).Codes()
            .ShouldBe([PlanRefusals.NotAdopted]);
        PlanDecider.Decide(Given(), Adoption, At(Today)).Codes().ShouldBe([PlanRefusals.NotMade]);
    }

    [Fact]
    public void A_refusal_is_told_at_its_field_with_what_it_should_have_been()
    {
        IReadOnlyList<Refusal> Why(PlanCommand command, DateOnly day) =>
            PlanDecider.Decide(Given(FirstDraft), command, At(day))
                .ShouldBeOfType<Decision<PlanEvent>.Refused>().Reasons;

        Why(new PlanCommand.Adopt(3, Today.AddDays(1), Reason(""), 2000), Today).ShouldBe(
        [
            new Refusal(PlanRefusals.ReasonMissing, "reason"),
            new Refusal(PlanRefusals.NotLatestVersion, "version", "3", "1"),
            new Refusal(PlanRefusals.AdoptedInFuture, "adoptedOn"),
        ]);
        Why(new PlanCommand.Adopt(1, Content.AsOf.AddDays(-1), Reason("lång"), 3), Today).ShouldBe(
        [
            new Refusal(PlanRefusals.ReasonTooLong, "reason", "3"),
            new Refusal(PlanRefusals.AdoptedBeforeVersion, "adoptedOn", Content.AsOf.ToString("yyyy-MM-dd", null)),
        ]);
        PlanDecider.Decide(Given(FirstDraft), new PlanCommand.Adopt(1, Content.AsOf, Reason("lång"), 4), At(Today))
            .Events().ShouldHaveSingleItem();
        PlanDecider.CheckYear(2018, 2019, Today)
            .ShouldBe(new Refusal(PlanRefusals.YearOutOfRange, "year", "2019", $"{Today.Year + 1}"));
        PlanDecider.CheckYear(2019, 2019, Today).ShouldBeNull();
        PlanDecider.CheckYear(Today.Year + 1, 2019, Today).ShouldBeNull();
        PlanDecider.CheckYear(Today.Year + 2, 2019, Today).ShouldNotBeNull();
    }

    [Fact]
    public void A_reopened_plan_is_another_revision_of_the_same_stream_and_points_nothing_out()
    {
        var adopted = Given(FirstDraft, new PlanEvent.Prepared(1, Today, null), new PlanEvent.Adopted(1, Today, null));
        var reopened = PlanDecider.Evolve(adopted, new PlanEvent.Reopened(1, Today, null)).PlanOrNone!;

        (reopened.Revision, reopened.Presented).ShouldBe((2, null));
        PlanDecider.IdOf(SocialBoard, 2027).ShouldBe(PlanDecider.IdOf(SocialBoard, 2027));
        new[] { PlanDecider.IdOf(SocialBoard, 2027), PlanDecider.IdOf(SocialBoard, 2028),
            PlanDecider.IdOf(new BoardId("b"), 2027) }
            .Distinct().Count().ShouldBe(3);
        Should.Throw<InvalidOperationException>(() => PlanDecider.Evolve(adopted, FirstDraft)).Message
            .ShouldContain("Drafted");
    }

    private static WrittenText Reason(string text) => new("adoption-1#reason", text, "hash");

    private static PlanCommand.Draft Draft(PlanContent content) => new(SocialBoard, 2027, content, 2019, Anyway: false);
}
