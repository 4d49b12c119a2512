using Oversight.Concerns;
using static Oversight.Core.Tests.Concerns.ConcernScenario;

namespace Oversight.Core.Tests.Concerns;

/// <summary>Who works with a concern: said so that others know, and never a lock.</summary>
public class HoldingTests
{
    private static readonly ConcernCommand.Take Take = new(Text("Anna Berg", "name"));
    private static readonly ConcernCommand.HandOver ToBo = new("bo", Text("Bo Ek", "bo"));
    private static readonly ConcernCommand.PutBack PutBack = new();
    private static readonly ConcernCommand.DeclareConflictOfInterest Conflict = new(Text("Närstående.", "c"), Rules);
    private static readonly ConcernCommand.Seal Seal = new(Text("Stöld.", "seal"), Rules);

    [Fact]
    public void Whoever_takes_it_stands_there_with_name_and_day_until_it_is_handed_over_or_laid_back()
    {
        Given(Report).FileOrNone!.Holder.ShouldBeNull();
        Given(Report, Take).FileOrNone!.Holder.ShouldBe(new ConcernHolder("u1", Take.Name.Kept, Today));
        Given(Report, Take, ToBo).FileOrNone!.Holder.ShouldBe(new ConcernHolder("bo", ToBo.Name.Kept, Today));
        Given(Report, Take, PutBack).FileOrNone!.Holder.ShouldBeNull();
    }

    [Fact]
    public void It_changes_nothing_of_what_the_concern_weighs_or_of_what_its_reporter_sees()
    {
        var (before, after) = (Given(Report, Assess), Given(Report, Assess, Take, PutBack));
        (after.Status, after.FileOrNone!.WeighedAt, Steps(after))
            .ShouldBe((before.Status, before.FileOrNone!.WeighedAt, Steps(before)));
        Given(Report).Happening(Take).ShouldNotContain(happened => ConcernAwaiting.IsChangedBy(happened));
    }

    [Fact]
    public void It_is_no_lock_another_takes_it_over_and_assesses_it()
    {
        var held = Given(Report, Take, ToBo);
        held.Happening(Take).ShouldHaveSingleItem();
        held.Happening(Assess).ShouldHaveSingleItem();
        held.After(held.Happening(Assess)).FileOrNone!.Holder!.UserId.ShouldBe("bo");
    }

    [Fact]
    public void Only_whoever_has_it_or_stands_in_for_them_gives_it_away_and_nobody_takes_it_twice()
    {
        Given(Report).Refusals(PutBack).ShouldBe([ConcernRefusals.NotHeldByYou]);
        Given(Report, Take, ToBo).Refusals(PutBack).ShouldBe([ConcernRefusals.NotHeldByYou]);
        Given(Report, Take, ToBo).Refusals(ToBo).ShouldBe([ConcernRefusals.NotHeldByYou]);
        Given(Report, Take).Refusals(Take).ShouldBe([ConcernRefusals.AlreadyHeld]);
        Faults(Given(Report, Take), ToBo with { UserId = "u1" }).ShouldBe("colleague:concern.already-held");
        Faults(Given(Report, Take), ToBo with { UserId = null }).ShouldBe("colleague:concern.colleague-required");
        ConcernDecider.Decide(Given(Report, Take, ToBo), PutBack, Context with { StandsInFor = ["bo"] })
            .ShouldBeOfType<Decision<ConcernEvent>.Accepted>();
    }

    [Fact]
    public void Whoever_has_declared_a_conflict_of_interest_neither_takes_it_nor_is_given_it_nor_keeps_it()
    {
        Given(Report, Propose, Conflict).Refusals(Take).ShouldBe([ConcernRefusals.InConflictOfInterest]);
        Given(Report, Take, Propose, Conflict).FileOrNone!.Holder.ShouldBeNull();
        var givenBack = Given(Report, Propose, Take, ToBo, Conflict);
        givenBack.FileOrNone!.Holder!.UserId.ShouldBe("bo");
        Faults(ConcernDecider.Decide(givenBack, ToBo with { UserId = "u1" },
            Context with { Actor = new Actor("bo", Role.QualityDeveloper) }))
            .ShouldBe("colleague:concern.colleague-is-outside");
    }

    [Fact]
    public void What_is_sealed_is_held_by_those_inside_alone()
    {
        Given(Report, Take, ToBo, Seal).FileOrNone!.Holder.ShouldBeNull();
        Given(Report, Take, Seal).FileOrNone!.Holder!.UserId.ShouldBe("u1");
        Faults(Given(Report, Take, Seal), ToBo).ShouldBe("colleague:concern.colleague-is-outside");
        Given(Report, Take, Seal, new ConcernCommand.Admit(["bo"])).Happening(ToBo).ShouldHaveSingleItem();
    }

    [Fact]
    public void In_another_board_nobody_has_it_and_within_the_board_it_stays_where_it_was()
    {
        var toUnit = (ConcernUnit unit) => RefusedFieldTests.Move(new ConcernPlace.AtUnit(unit));
        Given(Report, Take, toUnit(OtherUnit)).FileOrNone!.Holder.ShouldBeNull();
        Given(Report, Take, toUnit(UnitOf(3, Social))).FileOrNone!.Holder!.UserId.ShouldBe("u1");
        Given(Report, Take, new ConcernCommand.Withdraw(Reporter, Text("Misstag."), Rules)).FileOrNone!.Holder
            .ShouldBeNull();
    }

    private static string Faults(Decision<ConcernEvent> decision) =>
        string.Join(' ', decision.ShouldBeOfType<Decision<ConcernEvent>.Refused>().Reasons.Select(RefusalText.Of));

    private static string Faults(ConcernState state, ConcernCommand command) =>
        ConcernScenario.Faults(state, command);
}
