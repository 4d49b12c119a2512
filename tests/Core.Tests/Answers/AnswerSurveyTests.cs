using Oversight.Answers;
using Oversight.Answers.Surveys;
using Oversight.Attachments;
using Oversight.Surveys;
using Oversight.Texts;
using static Oversight.Core.Tests.Surveys.QuestionScene;
using Signatory = Oversight.Answers.Signatory;

namespace Oversight.Core.Tests.Answers;

/// <summary>An avtalsenkät as an answer: saved by several, handed in whole, changed until the last day.</summary>
public sealed class AnswerSurveyTests
{
    private static readonly DateOnly AskedOn = new(2027, 3, 1);
    private static readonly DateOnly Until = new(2027, 3, 15);
    private static readonly AnswerLimits Limits = new(LongText: 100, Reason: 50, Line: 20, Files: 2, FileBytes: 1000);

    [Fact]
    [Trait("Requirement", "R46")]
    public void A_save_touches_the_questions_in_it_and_no_others()
    {
        var both = After(
            Open(), Reply(new WrittenReply(Changed, Yes, "")), Reply(new WrittenReply(How, Choice("bra"), "")));
        both.Answer!.Replies.ShouldBe(Replies.None.With(Changed, Yes).With(How, Choice("bra")));
        Accepted(both, Reply(new WrittenReply(Changed, Yes, ""))).ShouldBeEmpty("A repeat says nothing new.");
        After(both, Reply(new WrittenReply(How, null, "bra"))).Answer!.Replies.Of(How).ShouldBeNull();
    }

    [Fact]
    public void What_a_colleague_has_changed_is_not_written_over_unseen_and_what_was_only_looked_at_stays()
    {
        var first = After(Open(), Reply(new WrittenReply(Changed, Yes, "")));
        Faults(first, Reply(new WrittenReply(Changed, No, ""))).ShouldBe(
            [new Refusal(ReplyRefusals.ChangedByColleague, "replies.bytt")]);
        After(first, Reply(new WrittenReply(Changed, No, "ja"))).Answer!.Replies.Of(Changed).ShouldBe(No);
        After(first, Reply(new WrittenReply(Changed, No, null))).Answer!.Replies.Of(Changed).ShouldBe(No);
        Accepted(first, Reply(new WrittenReply(Changed, null, ""))).ShouldBeEmpty("Nothing was typed over it.");
    }

    [Fact]
    public void A_bad_reply_is_told_at_its_question_and_nothing_is_saved()
    {
        var words = new WrittenText("x", new string('a', 101), "hash");
        Faults(Open(), Reply(
            new WrittenReply(Share, Number(101), ""), new WrittenReply(How, Choice("okand"), ""),
            new WrittenReply(new("okand"), Yes, ""), new WrittenReply(Report, new ReplyValue.File(["a"]), ""),
            new WrittenReply(Manager, new ReplyValue.Text(words.Kept), "") { Texts = [words] })).ShouldBe(
        [
            new Refusal(ReplyRefusals.TooLarge, "replies.andel", "100"),
            new Refusal(ReplyRefusals.NoSuchChoice, "replies.hur"),
            new Refusal(ReplyRefusals.NotAsked, "replies.okand"),
            new Refusal(ReplyRefusals.NotAsked, "replies.berattelse"),
            new Refusal(TextRefusals.TooLong, "replies.chef", "101", "100"),
        ]);
        var other = AnswerDecider.Evolve(AnswerState.Initial, new AnswerEvent.Asked(AskedOn, Task));
        Faults(other, Reply()).Single().Code.ShouldBe(AnswerRefusals.NotAsked, "Nothing else has questions.");
        Faults(Open(), new AnswerCommand.Write(Text("text", "Svar"), Limits)).Single().Code
            .ShouldBe(AnswerRefusals.NotAsked);
    }

