using Oversight.Surveys;
using static Oversight.Core.Tests.Surveys.SurveyScene;

namespace Oversight.Core.Tests.Surveys;

/// <summary>A round is put together, looked through, sent out by a person, and closed (R45).</summary>
public class SurveyRoundTests
{
    private static readonly IReadOnlyList<SurveyedUnit> Units =
        [Unit("Ekbacken"), Unit("Gläntan"), Unit("Hemma", "hemtjanst")];

    [Fact]
    [Trait("Requirement", "R45")]
    public void There_is_one_round_for_each_board_and_year()
    {
        Refused(Composed, Compose, On(Start)).ShouldBe("year: survey-round.already-composed");
        SurveyRoundDecider.Decide(Composed, Compose, On(Start, Role.System))
            .ShouldBeOfType<Decision<SurveyRoundEvent>.Accepted>().Events
            .ShouldBeEmpty("The calendar finds that somebody was before it.");
        SurveyRoundDecider.IdOf(Board, 2027).ShouldNotBe(SurveyRoundDecider.IdOf(Board, 2028));
    }

    [Fact]
    public void What_is_missing_or_out_of_reach_is_said_at_its_field()
    {
        var nothing = Compose with { Year = null, Set = null, Until = null };
        Refused(SurveyRoundState.Initial, nothing, On(Start)).ShouldBe(
            "year: survey-round.year-missing; set: survey-round.set-missing; until: survey-round.day-missing");
        Refused(SurveyRoundState.Initial, Compose with { Year = 2026 }, On(Start))
            .ShouldBe("year: survey-round.year-out-of-reach");
        Refused(SurveyRoundState.Initial, Compose with { Sets = [] }, On(Start))
            .ShouldBe("set: survey-round.unknown-set");
        Refused(SurveyRoundState.Initial, Compose with { Until = Start.AddDays(13) }, On(Start))
            .ShouldBe("until: survey-round.day-too-early");
        Refused(SurveyRoundState.Initial, Compose with { Until = Start.AddDays(14) }, On(Start)).ShouldBe("accepted");
    }

    [Fact]
    public void It_goes_out_in_waves_to_each_unit_once()
    {
        var first = Take(
            Composed, new SurveyRoundCommand.Release(Units, new("hemtjanst"), null, Rules), On(Start));
        first.Status.ShouldBe(SurveyRoundStatus.Released);
        first.Round!.Asked.ShouldBe([Units[2].UnitId]);
        Refused(first, new SurveyRoundCommand.Release(Units, new("hemtjanst"), null, Rules), On(Start))
            .ShouldBe("area: survey-round.nobody-to-ask");

        var all = Take(first, new SurveyRoundCommand.Release(Units, null, null, Rules), On(Start.AddDays(1)));
        all.Round!.Asked.ShouldBe([Units[2].UnitId, Units[0].UnitId, Units[1].UnitId]);
        (all.Round.Waves, all.Round.ReleasedOn).ShouldBe((2, Start));
    }

    [Fact]
    public void A_wave_is_one_event_however_many_it_asks()
    {
        var many = Enumerable.Range(1, 250).Select(number => Unit($"Enhet {number}")).ToList();
        var sent = SurveyRoundDecider
            .Decide(Composed, new SurveyRoundCommand.Release(many, null, null, Rules), On(Start))
            .ShouldBeOfType<Decision<SurveyRoundEvent>.Accepted>().Events.Cast<SurveyRoundEvent.WaveSent>().ToList();
        sent.Select(wave => (wave.Number, wave.Units.Count)).ShouldBe([(1, 250)]);
    }

    [Fact]
    public void Nobody_is_asked_with_too_few_days_left()
    {
        Refused(Composed, new SurveyRoundCommand.Release(Units, null, null, Rules), On(Until.AddDays(-13)))
            .ShouldBe("until: survey-round.day-too-early");
    }

