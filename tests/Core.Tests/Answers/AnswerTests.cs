using Oversight.Answers;
using Oversight.Attachments;
using Oversight.Documents;
using Oversight.Texts;
using Signatory = Oversight.Answers.Signatory;

namespace Oversight.Core.Tests.Answers;

/// <summary>What a provider may do with its answer, and what must be there before it is handed in.</summary>
public sealed class AnswerTests
{
    private static readonly DateOnly AskedOn = new(2027, 3, 1);
    private static readonly DateOnly Until = new(2027, 3, 15);
    private static readonly AnswerLimits Limits = new(LongText: 100, Reason: 50, Line: 20, Files: 2,
        FileBytes: 1024 * 1024);

    public static TheoryData<Signatory, bool, bool, string?> Signing => new()
    {
        { Signatory.Representative, true, false, null },
        { Signatory.Representative, false, false, null },
        { Signatory.Proxy, true, true, null },
        { Signatory.Proxy, true, false, AnswerRefusals.MandateMissing },
        { Signatory.Proxy, false, true, null },
        { Signatory.Employee, false, false, null },
        { Signatory.Employee, true, true, AnswerRefusals.MayNotSign },
    };

    [Fact]
    public void It_is_asked_for_once_and_withdrawn_only_while_it_is_open()
    {
        var open = Open();
        open.ShouldBe(new AnswerState(AnswerStatus.Open, new Answer(Task(), AskedOn)));
        Accepted(open, new AnswerCommand.Ask(Task() with { Until = Until.AddDays(9) })).ShouldBeEmpty();
        var withdrawn = After(open, new AnswerCommand.Withdraw());
        withdrawn.Status.ShouldBe(AnswerStatus.Withdrawn);
        Accepted(withdrawn, new AnswerCommand.Withdraw()).ShouldBeEmpty();
        Accepted(AnswerState.Initial, new AnswerCommand.Withdraw()).ShouldBeEmpty();
        Codes(withdrawn, Write("Nej")).ShouldBe([AnswerRefusals.NotOpen]);
        Codes(AnswerState.Initial, Write("Nej")).ShouldBe([AnswerRefusals.NotOpen]);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    [InlineData(1, false)]
    public void The_last_day_is_in_time_and_the_day_after_is_not(int days, bool isInTime)
    {
        var decided = AnswerDecider.Decide(Open(), Write("Svar"), On(Until.AddDays(days)));
        if (isInTime)
            decided.ShouldBeOfType<Decision<AnswerEvent>.Accepted>();
        else
            decided.ShouldBeOfType<Decision<AnswerEvent>.Refused>().Reasons.Single()
                .ShouldBe(new Refusal(AnswerRefusals.TooLate, null, "2027-03-15"));
    }

    [Fact]
    public void What_is_written_replaces_what_was_and_nothing_takes_it_away()
    {
        var written = After(Open(), Write("Första"), Write("Andra"));
        written.Answer!.Text.ShouldBe(Text("text", "Andra").Kept);
        After(written, Write("")).Answer!.Text.ShouldBeNull();
        Faults(Open(), Write(new string('a', 101))).Single()
            .ShouldBe(new Refusal(TextRefusals.TooLong, "text", "101", "100"));
        Codes(Open(AnswerKind.Plan), Write("Text")).ShouldBe([AnswerRefusals.NotAsked]);
    }

    [Fact]
    public void A_measure_is_about_a_finding_that_was_asked_about_and_its_number_is_never_used_again()
    {
        var plan = After(Open(AnswerKind.Plan), Measure(1), Measure(2), new AnswerCommand.RemoveMeasure(2), Measure(2));
        plan.Answer!.Measures.Select(measure => (measure.Number, measure.Finding)).ShouldBe([(1, 1), (3, 2)]);
        plan.Answer.WithoutMeasure.ShouldBeEmpty();
        Codes(plan, new AnswerCommand.RemoveMeasure(2)).ShouldBe([AnswerRefusals.NoSuchMeasure]);
        Codes(plan, new AnswerCommand.RemoveMeasure(null)).ShouldBe([AnswerRefusals.NoSuchMeasure]);
        Faults(plan, Measure(9)).Single().ShouldBe(new Refusal(AnswerRefusals.NoSuchFinding, "finding"));
        Faults(plan,
            new AnswerCommand.AddMeasure(null, Text("what", ""), Text("responsible", new string('b', 21)), null,
                Limits))
            .ShouldBe(
            [
                new Refusal(AnswerRefusals.NoSuchFinding, "finding"), new Refusal(TextRefusals.Missing, "what"),
                new Refusal(TextRefusals.TooLong, "responsible", "21", "20"),
                new Refusal(AnswerRefusals.DayMissing, "due"),
            ]);
        Faults(plan, Measure(1) with { Due = AskedOn.AddDays(-1) }).Single()
            .ShouldBe(new Refusal(AnswerRefusals.DayTooEarly, "due"));
        Faults(plan, Measure(1) with { Due = AskedOn }).ShouldBeEmpty();
        Faults(plan, Measure(1) with { What = Text("what", new string('c', 51)) }).Single().Code
            .ShouldBe(TextRefusals.TooLong);
        // A supplement has no findings to promise about.
        Codes(Open(), Measure(1)).ShouldBe([AnswerRefusals.NoSuchFinding]);
    }

    [Fact]
    public void A_file_is_kept_once_and_no_more_files_than_there_may_be()
    {
        var one = After(Open(), Files("a"));
        Accepted(one, Files("a")).ShouldBeEmpty();
        After(one, Files("a", "b")).Answer!.Files.Select(file => file.File.Sha256).ShouldBe(["a", "b"]);
        Faults(one, Files("b", "c")).Single().ShouldBe(new Refusal(AttachmentRefusals.TooMany, "files", "2"));
        Faults(one, Files()).Single().ShouldBe(new Refusal(AnswerRefusals.FileMissing, "files"));
        Faults(one, new AnswerCommand.AddFiles([File("b", 1024 * 1024)], Limits)).ShouldBeEmpty();
        Faults(one, new AnswerCommand.AddFiles([File("b", (1024 * 1024) + 1)], Limits)).Single()
            .ShouldBe(new Refusal(AttachmentRefusals.TooLarge, "files", "1"));
        Faults(one, new AnswerCommand.AddFiles([File("b", 0)], Limits)).Single()
            .ShouldBe(new Refusal(AttachmentRefusals.Empty, "files"));
    }

    [Theory]
    [MemberData(nameof(Signing))]
    public void An_action_plan_is_signed_by_whoever_may(Signatory capacity, bool isPlan, bool hasFile, string? refusal)
    {
        var answer = isPlan ? After(Open(AnswerKind.Plan), Measure(1), Measure(2)) : After(Open(), Write("Svar"));
        if (hasFile)
            answer = After(answer, Files("fullmakt"));
        Codes(answer, HandIn(capacity)).ShouldBe(refusal is null ? [] : [refusal]);
    }

    [Fact]
    public void Nothing_is_handed_in_without_content_name_title_capacity_and_confirmation()
    {
        Faults(Open(), new AnswerCommand.HandIn(Text("name", ""), Text("title", ""), null, false, Limits)).ShouldBe(
        [
            new Refusal(AnswerRefusals.Empty), new Refusal(TextRefusals.Missing, "name"),
            new Refusal(TextRefusals.Missing, "title"), new Refusal(AnswerRefusals.CapacityMissing, "capacity"),
            new Refusal(AnswerRefusals.NotConfirmed, "confirmed"),
        ]);
        Codes(After(Open(), Files("a")), HandIn(Signatory.Employee)).ShouldBeEmpty();
        Faults(After(Open(AnswerKind.Plan), Measure(1)), HandIn(Signatory.Representative)).Single()
            .ShouldBe(new Refusal(AnswerRefusals.WithoutMeasure, null, "2"));
        Faults(Open(AnswerKind.Plan), HandIn(Signatory.Representative)).Single()
            .ShouldBe(new Refusal(AnswerRefusals.WithoutMeasure, null, "1, 2"));
    }

    [Fact]
    public void What_is_handed_in_says_who_and_when_and_changes_no_more()
    {
        var handedIn = After(Open(), Write("Svar"), HandIn(Signatory.Employee));
        handedIn.Status.ShouldBe(AnswerStatus.HandedIn);
        handedIn.Answer!.Signature.ShouldBe(
            new AnswerSignature(AskedOn, Text("name", "Eva").Kept, Text("title", "Chef").Kept, Signatory.Employee));
        Codes(handedIn, Write("Annat")).ShouldBe([AnswerRefusals.NotOpen]);
        Codes(handedIn, HandIn(Signatory.Employee)).ShouldBe([AnswerRefusals.NotOpen]);
        After(handedIn, new AnswerCommand.Withdraw()).Status.ShouldBe(AnswerStatus.HandedIn);
    }

    [Fact]
    public void A_diarienummer_is_entered_once_it_is_handed_in_and_again_to_correct_it()
    {
        var handedIn = After(Open(), Write("Svar"), HandIn(Signatory.Employee));
        handedIn.Answer!.RegistrationNumber.ShouldBeNull();
        var registered = After(handedIn, Register(" SOCN 2027-12 "));
        registered.ShouldBe(handedIn with { Answer = handedIn.Answer with { RegistrationNumber = "SOCN 2027-12" } });
        Accepted(registered, Register("SOCN 2027-12")).ShouldBeEmpty();
        After(registered, Register("SOCN 2027-13")).Answer!.RegistrationNumber.ShouldBe("SOCN 2027-13");

        Codes(AnswerState.Initial, Register("SOCN 2027-12")).ShouldBe([AnswerRefusals.NotHandedIn]);
        Codes(Open(), Register("SOCN 2027-12")).ShouldBe([AnswerRefusals.NotHandedIn]);
        Codes(After(Open(), new AnswerCommand.Withdraw()), Register("SOCN 2027-12"))
            .ShouldBe([AnswerRefusals.NotHandedIn]);
        Codes(handedIn, Register(" ")).ShouldBe([DocumentRefusals.NumberMissing]);
        Faults(handedIn, Register("SOCN 2027-" + new string('1', 60))).Single()
            .ShouldBe(new Refusal(DocumentRefusals.NumberTooLong, "number", "60"));
        Faults(handedIn, Register("12")).Single()
            .ShouldBe(new Refusal(DocumentRefusals.NumberForm, "number", "SOCN 2027-1"));
    }

    private static AnswerCommand.Register Register(string number) =>
        new(number, "^SOCN [0-9]{4}-[0-9]+$", "SOCN 2027-1");

    private static AnswerTask Task(AnswerKind kind = AnswerKind.Supplement) => new(
        kind, Id.Derive("test", "review"), 1, Until, Id.Derive("test", "unit"), new BoardId("socialnamnden"),
        kind == AnswerKind.Plan ? [1, 2] : []);

    private static AnswerState Open(AnswerKind kind = AnswerKind.Supplement) =>
        After(AnswerState.Initial, new AnswerCommand.Ask(Task(kind)));

    private static AnswerCommand.Write Write(string text) => new(Text("text", text), Limits);

    private static AnswerCommand.AddMeasure Measure(int finding) =>
        new(finding, Text("what", "Ny växel"), Text("responsible", "Chef"), AskedOn.AddDays(30), Limits);

    private static AnswerCommand.AddFiles Files(params string[] hashes) =>
        new([.. hashes.Select(hash => File(hash, 10))], Limits);

    private static AnswerFile File(string hash, long length) =>
        new(new Attachment(hash, length, AttachmentType.Pdf), Text(hash, "fil.pdf").Kept);

    private static AnswerCommand.HandIn HandIn(Signatory capacity) =>
        new(Text("name", "Eva"), Text("title", "Chef"), capacity, true, Limits);

    private static WrittenText Text(string name, string text) => new(name, text, $"hash of {text}");

    private static CommandContext On(DateOnly day) =>
        new(new Actor("svar-1", Role.Provider), new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero),
            day);

    private static AnswerState After(AnswerState state, params AnswerCommand[] commands)
    {
        foreach (var command in commands)
            state = Accepted(state, command).Aggregate(state, AnswerDecider.Evolve);
        return state;
    }

    private static IReadOnlyList<AnswerEvent> Accepted(AnswerState state, AnswerCommand command) =>
        AnswerDecider.Decide(state, command, On(AskedOn)).ShouldBeOfType<Decision<AnswerEvent>.Accepted>().Events;

    private static IReadOnlyList<Refusal> Faults(AnswerState state, AnswerCommand command) =>
        AnswerDecider.Decide(state, command, On(AskedOn)) is Decision<AnswerEvent>.Refused refused
            ? refused.Reasons
            : [];

    private static IReadOnlyList<string> Codes(AnswerState state, AnswerCommand command) =>
        [.. Faults(state, command).Select(fault => fault.Code)];
}
