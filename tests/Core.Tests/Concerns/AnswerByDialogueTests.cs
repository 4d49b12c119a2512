using Oversight.Concerns;
using static Oversight.Core.Tests.Concerns.ConcernScenario;

namespace Oversight.Core.Tests.Concerns;

/// <summary>A concern that is taken up at a kvalitetsdialog is answered by it.</summary>
public class AnswerByDialogueTests
{
    private static readonly ConcernCommand.AnswerByDialogue Answer =
        new(IdOf(4), 1, Text("Rutinen är ändrad.", "became").Kept);

    private static readonly ConcernCommand.Assess ForDialogue = Assess with { Outcome = ConcernOutcome.NextDialogue };

    [Fact]
    public void It_awaits_a_dialogue_until_it_has_been_taken_up_and_again_when_it_is_assessed_so_anew()
    {
        var assessed = Given(Report, ForDialogue);
        assessed.AwaitsDialogue.ShouldBeTrue();
        Given(Report, Assess with { Outcome = ConcernOutcome.NoFurtherAction }).AwaitsDialogue.ShouldBeFalse();
        var answered = Given(Report, ForDialogue, Answer);
        answered.AwaitsDialogue.ShouldBeFalse();
        (assessed.IsAnsweredByDialogue, answered.IsAnsweredByDialogue).ShouldBe((false, true));
        Given(Report, ForDialogue, Answer, Propose).IsAnsweredByDialogue.ShouldBeFalse("more is to come of it");
        answered.FileOrNone!.TakenUp.ShouldHaveSingleItem().Occasion.ShouldBe(1);
        answered.FileOrNone!.Steps[^1].Kind.ShouldBe(ConcernStepKind.TakenUp);
        answered.Happening(Answer).ShouldBeEmpty("it is told once");
        answered.Happening(Answer with { Occasion = 2 }).ShouldHaveSingleItem();
        Given(Report, ForDialogue, Answer, ForDialogue).AwaitsDialogue.ShouldBeTrue();
    }

    [Fact]
    public void One_that_was_withdrawn_is_left() =>
        Given(Report, new ConcernCommand.Withdraw(Reporter, Text("Misstag."), Rules)).Happening(Answer).ShouldBeEmpty();
}
