using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Tests.Documents;

/// <summary>
/// Events and rows as they were stored before contents had a class, and as they are stored now. The texts here are
/// contracts.
/// </summary>
public sealed class StoredContentTests
{
    private const string Files = """[{"format":"docx","name":"x/1/a.docx","length":1,"sha256":"a"}]""";
    private static readonly BoardId Social = new("socialnamnden");

    [Theory]
    [InlineData("arsplan", true, "plan-draft")]
    [InlineData("arsplan", false, "plan-paper")]
    [InlineData("arsplan-bilaga", true, "plan-annex")]
    [InlineData("arsplan-bilaga", false, "plan-annex")]
    [InlineData("nagot-annat", false, "unknown")]
    public void A_version_stored_without_a_class_gets_that_of_its_kind(string type, bool isDraft, string expected) =>
        Fold(
            ("document.created.v1", $$"""{"board":"socialnamnden","type":"{{type}}","typeText":"Dokument"}"""),
            ("document.version-added.v1",
                $$"""{"number":1,"title":"T","date":"2027-02-01","isDraft":{{Text(isDraft)}},"madeBy":"system","files":{{Files}}}"""))
            .Latest.Content.Value.ShouldBe(expected);

    [Fact]
    public void A_version_keeps_the_class_it_was_stored_with_until_an_event_says_another()
    {
        (string, string)[] stored =
        [
            ("document.created.v1", """{"board":"socialnamnden","type":"arsplan","typeText":"Årsplan"}"""),
            ("document.version-added.v1",
                $$"""{"number":1,"title":"T","date":"2027-02-01","isDraft":false,"madeBy":"system","files":{{Files}},"content":"plan-draft"}"""),
        ];
        Fold(stored).Latest.Content.ShouldBe(ContentClass.PlanDraft);
        Fold([.. stored, ("document.content-changed.v1", """{"number":1,"content":"plan-paper"}""")]).Latest.Content
            .ShouldBe(ContentClass.PlanPaper);
    }

    [Fact]
    public void The_events_are_written_as_the_samples_say()
    {
        var events = DocumentStream.Kind.Events;
        events.Write(new DocumentEvent.ContentChanged(1, ContentClass.PlanPaper))
            .ShouldBe("""{"number":1,"content":"plan-paper"}""");
        events.Write(new DocumentEvent.VersionAdded(1, "T", new DateOnly(2027, 2, 1), true, Role.System, [], 7,
            ContentClass.PlanAnnex, []))
            .ShouldBe(
                """{"number":1,"title":"T","date":"2027-02-01","isDraft":true,"madeBy":"system","files":[],"madeFrom":7,"content":"plan-annex","about":[]}""");
        ContentClass.All.Select(content => content.Value).ShouldBe(
        [
            "plan-draft", "plan-paper", "plan-annex", "concern", "concern-reporter", "concern-case-reference",
            "concern-decision", "review", "review-paper", "survey-summary",
        ]);
    }

    [Fact]
    public void A_row_from_before_the_rebuild_has_the_rights_of_its_kind()
    {
        var id = Id.Derive("stored", "row").Value;
        DocumentRow Row(string type, bool isDraft) => StoredJson.Read<DocumentRow>(
            $$"""{"id":"{{id}}","reference":"D-1","board":"socialnamnden","type":"{{type}}","typeText":"T","title":"T","date":"2027-02-01","status":"workingMaterial","isDraft":{{Text(isDraft)}},"version":1,"createdAt":"2027-02-01T09:00:00+00:00","changedAt":"2027-02-01T09:00:00+00:00"}""");
        var index = StoredJson.Read<DocumentIndexRow>(
            $$"""{"id":"{{id}}","board":"socialnamnden","type":"arsplan-bilaga","versions":[{"number":1,"title":"T","date":"2027-02-01","isDraft":false,"madeBy":"system","files":{{Files}}}]}""");
        var secretary = Somebody(Role.BoardSecretary);

        Row("arsplan", isDraft: false).For(secretary).ShouldNotBeNull();
        Row("arsplan", isDraft: true).For(secretary).ShouldBeNull();
        Row("arsplan-bilaga", isDraft: false).For(secretary).ShouldBeNull();
        index.GradeOf(secretary, index.Versions[0]).ShouldBe(Grade.Nothing);
        index.GradeOf(Somebody(Role.ProcessOwner), index.Versions[0]).ShouldBe(Grade.Content);
    }

    [Theory]
    [InlineData("concern-decision", Grade.Nothing)]
    [InlineData("review", Grade.Nothing)]
    [InlineData("review-paper", Grade.Nothing)]
    [InlineData("plan-annex", Grade.Content)]
    public void What_was_stored_without_its_matters_is_closed_to_whoever_is_in_any_conflict(
        string content, Grade expected)
    {
        var closed = new ClosedMatters([Id.Derive("stored", "matter")]);
        Somebody(Role.UnitManager, closed).GradeOf(new ContentClass(content), Social, null).ShouldBe(expected);
        Somebody(Role.UnitManager).GradeOf(new ContentClass(content), Social, null).ShouldBe(Grade.Content);
        Somebody(Role.UnitManager, closed).GradeOf(new ContentClass(content), Social, [Id.Derive("stored", "other")])
            .ShouldBe(Grade.Content);
    }

    [Fact]
    public void A_code_nobody_knows_is_read_by_nobody() =>
        RoleNames.All.ShouldAllBe(role => ContentTable.Find(role, new ContentClass("framtida")) == Grade.Nothing);

    private static DocumentState.Kept Fold(params (string Name, string Payload)[] stored) => stored
        .Select(one => DocumentStream.Kind.Events.Read(one.Name, one.Payload))
        .Aggregate(DocumentDecider.Initial, DocumentDecider.Evolve).ShouldBeOfType<DocumentState.Kept>();

    private static DocumentReader Somebody(Role role, ClosedMatters? closed = null) =>
        new(new SignedInUser("1", "Eva Ek", new HashSet<Role> { role }, new HashSet<BoardId> { Social }),
            closed ?? ClosedMatters.None);

    private static string Text(bool value) => value ? "true" : "false";
}
