using Oversight.Documents;

namespace Oversight.Core.Tests.Documents;

/// <summary>Every event as it is recorded, and what it leaves.</summary>
public class DocumentEventTests
{
    private static readonly ConfidentialityMark Mark =
        new("26 kap. 1 § OSL", new DateOnly(2027, 2, 1), "Socialnämnden");
    private static readonly DocumentFile[] Files =
        [new(FileFormat.Docx, "a.docx", 1, "a"), new(FileFormat.Html, "a.html", 1, "b")];

    private static readonly DocumentCommand.AddVersion First = new()
    {
        Board = new BoardId("socialnamnden"),
        Type = new CodeId("arsplan"),
        TypeText = "Årsplan",
        Title = "Årsplan 2027",
        Date = new DateOnly(2027, 2, 1),
        Status = DocumentStatus.WorkingMaterial,
        IsDraft = true,
        Confidentiality = null,
        Files = Files,
        Content = ContentClass.PlanDraft,
        MadeFrom = 4,
    };

    [Fact]
    public void A_first_version_and_what_comes_with_it()
    {
        Answer([], First).ShouldBe(
        [
            new DocumentEvent.Created(First.Board, First.Type, "Årsplan"),
            new DocumentEvent.VersionAdded(
                1, "Årsplan 2027", First.Date, true, Role.ProcessOwner, Files, 4, ContentClass.PlanDraft),
        ]);
        Answer([], First with { Status = DocumentStatus.Established, Confidentiality = Mark })[2..].ShouldBe(
        [
            new DocumentEvent.StatusChanged(DocumentStatus.WorkingMaterial, DocumentStatus.Established),
            new DocumentEvent.MarkedConfidential(Mark),
        ]);
        var kept = Given(First with { Status = DocumentStatus.Established, Confidentiality = Mark });
        (kept.Board, kept.Type, kept.TypeText, kept.Status, kept.RegistrationNumber, kept.Confidentiality)
            .ShouldBe((First.Board, First.Type, "Årsplan", DocumentStatus.Established, null, Mark));
        kept.Latest
            .ShouldBe(new DocumentVersion(1, "Årsplan 2027", First.Date, true, Role.ProcessOwner, Files,
                ContentClass.PlanDraft, 4));
    }

    [Fact]
    public void A_document_tells_of_every_matter_that_any_of_its_versions_has_told_of()
    {
        Id[] matters = [Id.Derive("test", "review"), Id.Derive("test", "concern"), Id.Derive("test", "another")];
        Given(First).About.ShouldBe([]);
        var told = Given(First with { About = matters[..2] });
        told.About.ShouldBe(matters[..2]);
        var next = DocumentDecider.Decide(
            told, First with { Files = [Files[0] with { Sha256 = "c" }], About = matters[1..], MadeFrom = 5 }, Now);
        next.ShouldBeOfType<Decision<DocumentEvent>.Accepted>().Events
            .Aggregate((DocumentState)told, DocumentDecider.Evolve)
            .ShouldBeOfType<DocumentState.Kept>().About.ShouldBe(matters);
    }

    [Fact]
    public void A_later_version()
    {
        DocumentFile[] other = [Files[0] with { Sha256 = "c" }, Files[1]];
        var next = First with
        {
            Files = other,
            Title = "Ny",
            IsDraft = false,
            Status = DocumentStatus.Established,
            Confidentiality = Mark,
            MadeFrom = 5
        };
        Answer([First], next).ShouldBe(
        [
            new DocumentEvent.VersionAdded(
                2, "Ny", First.Date, false, Role.ProcessOwner, other, 5, ContentClass.PlanDraft),
            new DocumentEvent.StatusChanged(DocumentStatus.WorkingMaterial, DocumentStatus.Established),
            new DocumentEvent.MarkedConfidential(Mark),
        ]);
        Answer([First with { Confidentiality = Mark }], next with { Status = First.Status }).Count.ShouldBe(1);
        Answer([First], First with { Files = [Files[1], Files[0]] })
            .ShouldBeEmpty("the order of the files says nothing");
        Answer([First], First with { Files = [Files[0], Files[1] with { Format = FileFormat.Model }] }).Count
            .ShouldBe(1);
        Answer([First], First with { Files = [Files[0]] }).Count.ShouldBe(1);
    }