    [Fact]
    public void A_late_wave_has_a_last_day_of_its_own_and_the_others_keep_theirs()
    {
        var late = Until.AddDays(40);
        var first = Take(Composed, new SurveyRoundCommand.Release(Units, new("hemtjanst"), null, Rules), On(Start));
        Refused(first, new SurveyRoundCommand.Release(Units, null, null, Rules), On(Until.AddDays(1)))
            .ShouldBe("until: survey-round.day-too-early");
        var sent = SurveyRoundDecider
            .Decide(first, new SurveyRoundCommand.Release(Units, null, late, Rules), On(Until.AddDays(1)))
            .ShouldBeOfType<Decision<SurveyRoundEvent>.Accepted>().Events.Cast<SurveyRoundEvent.WaveSent>().Single();
        var all = SurveyRoundDecider.Evolve(first, sent);
        all.Round!.Until.ShouldBe(late, "The round waits for whoever has the most time.");

        DateOnly AskedUntil(SurveyRoundEvent.WaveSent wave) => Take(
            SurveyState.Initial,
            new SurveyCommand.Ask(Round, all.Round!, wave.Units[0], QuestionScene.Asked.Codes, wave, Rules),
            On(wave.On, Role.System)).Survey!.Until;
        AskedUntil(sent).ShouldBe(late);
        AskedUntil(new SurveyRoundEvent.WaveSent(Start, 1, [Units[2]], Until)).ShouldBe(Until);
    }

    [Fact]
    public void A_unit_is_left_out_with_a_reason_and_taken_back()
    {
        var ids = Units.Select(unit => unit.UnitId).ToList();
        var left = Take(Composed, new SurveyRoundCommand.LeaveOut(ids[0], Text("Stänger."), ids, 100), On(Start));
        Refused(left, new SurveyRoundCommand.LeaveOut(ids[0], Text("Igen."), ids, 100), On(Start))
            .ShouldBe("unit: survey-round.unit-is-left-out");
        Take(left, new SurveyRoundCommand.Release(Units, null, null, Rules), On(Start)).Round!.Asked
            .ShouldBe([ids[1], ids[2]]);
        Take(
            Take(left, new SurveyRoundCommand.TakeBack(ids[0]), On(Start)),
            new SurveyRoundCommand.Release(Units, null, null, Rules), On(Start)).Round!.Asked.ShouldBe(ids);
        Refused(Composed, new SurveyRoundCommand.TakeBack(ids[0]), On(Start))
            .ShouldBe("unit: survey-round.unit-is-not-left-out");
        Refused(Composed, new SurveyRoundCommand.LeaveOut(null, Text(""), ids, 100), On(Start))
            .ShouldBe("unit: survey-round.unit-missing; reason: text.missing");
        Refused(Composed, new SurveyRoundCommand.LeaveOut(Round, Text("?"), ids, 100), On(Start))
            .ShouldBe("unit: survey-round.unknown-unit");
    }

    [Fact]
    public void Questions_are_chosen_before_anybody_is_asked_and_never_after()
    {
        var all = QuestionScene.Asked.Codes;
        var fewer = Take(Composed, new SurveyRoundCommand.Adjust(Until, [all[0]], all, Rules), On(Start));
        fewer.Round!.LeftOutQuestions.ShouldBe(all.Skip(1));
        Refused(Composed, new SurveyRoundCommand.Adjust(Until, [], all, Rules), On(Start))
            .ShouldBe("questions: survey-round.no-questions");
        Refused(Composed, new SurveyRoundCommand.Adjust(Until, [new("annan")], all, Rules), On(Start))
            .ShouldBe("questions: survey-round.unknown-question");
        var released = Take(Composed, new SurveyRoundCommand.Release(Units, null, null, Rules), On(Start));
        Refused(released, new SurveyRoundCommand.Adjust(Until, all, all, Rules), On(Start))
            .ShouldBe(": survey-round.not-composed");
        Refused(released, new SurveyRoundCommand.Drop(Text("Nej."), 100), On(Start))
            .ShouldBe(": survey-round.not-composed");
    }

    [Fact]
    public void It_is_closed_when_every_answer_is_in_and_every_silence_judged()
    {
        var released = Take(Composed, new SurveyRoundCommand.Release(Units, null, null, Rules), On(Start));
        Refused(released, new SurveyRoundCommand.Close(Text("Bra."), 2, 1, 100), On(Until.AddDays(20)))
            .ShouldBe(": survey-round.answers-awaited; : survey-round.silences-not-judged");
        var closed = Take(released, new SurveyRoundCommand.Close(Text("Bra."), 0, 0, 100), On(Until.AddDays(20)));
        (closed.Status, closed.Round!.ClosedOn).ShouldBe((SurveyRoundStatus.Closed, Until.AddDays(20)));
        Refused(Composed, new SurveyRoundCommand.Close(Text("Bra."), 0, 0, 100), On(Start))
            .ShouldBe(": survey-round.not-open");
    }
}
