using Oversight.Documents;

namespace Oversight.Core.Tests.Documents;

public class DocumentDeciderTests
{
    private static readonly CommandContext Now = new(
        new Actor("u1", Role.ProcessOwner), new DateTimeOffset(2027, 2, 1, 8, 0, 0, TimeSpan.Zero), new DateOnly(2027, 2, 1));

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

    [Theory]
    [InlineData(DocumentStatus.Established, DocumentStatus.WorkingMaterial)]
    [InlineData(DocumentStatus.Dispatched, DocumentStatus.Established)]
    [InlineData(DocumentStatus.Received, DocumentStatus.Dispatched)]
    [InlineData(DocumentStatus.WorkingMaterial, DocumentStatus.Received)]
    public void The_status_never_goes_back(DocumentStatus from, DocumentStatus to) =>
        Refused(Given(Version("a") with { Status = from }), new DocumentCommand.ChangeStatus(to))
            .ShouldBe(new Refusal(DocumentRefusals.StatusNotAllowed, "status", $"{from}", $"{to}"));

    [Theory]
    [InlineData(DocumentStatus.Dispatched)]
    [InlineData(DocumentStatus.Received)]
    public void What_has_left_or_came_from_outside_gets_no_other_version(DocumentStatus status) =>
        Refused(Given(Version("a") with { Status = status }), Version("b") with { Status = status })
            .Code.ShouldBe(DocumentRefusals.Closed);

    [Fact]
    public void A_version_for_another_board_is_refused() =>
        Refused(Given(Version("a")), Version("b") with { Board = new BoardId("aldrenamnden") }).Code.ShouldBe(DocumentRefusals.OtherBoard);

    [Fact]
    public void A_version_without_files_is_refused() =>
        Refused(DocumentDecider.Initial, Version("a") with { Files = [] }).Code.ShouldBe(DocumentRefusals.FileMissing);

    [Fact]
    public void The_diarienummer_is_kept_trimmed_and_may_be_corrected()
    {
        var kept = Given(Version("a"), new DocumentCommand.Register(" SOCN 2027/1 "));
        kept.RegistrationNumber.ShouldBe("SOCN 2027/1");
        When(kept, new DocumentCommand.Register("SOCN 2027/1")).ShouldBeEmpty();
        When(kept, new DocumentCommand.Register("SOCN 2027/2")).ShouldBe([new DocumentEvent.Registered("SOCN 2027/2")]);
    }

    [Theory]
    [InlineData("", DocumentRefusals.NumberMissing)]
    [InlineData("   ", DocumentRefusals.NumberMissing)]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901", DocumentRefusals.NumberTooLong)]
    public void An_empty_or_endless_diarienummer_is_refused(string number, string code) =>
        Refused(Given(Version("a")), new DocumentCommand.Register(number)).Code.ShouldBe(code);

    [Fact]
    public void A_sekretessmarkering_has_provision_day_and_authority()
    {
        var kept = Given(Version("a"), new DocumentCommand.MarkConfidential("26 kap. 1 § OSL", "Socialnämnden"));
        kept.Confidentiality.ShouldBe(new ConfidentialityMark("26 kap. 1 § OSL", new DateOnly(2027, 2, 1), "Socialnämnden"));
        Refused(kept, new DocumentCommand.MarkConfidential(" ", "Socialnämnden")).Code.ShouldBe(DocumentRefusals.ProvisionMissing);
    }

    [Fact]
    public void Nothing_but_a_version_can_begin_a_document() =>
        Refused(DocumentDecider.Initial, new DocumentCommand.Register("1")).Code.ShouldBe(DocumentRefusals.NotFound);

    private static DocumentCommand.AddVersion Version(string content) => new(
        new BoardId("socialnamnden"), new CodeId("arsplan"), "Årsplan", new DateOnly(2027, 2, 1), DocumentStatus.WorkingMaterial, true,
        [new DocumentFile(FileFormat.Docx, $"{content}.docx", 1, content), new DocumentFile(FileFormat.Html, $"{content}.html", 1, content)]);

    private static DocumentState.Kept Given(params DocumentCommand[] commands) => (DocumentState.Kept)commands.Aggregate(
        DocumentDecider.Initial, (state, command) => When(state, command).Aggregate(state, DocumentDecider.Evolve));

    private static IReadOnlyList<DocumentEvent> When(DocumentState state, DocumentCommand command) =>
        DocumentDecider.Decide(state, command, Now).ShouldBeOfType<Decision<DocumentEvent>.Accepted>().Events;

    private static Refusal Refused(DocumentState state, DocumentCommand command) =>
        DocumentDecider.Decide(state, command, Now).ShouldBeOfType<Decision<DocumentEvent>.Refused>().Reasons[0];
}
