using Oversight.Documents;
using static Oversight.Documents.Block;

namespace Oversight.Core.Tests.Documents;

/// <summary>Equal documents give equal bytes, so whatever is read differently must be unequal.</summary>
public class BlockTests
{
    private static readonly Column[] Columns = [new("Enhet"), new("Antal")];
    private static readonly MatrixCell Cell = new("1", Shade.Low);

    public static TheoryData<Block, Block[]> Others => new()
    {
        { new Bullets("a", "b"), [new Bullets("a"), new Bullets("b", "a")] },
        { new DecisionPoints("a", "b"), [new DecisionPoints("a"), new DecisionPoints("b", "a")] },
        {
            ATable("T", [["x", "1"], ["y", "2"]]),
            [
                ATable("U", [["x", "1"], ["y", "2"]]), ATable("T", [["x", "1"], ["y", "3"]]),
                ATable("T", [["z", "1"], ["y", "2"]]), ATable("T", [["x", "1"]]),
                new Table("T", [new("Enhet"), new("Plats")], [["x", "1"], ["y", "2"]]),
            ]
        },
        {
            new BarChart("D", "L", "V", [new("a", 1)]),
            [
                new BarChart("E", "L", "V", [new("a", 1)]), new BarChart("D", "M", "V", [new("a", 1)]),
                new BarChart("D", "L", "W", [new("a", 1)]), new BarChart("D", "L", "V", [new("a", 2)]),
            ]
        },
        {
            AMatrix("M", "R", "K", ["1", "2"], ["1"], [[Cell], [Cell]]),
            [
                AMatrix("N", "R", "K", ["1", "2"], ["1"], [[Cell], [Cell]]),
                AMatrix("M", "S", "K", ["1", "2"], ["1"], [[Cell], [Cell]]),
                AMatrix("M", "R", "L", ["1", "2"], ["1"], [[Cell], [Cell]]),
                AMatrix("M", "R", "K", ["1", "3"], ["1"], [[Cell], [Cell]]),
                AMatrix("M", "R", "K", ["1", "2"], ["2"], [[Cell], [Cell]]),
                AMatrix("M", "R", "K", ["1", "2"], ["1"], [[Cell], [Cell with { Shade = Shade.High }]]),
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Others), DisableDiscoveryEnumeration = true)]
    public void A_block_is_equal_to_its_like_and_to_nothing_that_reads_otherwise(Block block, Block[] others)
    {
        foreach (var other in others)
        {
            block.Equals(other).ShouldBeFalse(other.ToString());
            block.Equals(null).ShouldBeFalse();
        }

        ((object)(block with { })).ShouldBe(block);
    }

    [Fact]
    public void Documents_differ_by_head_title_and_blocks()
    {
        var head = new DocumentHead(
            "Nacka kommun", "Årsplan", null, new DateOnly(2027, 3, 1), "Socialnämnden", "Socialnämnden", "Gruppchef",
            DocumentStatus.WorkingMaterial, IsDraft: true);
        var document = new Document(head, "T", [new Paragraph("a")]);

        document.Equals(new Document(head, "T", [new Paragraph("a")])).ShouldBeTrue();
        document.Equals(new Document(head with { IsDraft = false }, "T", [new Paragraph("a")])).ShouldBeFalse();
        document.Equals(new Document(head, "U", [new Paragraph("a")])).ShouldBeFalse();
        document.Equals(new Document(head, "T", [new Paragraph("b")])).ShouldBeFalse();
        document.Equals(null).ShouldBeFalse();
    }

    [Fact]
    public void What_cannot_be_laid_out_is_refused_by_its_caption()
    {
        Should.Throw<ArgumentException>(() => ATable("Enheter", [["x", "1"], ["y"]])).Message.ShouldContain("Enheter");
        Should.Throw<ArgumentException>(() => new Table("Tom", [], [])).Message.ShouldContain("Tom");
        Should.Throw<ArgumentException>(() => new BarChart("Staplar", "L", "V", [new("a", 1), new("b", -1)])).Message
            .ShouldContain("Staplar");
        Should.Throw<ArgumentException>(() => AMatrix("Risk", "R", "K", ["1", "2"], ["1"], [[Cell], []])).Message
            .ShouldContain("Risk");
        Should.Throw<ArgumentException>(() => AMatrix("Tom", "R", "K", [], [], [])).Message.ShouldContain("Tom");
        Should.Throw<ArgumentException>(() => new Heading(4, "A")).Message.ShouldContain("1, 2 or 3");
        new Heading(3, "A").Level.ShouldBe(3);
        new BarChart("D", "L", "V", [new("a", 0), new("b", 7)]).Largest.ShouldBe(7);
        new BarChart("D", "L", "V", []).Largest.ShouldBe(0);
    }

    [Fact]
    public void What_was_kept_before_classes_has_the_class_of_its_type()
    {
        DocumentContents.Before(new CodeId("arsplan"), isDraft: true).ShouldBe(ContentClass.PlanDraft);
        DocumentContents.Before(new CodeId("arsplan"), isDraft: false).ShouldBe(ContentClass.PlanPaper);
        DocumentContents.Before(new CodeId("arsplan-bilaga"), isDraft: true).ShouldBe(ContentClass.PlanAnnex);
        DocumentContents.Before(new CodeId("annat"), isDraft: false).ShouldBe(ContentClass.Unknown);
    }

    private static Table ATable(string caption, IReadOnlyList<IReadOnlyList<string>> rows) =>
        new(caption, Columns, rows);

    private static Matrix AMatrix(
        string caption, string rowAxis, string columnAxis, string[] rows, string[] columns,
        IReadOnlyList<IReadOnlyList<MatrixCell>> cells) =>
        new(caption, rowAxis, columnAxis, rows, columns, cells);
}
