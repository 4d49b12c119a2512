using Oversight.Documents;

namespace Oversight.Core.Tests.Documents;

public class DocumentDeciderTests
{
    private static readonly CommandContext Now = new(
        new Actor("u1", Role.ProcessOwner), new DateTimeOffset(2027, 2, 1, 8, 0, 0, TimeSpan.Zero),
        new DateOnly(2027, 2, 1));

    [Fact]
    public void The_first_version_begins_the_document()
    {
        var kept = Given(Version("a"));
        kept.Board.ShouldBe(new BoardId("socialnamnden"));
        kept.Status.ShouldBe(DocumentStatus.WorkingMaterial);
        kept.Latest.Number.ShouldBe(1);
        kept.Latest.MadeBy.ShouldBe(Role.ProcessOwner);
        kept.Latest.File(FileFormat.Docx).Sha256.ShouldBe("a");
    }

    [Fact]
    public void The_same_files_again_say_nothing_new() => When(Given(Version("a")), Version("a")).ShouldBeEmpty();

    [Fact]
    public void The_same_files_for_other_readers_are_the_same_version_with_another_class()
    {
        var kept = Given(Version("a"), Version("b"), Version("b") with { Content = ContentClass.PlanPaper });
        kept.Versions.Select(version => version.Content).ShouldBe([ContentClass.PlanDraft, ContentClass.PlanPaper]);
        When(kept, Version("b") with { Content = ContentClass.PlanPaper }).ShouldBeEmpty();
    }

    [Fact]
    public void A_number_in_the_head_changes_nothing_about_who_reads_it() =>
        Given(Version("a") with { Content = ContentClass.PlanPaper }, Register("SOCN 2027/1")).Latest
            .ShouldSatisfyAllConditions(latest => latest.Number.ShouldBe(2),
                latest => latest.Content.ShouldBe(ContentClass.PlanPaper));

    [Fact]
    public void Other_files_are_another_version_and_the_first_one_stays()
    {
        var kept = Given(Version("a"), Version("b"));
        kept.Versions.Select(version => version.Number).ShouldBe([1, 2]);
        kept.Versions[0].File(FileFormat.Docx).Sha256.ShouldBe("a");
    }

    [Fact]
    public void A_version_may_move_the_status_forward() =>
        Given(Version("a"), Version("b") with { Status = DocumentStatus.Established, IsDraft = false })
            .Status.ShouldBe(DocumentStatus.Established);

    [Fact]
    public void The_status_never_goes_back() =>
        Refused(Given(Version("a") with { Status = DocumentStatus.Established }), Version("b"))
            .ShouldBe(new Refusal(DocumentRefusals.StatusNotAllowed, "status", "Established", "WorkingMaterial"));

    [Fact]
    public void What_was_made_here_does_not_become_received() =>
        Refused(Given(Version("a")), Version("b") with { Status = DocumentStatus.Received }).Code
            .ShouldBe(DocumentRefusals.StatusNotAllowed);

    [Fact]
    public void The_same_files_with_another_status_are_another_version() =>
        Given(Version("a"), Version("a") with { Status = DocumentStatus.Dispatched }).Latest.Number.ShouldBe(2);

    [Theory]
    [InlineData(DocumentStatus.Dispatched)]
    [InlineData(DocumentStatus.Received)]
    public void What_has_left_or_came_from_outside_gets_no_other_version(DocumentStatus status) =>
        Refused(Given(Version("a") with { Status = status }), Version("b") with { Status = status })
            .Code.ShouldBe(DocumentRefusals.Closed);

    [Fact]
    public void A_version_for_another_board_is_refused() =>
        Refused(Given(Version("a")), Version("b") with { Board = new BoardId("aldrenamnden") }).Code
            .ShouldBe(DocumentRefusals.OtherBoard);

    [Fact]
    public void A_version_without_files_is_refused() =>
        Refused(DocumentDecider.Initial, Version("a") with { Files = [] }).Code.ShouldBe(DocumentRefusals.FileMissing);

    [Fact]
    public void The_diarienummer_is_kept_trimmed_and_may_be_corrected_each_time_in_a_version_of_its_own()
    {
        var kept = Given(Version("a"), Register(" SOCN 2027/1 "));
        kept.RegistrationNumber.ShouldBe("SOCN 2027/1");
        kept.Latest.Number.ShouldBe(2);
        kept.Latest.Title.ShouldBe(kept.Versions[0].Title);
        When(kept, Register("SOCN 2027/1")).ShouldBeEmpty();
        Given(Version("a"), Register("SOCN 2027/1"), Register("SOCN 2027/2")).RegistrationNumber
            .ShouldBe("SOCN 2027/2");
    }

    [Fact]
    public void A_dispatched_document_is_registered_and_its_file_stays_as_it_was_sent()
    {
        var kept = Given(Version("a") with { Status = DocumentStatus.Dispatched }, Register("SOCN 2027/1"));
        kept.RegistrationNumber.ShouldBe("SOCN 2027/1");
        kept.Versions.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("", DocumentRefusals.NumberMissing)]
    [InlineData("   ", DocumentRefusals.NumberMissing)]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901", DocumentRefusals.NumberTooLong)]
    public void An_empty_or_endless_diarienummer_is_refused(string number, string code) =>
        Refused(Given(Version("a")), Register(number)).Code.ShouldBe(code);

