using FsCheck.Xunit;
using Oversight.Dialogues;
using static Oversight.Core.Tests.Dialogues.DialogueScenario;

namespace Oversight.Core.Tests.Dialogues;

/// <summary>What the participants agree to develop (R44).</summary>
public class DevelopmentAreaTests
{
    private static readonly DialogueState Year = DialogueState.Initial
        .And(Day, Open, Both, Plan(Day), Plan(Day.AddDays(100)), Plan(Day.AddDays(100), Birch));

    [Fact]
    [Trait("Requirement", "R44")]
    public void It_is_agreed_carried_on_at_the_next_meeting_and_reached_with_its_history()
    {
        var agreed = Year.And(Day, Agree(1, Day.AddDays(90)));
        var next = Day.AddDays(100);
        agreed.Answer(Follow(1, 2, AreaOutcome.Reached), Day).ShouldBe("dialogue.not-yet");
        agreed.Answer(Follow(1, 2, AreaOutcome.CarriedOn), next).ShouldBe("until:dialogue.day-missing");
        agreed.Answer(Follow(1, 2, AreaOutcome.CarriedOn, next.AddDays(-1)), next)
            .ShouldBe("until:dialogue.day-passed");
        agreed.Answer(Follow(1, 2, AreaOutcome.Dropped) with { Words = Text("") }, next).ShouldBe("words:text.missing");
        agreed.Answer(Follow(1, 2, AreaOutcome.Reached) with { Outcome = null }, next)
            .ShouldBe("outcome:dialogue.outcome-missing");
        var carried = agreed.And(next, Follow(1, 2, AreaOutcome.CarriedOn, next.AddDays(60)));
        carried.Series!.AreaOf(1)!.ShouldSatisfyAllConditions(
            area => area.Status.ShouldBe(AreaStatus.Open),
            area => area.Until.ShouldBe(next.AddDays(60)),
            area => area.Steps.Select(step => (step.Occasion, step.Outcome, step.Until)).ShouldBe(
                [(1, null, Day.AddDays(90)), (2, AreaOutcome.CarriedOn, next.AddDays(60))]));
        var reached = carried.And(next, Follow(1, 2, AreaOutcome.Reached));
        reached.Series!.AreaOf(1)!.Status.ShouldBe(AreaStatus.Reached);
        reached.Answer(Follow(1, 2, AreaOutcome.Dropped), next).ShouldBe("dialogue.area-closed");
    }

    [Fact]
    public void What_one_has_agreed_to_alone_is_spoken_of_only_where_it_sits_alone()
    {
        var next = Day.AddDays(100);
        var agreed = Year.And(next, Agree(3, next.AddDays(30)), Agree(2, next.AddDays(30)));
        var series = agreed.Series!;
        series.AreasOf(series.OccasionOf(2)!).Select(area => area.Number).ShouldBe([2]);
        series.AreasOf(series.OccasionOf(3)!).Select(area => area.Number).ShouldBe([1]);
        agreed.Answer(Follow(1, 2, AreaOutcome.Reached), next).ShouldBe("area:dialogue.unknown-development-area");
        agreed.Answer(Follow(1, 3, AreaOutcome.Reached), next).ShouldBe("AreaFollowed");
    }

    [Fact]
    public void Between_two_meetings_it_can_only_be_dropped()
    {
        var agreed = Year.And(Day, Agree(1, Day));
        agreed.Answer(Follow(1, null, AreaOutcome.Reached), Day).ShouldBe("outcome:dialogue.only-dropped");
        agreed.Answer(Follow(1, null, AreaOutcome.Dropped), Day).ShouldBe("AreaFollowed");
        agreed.Answer(Follow(9, null, AreaOutcome.Dropped), Day).ShouldBe("area:dialogue.unknown-development-area");
        agreed.And(Day, Hold(1, Birch), Minutes(1)).Answer(Follow(1, 1, AreaOutcome.Reached), Day)
            .ShouldBe("occasion:dialogue.unknown-occasion", "its minutes are established");
    }

    [Property]
    public bool It_is_never_open_and_closed_at_once_and_nothing_of_its_history_goes(byte[] choices)
    {
        var on = Day.AddDays(100);
        var state = Year;
        foreach (var choice in choices)
        {
            DialogueCommand command = (choice % 5) switch
            {
                0 => Agree(1 + (choice / 5 % 3), on.AddDays(choice)),
                1 => Follow(1 + (choice / 5 % 4), 1 + (choice / 25 % 3), AreaOutcome.CarriedOn, on.AddDays(choice)),
                2 => Follow(1 + (choice / 5 % 4), 1 + (choice / 25 % 3), AreaOutcome.Reached),
                3 => Follow(1 + (choice / 5 % 4), null, AreaOutcome.Dropped),
                _ => Hold(1 + (choice / 5 % 3), Birch),
            };
            var before = state.Series!.Areas;
            if (DialogueDecider.Decide(state, command, new CommandContext(new Actor(Lead, Role.System), default, on))
                is Decision<DialogueEvent>.Accepted accepted)
                state = accepted.Events.Aggregate(state, DialogueDecider.Evolve);
            if (!before.All(old => IsGrown(old, state.Series!.AreaOf(old.Number)!)))
                return false;
        }

        return state.Series!.Areas.All(area =>
            area.Steps[0].Outcome is null && area.Steps.Skip(1).All(step => step.Outcome is not null)
            && area.Until == area.Steps[^1].Until
            && area.Steps.SkipLast(1).All(step => step.Outcome is null or AreaOutcome.CarriedOn)
            && (area.Status == AreaStatus.Open)
                == (area.Steps[^1].Outcome is null or AreaOutcome.CarriedOn));
    }

    private static bool IsGrown(DevelopmentArea old, DevelopmentArea now) =>
        now.Steps.Take(old.Steps.Count).SequenceEqual(old.Steps)
        && (old.Status == AreaStatus.Open || now.Status == old.Status);
}