    [Fact]
    public void A_file_belongs_to_its_question_and_is_the_reply_where_nothing_else_is()
    {
        var one = After(Open(), Reply() with { Files = [File(Report, "a"), File(Changed, "a")] });
        one.Answer!.Replies.Of(Report).ShouldBe(new ReplyValue.File(["a"]));
        one.Answer.Replies.Evidence.ShouldBe([Report, Changed]);
        one.Answer.Files.Count.ShouldBe(1, "It is the same file.");
        Accepted(one, Reply() with { Files = [File(Report, "a")] }).ShouldBeEmpty();
        Faults(one, Reply() with { Files = [File(Report, "b"), File(Report, "c")] }).ShouldBe(
            [new Refusal(AttachmentRefusals.TooMany, "files.berattelse", "2")]);
        Faults(one, Reply() with { Files = [File(Manager, "b")] }).ShouldBe(
            [new Refusal(ReplyRefusals.NotAsked, "files.chef")]);

        var fewer = After(one, Reply() with { Removed = [new(Report, "a")] });
        fewer.Answer!.Replies.Of(Report).ShouldBeNull();
        fewer.Answer.Files.Count.ShouldBe(1, "Another question has it.");
        After(fewer, Reply() with { Removed = [new(Changed, "a")] }).Answer!.Files.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R46")]
    public void It_is_handed_in_when_nothing_is_missing_and_signed_as_every_answer()
    {
        Faults(Open(), HandIn()).Select(refusal => refusal.Field)
            .ShouldBe(["replies.chef", "replies.bytt", "replies.hur", "replies.andel"]);
        var whole = Whole();
        Faults(whole, HandIn(Signatory.Proxy)).Single().Code.ShouldBe(AnswerRefusals.MandateMissing);
        var shown = After(whole, Reply() with { Files = [File(Report, "a")] });
        Faults(shown, HandIn(Signatory.Proxy)).Single().Code
            .ShouldBe(AnswerRefusals.MandateMissing, "What shows a reply is no fullmakt.");
        Faults(After(shown, new AnswerCommand.AddFiles([File(Report, "b").File], Limits)), HandIn(Signatory.Proxy))
            .ShouldBeEmpty();
        var handed = After(shown, HandIn());
        handed.Answer!.Handed!.Replies.ShouldBe(shown.Answer!.Replies);
        handed.Answer.Handed.FilesOf(Report).Count.ShouldBe(1);
    }

    [Fact]
    public void It_is_taken_up_again_until_the_last_day_and_what_was_handed_in_stands_until_it_is_handed_in_again()
    {
        var handed = After(Whole(), HandIn());
        Faults(handed, Reply(new WrittenReply(How, Choice("illa"), "bra"))).Single().Code
            .ShouldBe(AnswerRefusals.NotOpen);
        var changed = After(handed, new AnswerCommand.Reopen(), Reply(new WrittenReply(How, Choice("illa"), "bra")));
        changed.Status.ShouldBe(AnswerStatus.Open);
        changed.Answer!.Handed!.Replies.Of(How).ShouldBe(Choice("bra"));
        var again = After(changed, HandIn());
        again.Answer!.Handed!.Replies.Of(How).ShouldBe(Choice("illa"));
        again.Answer.HandIns.ShouldBe(2);
        Accepted(changed, new AnswerCommand.Reopen()).ShouldBeEmpty();

        Decided(handed, new AnswerCommand.Reopen(), Until).ShouldBeOfType<Decision<AnswerEvent>.Accepted>();
        Decided(handed, new AnswerCommand.Reopen(), Until.AddDays(1)).ShouldBeOfType<Decision<AnswerEvent>.Refused>()
            .Reasons.ShouldBe([new Refusal(AnswerRefusals.TooLate, null, "2027-03-15")]);
        var plain = new AnswerState(AnswerStatus.HandedIn, new Answer(Task, AskedOn));
        Faults(plain, new AnswerCommand.Reopen()).Single().Code.ShouldBe(AnswerRefusals.NotAsked);
        Faults(After(Open(), new AnswerCommand.Withdraw()), new AnswerCommand.Reopen()).Single().Code
            .ShouldBe(AnswerRefusals.NotOpen);
    }

    [Fact]
    public void It_is_registered_also_while_it_is_changed()
    {
        var changed = After(Whole(), HandIn(), new AnswerCommand.Reopen());
        Faults(changed, new AnswerCommand.Register("S 1", "^S 1$", "S 1")).ShouldBeEmpty();
        Faults(Open(), new AnswerCommand.Register("S 1", "^S 1$", "S 1")).Single().Code
            .ShouldBe(AnswerRefusals.NotHandedIn);
    }

    private static AnswerTask Task => new(
        AnswerKind.Survey, Id.Derive("test", "survey"), 1, Until, Id.Derive("test", "unit"), new("socialnamnden"), []);

    private static AnswerState Open() => After(
        AnswerState.Initial,
        new AnswerCommand.Ask(Task) { Survey = new SurveyTask(Set.Code, Set.From, Asked.Codes) });

    private static AnswerState Whole() => After(Open(), Reply(
        new WrittenReply(Manager, new ReplyValue.Text(Text("svar", "Eva").Kept), ""), new WrittenReply(Changed, No, ""),
        new WrittenReply(How, Choice("bra"), ""), new WrittenReply(Share, Number(90), "")));

    private static AnswerCommand.Reply Reply(params WrittenReply[] replies) => new(Asked, replies, Limits);

    private static AnswerCommand.HandIn HandIn(Signatory capacity = Signatory.Representative) =>
        new(Text("name", "Eva"), Text("title", "Chef"), capacity, true, Limits) { Asked = Asked };

    private static WrittenFile File(CodeId question, string hash) =>
        new(question, new AnswerFile(new Attachment(hash, 10, AttachmentType.Pdf), Text(hash, "fil.pdf").Kept));

    private static WrittenText Text(string name, string text) => new(name, text, $"hash of {text}");

    private static AnswerState After(AnswerState state, params AnswerCommand[] commands) => commands
        .Aggregate(state, (before, command) => Accepted(before, command).Aggregate(before, AnswerDecider.Evolve));

    private static IReadOnlyList<AnswerEvent> Accepted(AnswerState state, AnswerCommand command) =>
        Decided(state, command, AskedOn).ShouldBeOfType<Decision<AnswerEvent>.Accepted>().Events;

    private static IReadOnlyList<Refusal> Faults(AnswerState state, AnswerCommand command) =>
        Decided(state, command, AskedOn) is Decision<AnswerEvent>.Refused refused ? refused.Reasons : [];

    private static Decision<AnswerEvent> Decided(AnswerState state, AnswerCommand command, DateOnly on) =>
        AnswerDecider.Decide(state, command, new CommandContext(
            new Actor("svar-1", Role.Provider), new DateTimeOffset(on.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero),
            on));
}
