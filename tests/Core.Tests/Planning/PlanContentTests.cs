using Oversight.Planning;
using Oversight.Risk;
using static Oversight.Core.Tests.Plans.TestPlans;
using static Oversight.Core.Tests.RiskAnalyses.TestRisk;

namespace Oversight.Core.Tests.Plans;

/// <summary>What a plan says of each unit, and what its reader is told beside it.</summary>
[Trait("Requirement", "R54")]
public class PlanContentTests
{
    private static readonly ConcernFact[] Grave =
        [.. Enumerable.Range(0, 6).Select(i => Concern($"g{i}", "ena", 5, $"r{i}", 4))];

    public static TheoryData<string, UnitFact, ConcernFact[]> Reasons => new()
    {
        { "nothing-known", Unit("ena"), [] },
        { "nothing-known", Unit("ena"), [Concern("a", "ena", weighting: ConcernWeighting.Nothing)] },
        { "concerns 1 1", Unit("ena"), [Concern("a", "ena", severity: 1)] },
        { "severity 2 hela-enheten, concerns 1 1", Unit("ena"), [Concern("a", "ena", severity: 3)] },
        { "severity 4 hela-enheten, concerns 6 6", Unit("ena"), Grave },
        { "severity 2 hela-enheten, manager-change", Unit("ena", lateNotice: true), [] },
        { "concerns 1 1, unassessed 1", Unit("ena"), [Concern("a", "ena", weighting: ConcernWeighting.Unassessed)] },
        {
            "concerns 3 1, several-months 3", Unit("ena"),
            [Concern("a", "ena", 1, severity: 1), Concern("b", "ena", 40, severity: 1),
                Concern("c", "ena", 80, severity: 1)]
        },
        {
            "severity 2 hela-enheten, concerns 2 2, unassessed 1, manager-change", Unit("ena", lateNotice: true),
            [Concern("a", "ena"), Concern("b", "ena", reporter: "r2", weighting: ConcernWeighting.Unassessed)]
        },
    };

    [Theory, MemberData(nameof(Reasons))]
    public void Why_a_unit_has_its_class(string reasons, UnitFact unit, ConcernFact[] concerns) =>
        Text(Make([unit], concerns).Reviews.Single().Unit.Reasons.Select(reason => (reason.Code, reason.Arguments)))
            .ShouldBe(reasons);

    [Fact]
    public void A_unit_stands_as_the_register_named_it_and_the_analysis_judged_it()
    {
        var unit = Make([Unit("ena")], Grave).Reviews.Single().Unit;
        (unit.UnitId, unit.ProviderId, unit.AgreementId)
            .ShouldBe((IdOf("ena"), IdOf("anordnaren"), IdOf("anordnaren-avtal")));
        (unit.Name, unit.ProviderName, unit.AgreementArea.Value).ShouldBe(("ena", "anordnaren", "boende-lss"));
        var risk = Analyse(Unit("ena"), Grave);
        (unit.ClassId, unit.ClassName, unit.Severity, unit.Likelihood)
            .ShouldBe((risk.Class.Id, risk.Class.Name, 4, risk.Highest!.Likelihood.Level));
        (unit.Area, unit.Points, unit.Product).ShouldBe((RiskAreas.Whole, risk.Points, risk.Product));
        var quiet = Make([Unit("ena", customers: null)], []).Reviews.Single().Unit;
        (quiet.Severity, quiet.Likelihood, quiet.Area, quiet.Points, quiet.Product).ShouldBe((1, 1, null, 0m, 1));
        quiet.Uncertainties.ShouldBe([Uncertainty.CustomersUnknown]);
    }

    [Fact]
    public void What_the_reader_must_know()
    {
        Notes([], []).ShouldBe("no-units");
        Notes([Unit("ena")], []).ShouldBe("");
        Notes([Unit("ena", customers: null), Unit("andra", customers: null), Unit("tredje")], [])
            .ShouldBe("customers-unknown 2");
        Notes([Unit("ena")], [Concern("a", "ena", weighting: ConcernWeighting.Unassessed)])
            .ShouldBe("concerns-unassessed 1");
        var none = WithDays(0, 0, 0, 0);
        Text(Make([Unit("ena")], Grave, rules: none).Notes.Select(note => (note.Code, note.Arguments)))
            .ShouldBe("no-capacity, highest-class-left-out 1");
        var closing = Unit("ena", validTo: new DateOnly(2027, 3, 31));
        Notes([closing], Grave).ShouldBe("", "what has closed is not left out for want of capacity");
        var april = Rules with { PresentedInMonth = 4 };
        Text(Make([Unit("ena")], [], rules: april).Notes.Select(note => (note.Code, note.Arguments)))
            .ShouldBe("no-meeting 4");
    }

    [Fact]
    public void A_unit_that_closes_in_the_period_is_chosen()
    {
        var plan = Make([Unit("ena", validTo: new DateOnly(2027, 4, 1))], []);
        plan.Reviews.Single().Rank.ShouldBe(1);
        plan.NotChosen.ShouldBeEmpty();
    }

    [Fact]
    public void A_plan_says_what_it_was_made_from()
    {
        var plan = Make([Unit("ena")], Grave, Today.AddDays(1));
        (plan.AsOf, plan.ModelVersion, plan.MeetingDay).ShouldBe((Today.AddDays(1), "1", new DateOnly(2027, 3, 16)));
        plan.Capacity.ShouldBe([1, 0, 0, 0]);
        plan.Budget!.DaysPerQuarter.ShouldBe([1, 1, 0, 1]);
        plan.Budget.DaysUsed.ShouldBe([1, 0, 0, 0]);
        plan.InputHash.Length.ShouldBe(64);
        Make([Unit("ena")], [], rules: Rules with { PresentedInMonth = 4 }).MeetingDay.ShouldBeNull();
    }

