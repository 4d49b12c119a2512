using Oversight.Dialogues;
using static Oversight.Core.Tests.Dialogues.DialogueScenario;

namespace Oversight.Core.Tests.Dialogues;

/// <summary>A series of kvalitetsdialoger from its opening to its end.</summary>
public class DialogueTests
{
    private static readonly DialogueState Opened = DialogueState.Initial.And(Day, Open);
    private static readonly DialogueState Planned = Opened.And(Day, Both, Plan(Day.AddDays(10)));
    private static readonly DialogueState Held = Planned.And(Day.AddDays(10), Hold(1, Birch));
    private static readonly DateOnly Meeting = Day.AddDays(10);

    public static TheoryData<string, DialogueCommand.OpenSeries> Openings => new()
    {
        { "SeriesOpened", Open },
        { "board:dialogue.board-missing area:dialogue.area-missing", Open with { Board = null, Area = null } },
        { "area:dialogue.unknown-area", Open with { Area = new CodeId("finns-inte") } },
        { "name:text.missing", Open with { Name = Text("") } },
        { "name:text.too-long(31, 30)", Open with { Name = Text(new string('x', 31)) } },
        { "name:text.personal-number-suspected(1)", Open with { Name = Text("19811218-9876") } },
    };

    [Theory]
    [MemberData(nameof(Openings))]
    public void A_series_is_opened_for_an_area_of_the_day(string answer, DialogueCommand.OpenSeries asked) =>
        DialogueState.Initial.Answer(asked, Day).ShouldBe(answer);

    [Fact]
    public void Whoever_opens_it_leads_it_until_somebody_takes_over()
    {
        Opened.Series!.Lead.UserId.ShouldBe(Lead);
        Opened.Answer(Open, Day).ShouldBe("", "twice is once");
        Opened.Answer(new DialogueCommand.TakeLead(Text("Anna")), Day).ShouldBe("dialogue.already-lead");
        Opened.Answer(new DialogueCommand.TakeLead(Text("Bo")), Day, "bo").ShouldBe("LeadTaken");
        DialogueState.Initial.Answer(Both, Day).ShouldBe("dialogue.not-open");
    }

    [Fact]
    public void Those_take_part_whom_the_register_has()
    {
        Opened.Answer(Both with { HasUnknown = true }, Day).ShouldBe("participants:dialogue.unknown-participant");
        Opened.Answer(Both with { Chosen = [] }, Day).ShouldBe("participants:dialogue.no-participants");
        Planned.Answer(Both, Day).ShouldBe("", "they take part already");
        Planned.Answer(Both with { Chosen = [Linden] }, Day).ShouldBe("ParticipantsSet");
        Planned.And(Day, Plan(Meeting, Birch)).Answer(Both with { Chosen = [Linden] }, Day)
            .ShouldBe("participants:dialogue.has-own-meeting(Björken)");
    }

    [Fact]
    public void A_meeting_is_planned_for_all_or_with_one()
    {
        Opened.Answer(Plan(Meeting), Day).ShouldBe("dialogue.no-participants");
        Planned.Answer(Plan(Day.AddDays(-1)), Day).ShouldBe("on:dialogue.day-passed");
        Planned.Answer(Plan(Meeting) with { Time = new WantedTime(null, null, null, Text("")) }, Day).ShouldBe(
            "on:dialogue.day-missing from:dialogue.time-missing until:dialogue.time-missing place:text.missing");
        Planned.Answer(
            Plan(Meeting) with { Time = Time(Meeting) with { Until = new TimeOnly(9, 0) } }, Day)
            .ShouldBe("until:dialogue.backwards");
        Planned.Answer(Plan(Meeting) with { With = Id.Derive("unit", "Ingen") }, Day)
            .ShouldBe("with:dialogue.unknown-participant");
        (Planned.And(Day, Plan(Meeting, Birch)).Series!.Occasions[1].With?.Name).ShouldBe("Björken");
    }

    [Fact]
    public void It_is_moved_or_cancelled_before_it_has_begun()
    {
        var move = new DialogueCommand.MoveOccasion
        { Occasion = 1, Time = Time(Meeting.AddDays(7)), Reason = Text("Sjukdom"), Limits = Limits };
        var cancel = new DialogueCommand.CancelOccasion { Occasion = 1, Reason = Text("Sjukdom"), Limits = Limits };
        var moved = Planned.And(Day, move);
        (moved.Series!.OccasionOf(1)!.Time.On, moved.Series!.OccasionOf(1)!.Changes).ShouldBe((Meeting.AddDays(7), 1));
        var cancelled = moved.And(Day, cancel);
        cancelled.Series!.OccasionOf(1)!.Changes.ShouldBe(2, "a calendar takes it as the newest");
        cancelled.Answer(move, Day).ShouldBe("dialogue.is-cancelled");
        Planned.Answer(cancel with { Occasion = 7 }, Day).ShouldBe("occasion:dialogue.unknown-occasion");
        Planned.Answer(cancel with { Reason = Text("") }, Day).ShouldBe("reason:text.missing");
        Planned.And(Meeting, Agree(1, Meeting)).Answer(cancel, Meeting).ShouldBe("dialogue.has-begun");
        Held.Answer(move, Meeting).ShouldBe("dialogue.already-held");
    }