    [Fact]
    public void What_is_refused()
    {
        Refused([First], First with { Type = new CodeId("annat") }).ShouldBe("document.other-board");
        Refused([First], First with { Board = new BoardId("aldrenamnden") }).ShouldBe("document.other-board");
        Refused([First], First with { Files = [] }).ShouldBe("document.file-missing");
        Refused([], First with { Files = [] }).ShouldBe("document.file-missing");
        Refused([First with { Status = DocumentStatus.Dispatched }], First with { Files = [Files[0]] })
            .ShouldBe("document.closed");
        Refused([First], First with { Files = [Files[0]], Status = DocumentStatus.Received })
            .ShouldBe("status:document.status-not-allowed(WorkingMaterial, Received)");
    }

    [Fact]
    public void The_same_files_for_other_readers_and_of_a_later_version_of_the_stream()
    {
        Answer([First], First with { Content = ContentClass.PlanPaper, MadeFrom = 5 })
            .ShouldBe([new DocumentEvent.ContentChanged(1, ContentClass.PlanPaper), new DocumentEvent.Confirmed(5)]);
        Answer([First], First with { MadeFrom = null }).ShouldBeEmpty();
        Answer([First with { MadeFrom = null }], First).ShouldBe([new DocumentEvent.Confirmed(4)]);
        Answer([First with { MadeFrom = null }], First with { Files = [Files[0]], MadeFrom = null }).Count.ShouldBe(1);
        var kept = Given(First, First with { Files = [Files[0]] },
            First with { Files = [Files[0]], Content = ContentClass.PlanPaper, MadeFrom = 9 });
        kept.Versions.Select(version => (version.Content, version.MadeFrom))
            .ShouldBe([(ContentClass.PlanDraft, 4), (ContentClass.PlanPaper, 9)]);
    }

    [Theory]
    [InlineData(null, null, false, false)]
    [InlineData(null, 4, false, true)]
    [InlineData(4, null, false, false)]
    [InlineData(4, 3, true, false)]
    [InlineData(4, 4, false, false)]
    [InlineData(4, 5, false, true)]
    public void What_was_made_from_an_older_version_is_overtaken_and_from_a_later_one_newer(
        int? kept, int? made, bool isOvertaken, bool isNewer)
    {
        var document = Given(First with { MadeFrom = kept });
        DocumentDecider.IsOvertaken(document, made).ShouldBe(isOvertaken);
        DocumentDecider.IsNewer(made, document).ShouldBe(isNewer);
    }

    [Theory]
    [InlineData(DocumentStatus.WorkingMaterial, "Established Dispatched")]
    [InlineData(DocumentStatus.Established, "Dispatched")]
    [InlineData(DocumentStatus.Received, "")]
    [InlineData(DocumentStatus.Dispatched, "")]
    public void The_status_only_moves_onwards(DocumentStatus from, string onwards)
    {
        var next = Enum.GetValues<DocumentStatus>().Where(to => to != from
            && DocumentDecider.Decide(Given(First with { Status = from }),
                First with { Status = to, Files = [Files[0]] }, Now)
                is Decision<DocumentEvent>.Accepted);
        string.Join(' ', next).ShouldBe(onwards);
        DocumentDecider.TakesVersions(from).ShouldBe(onwards.Length > 0);
    }

    [Fact]
    public void A_diarienummer_and_the_version_that_shows_it()
    {
        DocumentFile[] other = [Files[0] with { Sha256 = "numbered" }];
        var register = new DocumentCommand.Register("SOCN\u00A02027/1", "^SOCN [0-9]{4}/[0-9]+$", "SOCN 2027/1", other);
        Answer([First], register).ShouldBe(
        [
            new DocumentEvent.Registered("SOCN 2027/1"),
            new DocumentEvent.VersionAdded(
                2, "Årsplan 2027", First.Date, true, Role.ProcessOwner, other, 4, ContentClass.PlanDraft),
        ]);
        Answer([First], register with { Files = [] }).ShouldBe([new DocumentEvent.Registered("SOCN 2027/1")]);
        Answer([First with { Status = DocumentStatus.Received }], register)
            .ShouldBe([new DocumentEvent.Registered("SOCN 2027/1")]);
        Answer([First, register], register).ShouldBeEmpty();
        Refused([], register).ShouldBe("document.not-found");
        Refused([First], register with { Number = "socn 2027/1" }).ShouldBe("number:document.number-form(SOCN 2027/1)");
    }

