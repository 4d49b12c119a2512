using Oversight.Substitutions;

namespace Oversight.Core.Tests.Substitutions;

/// <summary>A vikariat is named, taken and ended.</summary>
public class SubstitutionTests
{
    private const string Away = "anna";
    private const string Colleague = "bo";
    private static readonly DateOnly Today = new(2027, 6, 1);

    private static readonly SubstitutionCommand.Arrange Arrange = new()
    {
        Role = Role.QualityDeveloper,
        Board = new BoardId("socialnamnden"),
        IsOwn = true,
        From = Today,
        Until = Today.AddDays(10),
        OwnName = Text("Anna"),
        Named = Text("Bo"),
        Reason = Text("Semester."),
        Line = 10,
        LongestReason = 20,
    };

    private static readonly SubstitutionCommand.Take Take = new(Text("Bo"), HasRight: true);
    private static readonly SubstitutionCommand.End End = new(Text("Tillbaka."), 20);

    public static TheoryData<string, SubstitutionCommand.Arrange> Arranged => new()
    {
        { "Arranged", Arrange },
        { "Arranged", Arrange with { Role = Role.UnitManager, Until = Today } },
        { "role:substitution.role-missing", Arrange with { Role = null } },
        { "role:substitution.role-missing", Arrange with { Role = Role.ProcessOwner } },
        { "board:substitution.not-your-role", Arrange with { IsOwn = false } },
        {
            "from:substitution.day-missing until:substitution.day-missing",
            Arrange with { From = null, Until = null }
        },
        { "from:substitution.day-passed", Arrange with { From = Today.AddDays(-1) } },
        { "until:substitution.backwards", Arrange with { From = Today.AddDays(1), Until = Today } },
        { "standIn:text.missing reason:text.missing", Arrange with { Named = Text(""), Reason = Text("") } },
        {
            "standIn:text.too-long(11, 10) reason:text.too-long(21, 20)",
            Arrange with { Named = Text(new string('x', 11)), Reason = Text(new string('x', 21)) }
        },
    };

    [Theory]
    [MemberData(nameof(Arranged))]
    public void Somebody_who_will_be_away_names_who_stands_in(string answer, SubstitutionCommand.Arrange asked) =>
        Answer(SubstitutionState.Initial, asked, Away, Today).ShouldBe(answer);

    [Fact]
    public void A_colleague_with_the_right_takes_it_once()
    {
        var arranged = After(Arrange);
        Answer(arranged, Take, Colleague, Today).ShouldBe("Taken");
        Answer(arranged, Take, Away, Today).ShouldBe("substitution.own-absence");
        Answer(arranged, Take with { HasRight = false }, Colleague, Today)
            .ShouldBe("substitution.no-right-to-board");
        Answer(arranged, Take, Colleague, Today.AddDays(10)).ShouldBe("Taken");
        Answer(arranged, Take, Colleague, Today.AddDays(11)).ShouldBe("substitution.over");
        Answer(SubstitutionState.Initial, Take, Colleague, Today).ShouldBe("substitution.over");
        var taken = After(Arrange, Take);
        taken.Substitution!.By!.UserId.ShouldBe(Colleague);
        Answer(taken, Take, "cia", Today).ShouldBe("substitution.already-taken");
    }

    [Fact]
    public void Either_of_the_two_ends_it_and_then_nothing_more_happens_to_it()
    {
        var taken = After(Arrange, Take);
        Answer(taken, End, Away, Today).ShouldBe("Ended");
        Answer(taken, End, Colleague, Today).ShouldBe("Ended");
        Answer(taken, End, "cia", Today).ShouldBe("substitution.not-yours");
        Answer(After(Arrange), End, Colleague, Today).ShouldBe("substitution.not-yours");
        Answer(taken, End with { Reason = Text("") }, Away, Today).ShouldBe("reason:text.missing");
        Answer(taken, End with { Reason = Text(new string('x', 21)) }, Away, Today)
            .ShouldBe("reason:text.too-long(21, 20)");
        var ended = SubstitutionDecider.Evolve(taken, new SubstitutionEvent.Ended(Today, Text("x").Kept));
        ended.Substitution!.IsOver(Today).ShouldBeTrue();
        Answer(ended, End, Away, Today).ShouldBe("substitution.over");
        Answer(ended, Take, Colleague, Today).ShouldBe("substitution.over");
    }

    [Fact]
    public void What_an_enhetschef_may_is_lent_when_whoever_is_away_has_said_who_took_it()
    {
        var confirm = new SubstitutionCommand.Confirm();
        var reviewer = After(Arrange, Take);
        reviewer.Substitution!.IsStanding.ShouldBeTrue("A reviewer lends a colleague nothing that they may not.");
        Answer(reviewer, confirm, Away, Today).ShouldBe("substitution.nothing-to-confirm");
        var chief = Arrange with { Role = Role.UnitManager };
        Answer(After(chief), confirm, Away, Today).ShouldBe("substitution.nothing-to-confirm");
        var taken = After(chief, Take);
        taken.Substitution!.IsStanding.ShouldBeFalse();
        Answer(taken, confirm, Colleague, Today).ShouldBe("substitution.not-the-one-away");
        Answer(taken, confirm, Away, Today).ShouldBe("Confirmed");
        var confirmed = SubstitutionDecider.Evolve(taken, new SubstitutionEvent.Confirmed(Today));
        confirmed.Substitution!.IsStanding.ShouldBeTrue();
        Answer(confirmed, confirm, Away, Today).ShouldBe("substitution.nothing-to-confirm");
        SubstitutionDecider.Evolve(confirmed, new SubstitutionEvent.Ended(Today, Text("x").Kept))
            .Substitution!.IsStanding.ShouldBeFalse();
    }

    private static SubstitutionState After(params SubstitutionCommand[] commands) =>
        commands.Aggregate(SubstitutionState.Initial, (state, command) =>
            SubstitutionDecider.Decide(
                state, command, By(command is SubstitutionCommand.Arrange ? Away : Colleague, Today))
                .ShouldBeOfType<Decision<SubstitutionEvent>.Accepted>()
                .Events.Aggregate(state, SubstitutionDecider.Evolve));

    private static string Answer(SubstitutionState state, SubstitutionCommand command, string user, DateOnly today) =>
        SubstitutionDecider.Decide(state, command, By(user, today)) switch
        {
            Decision<SubstitutionEvent>.Refused refused => string.Join(' ', refused.Reasons.Select(RefusalText.Of)),
            Decision<SubstitutionEvent>.Accepted accepted => accepted.Events.Single().GetType().Name,
            _ => throw new InvalidOperationException(),
        };

    private static CommandContext By(string user, DateOnly today) =>
        new(new Actor(user, Role.QualityDeveloper), default, today);

    private static WrittenText Text(string text) => new("entry#field", text, $"hash:{text}");
}