    // The hash stands in every stored plan: what it is made of is a contract.
    [Fact]
    public void The_hash_of_a_plan_is_what_it_always_was()
    {
        var plan = Make(
            [Unit("ena", lateNotice: true, validTo: new DateOnly(2030, 1, 1)), Unit("andra", customers: null)],
            [.. Grave, Concern("o", "andra", weighting: ConcernWeighting.Unassessed)],
            rules: WithDays(1, 0, 0, 0));
        plan.InputHash.ShouldBe("38367f72dad1ee8110cdfc20f3ecd61d2f5ee4e8cd03c24e20b93e4ee7900557");
        plan.Facts!.ShouldBe(new PlanFacts(2, 7, "fc94aefcf61e3b155a9ecb00ef58a47f"));
    }

    [Fact]
    public void A_plan_of_a_year_keeps_what_happened_to_it()
    {
        var content = Make([Unit("ena"), Unit("andra", validTo: new DateOnly(2027, 3, 1))], Grave);
        var drafted = PlanDecider.Decide(
            PlanDecider.Initial,
            new PlanCommand.Draft(SocialBoard, 2027, content, 2019, Anyway: false),
            At(Today)).Events().Single();
        drafted.ShouldBe(new PlanEvent.Drafted(SocialBoard, 2027, 1, content, Role.ProcessOwner));
        var plan = Given(drafted).ShouldBeOfType<PlanState.Draft>().Plan;
        plan.ShouldBe(new Plan(SocialBoard, 2027, plan.Versions, content, null, 1));
        plan.Latest.ShouldBe(new PlanVersion(1, Today, content.InputHash, 1, 1, Role.ProcessOwner, content.Facts));

        var reason = new WrittenText("adoption-1#reason", "Noterad.", "hash");
        var prepared = new PlanEvent.Prepared(1, Today, content.MeetingDay);
        var adopted = PlanDecider.Decide(Given(drafted, prepared), new PlanCommand.Adopt(1, Today, reason, 2000),
            At(Today)).Events();
        var state = Given([drafted, prepared, .. adopted]).ShouldBeOfType<PlanState.Adopted>();
        (state.On, state.Reason, state.Plan.Presented, state.PlanOrNone).ShouldBe(
            (Today, reason.Kept, new PresentedVersion(1, Today, content.MeetingDay), state.Plan));
        PlanDecider.Decide(state, new PlanCommand.Reopen(reason, 2000), At(Today)).Events()
            .ShouldBe([new PlanEvent.Reopened(1, Today, reason.Kept)]);
        PlanDecider.Decide(state, new PlanCommand.Reopen(reason with { Text = "" }, 2000),
            At(Today, Role.Administrator)).Codes()
            .ShouldBe([PlanRefusals.OnlyProcessOwner, PlanRefusals.ReasonMissing]);
        PlanDecider.Decide(state, new PlanCommand.Reopen(reason, 7), At(Today)).Codes()
            .ShouldBe([PlanRefusals.ReasonTooLong]);
        PlanDecider.Decide(PlanDecider.Initial, new PlanCommand.Reopen(reason, 2000), At(Today)).Codes()
            .ShouldBe([PlanRefusals.NotMade]);
        PlanDecider.Initial.PlanOrNone.ShouldBeNull();
    }

    [Fact]
    public void A_version_that_was_pointed_out_is_pointed_out_again_when_another_has_come()
    {
        var content = Make([Unit("ena")], []);
        var other = Make([Unit("ena")], Grave);
        var first = new PlanEvent.Drafted(SocialBoard, 2027, 1, content, Role.System);
        var prepared = new PlanEvent.Prepared(1, Today, content.MeetingDay);
        var second = new PlanEvent.Drafted(SocialBoard, 2027, 2, other, Role.System);
        var at = At(Today.AddDays(3), Role.System);
        PlanDecider.Decide(Given(first, prepared, second), new PlanCommand.PrepareForMeeting(SocialBoard, 2027, other),
            at).Events()
            .ShouldBe([new PlanEvent.Prepared(2, Today.AddDays(3), other.MeetingDay)]);
        PlanDecider.Decide(Given(first, prepared), new PlanCommand.PrepareForMeeting(SocialBoard, 2027, other), at)
            .Events()
            .ShouldBe([second, new PlanEvent.Prepared(2, Today.AddDays(3), other.MeetingDay)]);
    }

    [Fact]
    public void What_cannot_follow_is_named()
    {
        var reopened = new PlanEvent.Reopened(1, Today, null);
        var prepared = new PlanEvent.Prepared(1, Today, null);
        var adopted = new PlanEvent.Adopted(1, Today, null);
        foreach (var happened in new PlanEvent[] { reopened, prepared, adopted })
        {
            Should.Throw<InvalidOperationException>(() => Given(happened)).Message
                .ShouldBe($"{happened.GetType().Name} cannot follow NotMade.");
        }
    }

    [Fact]
    public void The_memory_of_the_daily_run_is_a_stream_for_each_year()
    {
        DailyRunDecider.Initial.LastCompleted.ShouldBeNull();
        DailyRunDecider.IdOf(2027).ShouldBe(Id.Derive("daily-run", "2027"));
        PlanDecider.IdOf(SocialBoard, 2027).ShouldBe(Id.Derive("plan", "socialnamnden/2027"));
    }

    private static string Notes(UnitFact[] units, ConcernFact[] concerns) =>
        Text(Make(units, concerns).Notes.Select(note => (note.Code, note.Arguments)));

    private static string Text(IEnumerable<(string Code, IReadOnlyList<string> Arguments)> said) =>
        string.Join(", ", said.Select(one => string.Join(' ', one.Arguments.Prepend(one.Code))));
}