    [Fact]
    public void An_event_from_before_classes_were_stored_has_the_class_of_its_type()
    {
        var created = new DocumentEvent.Created(First.Board, First.Type, "Årsplan");
        var old = new DocumentEvent.VersionAdded(1, "T", First.Date, false, Role.System, Files, null);
        new DocumentEvent[] { created, old }.Aggregate(DocumentDecider.Initial, DocumentDecider.Evolve)
            .ShouldBeOfType<DocumentState.Kept>().Latest.Content.ShouldBe(ContentClass.PlanPaper);
        Should.Throw<InvalidOperationException>(() => DocumentDecider.Evolve(DocumentDecider.Initial, old)).Message
            .ShouldBe("VersionAdded cannot follow Absent.");
        Should.Throw<InvalidOperationException>(() => DocumentDecider.Evolve(Given(First), created)).Message
            .ShouldBe("Created cannot follow Kept.");
    }

    [Fact]
    public void A_file_is_found_by_its_format_and_a_version_by_its_number()
    {
        var kept = Given(First);
        kept.Latest.File(FileFormat.Html).Name.ShouldBe("a.html");
        kept.Version(1).ShouldBe(kept.Latest);
        kept.Version(2).ShouldBeNull();
    }

    [Fact]
    public void Headings_go_down_by_one_level_and_up_by_any()
    {
        var head = new DocumentHead(
            "Nacka kommun", "Årsplan", " ", First.Date, "Socialnämnden", "Socialnämnden", "Gruppchef",
            DocumentStatus.Established, IsDraft: false);
        Document With(params int[] levels) =>
            new(head, "Titel", [.. levels.Select(level => new Block.Heading(level, "R"))]);
        foreach (var levels in new int[][] { [], [1, 2, 3, 1], [1, 1, 2, 2], [1, 2, 3, 3, 2] })
            With(levels).Blocks.Count.ShouldBe(levels.Length);
        foreach (var levels in new int[][] { [2], [1, 3], [1, 2, 1, 3] })
            Should.Throw<ArgumentException>(() => With(levels)).Message
                .ShouldStartWith("A heading of 'Titel' skips a level.");
        head.RegistrationNumberText.ShouldBe("Dnr saknas");
        (With(1) with { Signatories = [new("chef")] }).ShouldNotBe(With(1));
        (With(1) with { Signatories = [new("chef")] }).ShouldBe(With(1) with { Signatories = [new("chef")] });
    }

    private static readonly CommandContext Now =
        new(new Actor("u1", Role.ProcessOwner), default, new DateOnly(2027, 2, 1));

    private static DocumentState.Kept Given(params IEnumerable<DocumentCommand> commands) =>
        (DocumentState.Kept)State(commands);

    private static DocumentState State(IEnumerable<DocumentCommand> commands) => commands.Aggregate(
        DocumentDecider.Initial, (state, command) =>
            ((Decision<DocumentEvent>.Accepted)DocumentDecider.Decide(state, command, Now))
                .Events.Aggregate(state, DocumentDecider.Evolve));

    /// <summary>
    /// Without the matters that a version tells of, which compare as lists: they have a test of their own.
    /// </summary>
    private static List<DocumentEvent> Answer(IEnumerable<DocumentCommand> before, DocumentCommand command) =>
    [
        .. DocumentDecider.Decide(State(before), command, Now).ShouldBeOfType<Decision<DocumentEvent>.Accepted>().Events
            .Select(happened => happened is DocumentEvent.VersionAdded added ? added with { About = null } : happened),
    ];

    private static string Refused(IEnumerable<DocumentCommand> before, DocumentCommand command) => RefusalText.Of(
        DocumentDecider.Decide(State(before), command, Now)
            .ShouldBeOfType<Decision<DocumentEvent>.Refused>().Reasons.Single());
}
