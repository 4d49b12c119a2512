using Oversight.Concerns;
using static Oversight.Core.Tests.Concerns.ConcernScenario;

namespace Oversight.Core.Tests.Concerns;

/// <summary>spärr: misstanke om oegentlighet eller brott, from the first concern on.</summary>
public class SealingTests
{
    private static readonly ConcernCommand.Seal Seal = new(Text("Stöld.", "seal"), Rules);
    private static readonly ConcernCommand.Unseal Unseal = new(Text("Utrett.", "unseal"), Rules);

    [Fact]
    public void It_stands_with_its_day_its_reason_and_who_sealed_it_until_it_is_taken_away()
    {
        var seal = Given(Report, Seal).FileOrNone!.Seal!;
        (seal.On, seal.Reason, seal.Inside.Single()).ShouldBe((Today, Text("Stöld.", "seal").Kept, "u1"));
        Given(Report, Seal, Unseal).FileOrNone!.Seal.ShouldBeNull();
    }

    [Fact]
    public void It_changes_neither_what_the_concern_weighs_nor_what_is_awaited()
    {
        var (before, after) = (Given(Report, Propose), Given(Report, Propose, Seal));
        (after.Status, after.FileOrNone!.WeighedAt).ShouldBe((before.Status, before.FileOrNone!.WeighedAt));
        after.FileOrNone.Steps.ShouldBe(before.FileOrNone.Steps);
        ConcernAwaiting.Of(after).Answers.Count.ShouldBe(1);
    }

    [Fact]
    public void It_can_be_sealed_in_every_state_once_with_a_reason()
    {
        ConcernCommand[][] ways =
        [
            [Report], [Report, Assess], [Report, Propose], [Report, Propose, Approve],
            [Report, new ConcernCommand.Withdraw(Reporter, Text("Misstag."), Rules)],
        ];
        foreach (var way in ways)
        {
            Given([.. way, Seal]).FileOrNone!.Seal.ShouldNotBeNull();
            Given([.. way, Seal]).Refusals(Seal).ShouldBe([ConcernRefusals.AlreadySealed]);
        }

        Given(Report).Refusals(Seal with { Reason = Text("") }).ShouldBe([ConcernRefusals.ReasonRequired]);
        Given(Report).Refusals(Unseal).ShouldBe([ConcernRefusals.NotSealed]);
        Given(Report, Seal).Refusals(Unseal with { Reason = Text("") }).ShouldBe([ConcernRefusals.ReasonRequired]);
    }

    [Fact]
    public void Whoever_has_declared_a_conflict_of_interest_does_not_seal_it()
    {
        var declared = Given(
            Report, Propose, new ConcernCommand.DeclareConflictOfInterest(Text("Närstående.", "c"), Rules));
        declared.Refusals(Seal).ShouldBe([ConcernRefusals.InConflictOfInterest]);
    }

    [Fact]
    public void Those_who_review_because_of_it_are_admitted_once()
    {
        var admit = new ConcernCommand.Admit(["u1", "granskare"]);
        Given(Report, Seal, admit).FileOrNone!.Seal!.Inside.ShouldBe(["u1", "granskare"]);
        Given(Report, Seal, admit).Happening(admit).ShouldBeEmpty();
        Given(Report).Refusals(admit).ShouldBe([ConcernRefusals.NotSealed]);
    }
}