    [Fact]
    public void Those_are_invited_who_have_no_invitation_yet()
    {
        var invite = new DialogueCommand.Invite { Occasion = 1 };
        var invited = Planned.And(Day, invite);
        invited.Series!.OccasionOf(1)!.Invited.ShouldBe([Birch, Linden]);
        invited.Answer(invite, Day).ShouldBe("dialogue.nobody-to-invite");
        var alder = Birch with { UnitId = Id.Derive("unit", "Alen"), Name = "Alen" };
        invited.And(Day, Both with { Chosen = [Birch, Linden, alder] }, invite).Series!.OccasionOf(1)!.Invited
            .ShouldBe([Birch, Linden, alder]);
        Planned.Answer(invite, Meeting.AddDays(1)).ShouldBe("dialogue.day-passed");
        Held.Answer(invite, Meeting).ShouldBe("dialogue.already-held");
    }

    [Fact]
    public void Notes_are_taken_from_the_day_of_the_meeting_until_there_are_minutes()
    {
        var point = new DialogueCommand.AddPoint { Occasion = 1, What = Text("Bemanning"), Limits = Limits };
        var note = new DialogueCommand.Note
        { Occasion = 1, Point = 1, Words = Text("Alla söker folk."), Limits = Limits };
        var ready = Planned.And(Day, point);
        ready.Answer(note, Meeting.AddDays(-1)).ShouldBe("dialogue.not-yet");
        ready.Answer(note with { Point = 2 }, Meeting).ShouldBe("point:dialogue.unknown-point");
        ready.Answer(note with { Point = null }, Meeting).ShouldBe("Noted");
        ready.And(Meeting, note).Series!.OccasionOf(1)!.Notes.ShouldHaveSingleItem().Point.ShouldBe(1);
        Held.And(Meeting, Minutes(1)).Answer(note, Meeting).ShouldBe("dialogue.has-minutes");
    }

    [Fact]
    public void Somebody_must_have_been_there()
    {
        Planned.Answer(Hold(1, Birch), Meeting.AddDays(-1)).ShouldBe("dialogue.not-yet");
        Planned.Answer(Hold(1), Meeting).ShouldBe("attended:dialogue.nobody-came");
        Planned.And(Day, Plan(Meeting, Birch)).Answer(Hold(2, Birch, Linden), Meeting)
            .ShouldBe("attended:dialogue.unknown-participant", "it is nobody else's");
        Held.Answer(Hold(1, Birch), Meeting).ShouldBe("dialogue.already-held");
        Planned.Answer(Minutes(1), Meeting).ShouldBe("dialogue.not-held");
    }

    [Fact]
    public void A_concern_is_taken_up_once_with_a_unit_that_was_there()
    {
        Planned.Answer(TakeUp(1, "c", Birch), Meeting).ShouldBe("dialogue.not-held");
        Held.Answer(TakeUp(1, "c", Linden), Meeting).ShouldBe("concern:dialogue.unknown-concern", "it was not there");
        Held.Answer(TakeUp(1, "c", Birch) with { Concern = null, Became = Text("") }, Meeting)
            .ShouldBe("concern:dialogue.unknown-concern became:text.missing");
        var taken = Held.And(Meeting, TakeUp(1, "c", Birch));
        taken.Series!.OccasionOf(1)!.TakenUp.ShouldHaveSingleItem().About.ShouldBe(Birch);
        taken.Answer(TakeUp(1, "c", Birch), Meeting).ShouldBe("concern:dialogue.already-taken-up");
        taken.And(Meeting, Minutes(1)).Answer(TakeUp(1, "d", Birch), Meeting).ShouldBe("dialogue.has-minutes");
    }

    [Fact]
    public void It_ends_when_nothing_is_left()
    {
        var end = new DialogueCommand.EndSeries(Text("Nytt avtal."), Limits);
        Planned.Answer(end, Day).ShouldBe("dialogue.meetings-left");
        var agreed = Held.And(Meeting, Agree(1, Meeting.AddDays(30)));
        agreed.And(Meeting, Minutes(1)).Answer(end, Meeting).ShouldBe("dialogue.areas-left");
        var ended = agreed.And(Meeting, Minutes(1), Follow(1, null, AreaOutcome.Dropped), end);
        ended.Status.ShouldBe(DialogueStatus.Ended);
        ended.Answer(Plan(Meeting), Meeting).ShouldBe("dialogue.not-open");
        Opened.Answer(end with { Reason = Text("") }, Day).ShouldBe("reason:text.missing");
    }
}