    [Theory]
    [InlineData("1")]
    [InlineData("SOCN 2027/1\nSOCN 2027/2")]
    [InlineData("ÄLN 2027/1")]
    public void A_diarienummer_of_another_form_is_refused_with_an_example(string number) =>
        Refused(Given(Version("a")), Register(number))
            .ShouldBe(new Refusal(DocumentRefusals.NumberForm, "number", "SOCN 2027/1"));

    [Fact]
    public void A_sekretessmarkering_stays_until_another_is_made()
    {
        var mark = new ConfidentialityMark("26 kap. 1 § OSL", new DateOnly(2027, 2, 1), "Socialnämnden");
        Given(Version("a") with { Confidentiality = mark }, Version("b")).Confidentiality.ShouldBe(mark);
        When(Given(Version("a") with { Confidentiality = mark }), Version("b") with { Confidentiality = mark })
            .ShouldNotContain(happened => happened is DocumentEvent.MarkedConfidential);
    }

    [Fact]
    public void Nothing_but_a_version_can_begin_a_document() =>
        Refused(DocumentDecider.Initial, Register("1")).Code.ShouldBe(DocumentRefusals.NotFound);

    [Fact]
    public void What_was_made_from_an_older_version_of_the_stream_comes_too_late()
    {
        var kept = Given(Version("a") with { MadeFrom = 5 });
        When(kept, Version("b") with { MadeFrom = 4 }).ShouldBeEmpty();
        Given(Version("a") with { MadeFrom = 5 }, Version("b") with { MadeFrom = 5 }).Latest.Number.ShouldBe(2);

        When(kept, Version("a") with { MadeFrom = 6 }).ShouldBe([new DocumentEvent.Confirmed(6)]);
        When(kept, Version("a") with { MadeFrom = 5 }).ShouldBeEmpty();
        var confirmed = Given(Version("x"), Version("a") with { MadeFrom = 5 }, Version("a") with { MadeFrom = 6 });
        confirmed.Versions.Select(version => (version.Number, version.MadeFrom)).ShouldBe([(1, (int?)null), (2, 6)]);
        confirmed.Version(1)!.Number.ShouldBe(1);
        confirmed.Version(3).ShouldBeNull();
    }

    [Fact]
    public void A_refused_diarienummer_is_told_at_its_field_and_sixty_characters_are_enough()
    {
        Refused(Given(Version("a")), Register(" ")).ShouldBe(new Refusal(DocumentRefusals.NumberMissing, "number"));
        Refused(Given(Version("a")), Register("SOCN 2027/" + new string('1', 51)))
            .ShouldBe(new Refusal(DocumentRefusals.NumberTooLong, "number", "60"));
        Given(Version("a"), Register("SOCN 2027/" + new string('1', 50))).RegistrationNumber!.Length.ShouldBe(60);
    }

    [Fact]
    public void An_event_that_cannot_follow_says_which()
    {
        var created = When(DocumentDecider.Initial, Version("a"))[0];
        Should.Throw<InvalidOperationException>(() => DocumentDecider.Evolve(Given(Version("a")), created)).Message
            .ShouldContain("Created");
        Should.Throw<InvalidOperationException>(
            () => DocumentDecider.Evolve(DocumentDecider.Initial, new DocumentEvent.Confirmed(1)))
            .Message.ShouldContain("Confirmed");
    }

    private static DocumentCommand.AddVersion Version(string content) => new()
    {
        Board = new BoardId("socialnamnden"),
        Type = new CodeId("arsplan"),
        TypeText = "Årsplan",
        Title = "Årsplan 2027",
        Date = new DateOnly(2027, 2, 1),
        Status = DocumentStatus.WorkingMaterial,
        IsDraft = true,
        Confidentiality = null,
        Files = Files(content),
        Content = ContentClass.PlanDraft,
    };

    private static DocumentCommand.Register Register(string number) =>
        new(number, "^SOCN [0-9]{4}/[0-9]+$", "SOCN 2027/1", Files(number));

    private static IReadOnlyList<DocumentFile> Files(string content) =>
        [new(FileFormat.Docx, $"{content}.docx", 1, content), new(FileFormat.Html, $"{content}.html", 1, content)];

    private static DocumentState.Kept Given(params DocumentCommand[] commands) =>
        (DocumentState.Kept)commands.Aggregate(
            DocumentDecider.Initial, (state, command) => When(state, command).Aggregate(state, DocumentDecider.Evolve));

    private static IReadOnlyList<DocumentEvent> When(DocumentState state, DocumentCommand command) =>
        DocumentDecider.Decide(state, command, Now).ShouldBeOfType<Decision<DocumentEvent>.Accepted>().Events;

    private static Refusal Refused(DocumentState state, DocumentCommand command) =>
        DocumentDecider.Decide(state, command, Now).ShouldBeOfType<Decision<DocumentEvent>.Refused>().Reasons[0];
}
