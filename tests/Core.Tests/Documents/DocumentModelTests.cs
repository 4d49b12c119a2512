using FsCheck.Xunit;
using Oversight.Documents;

namespace Oversight.Core.Tests.Documents;

public class DocumentModelTests
{
    private static readonly DocumentHead Head = new(
        "Nacka kommun", "Årsplan", null, new DateOnly(2027, 3, 1), "Socialnämnden", "Socialnämnden",
        "Gruppchef kvalitet", DocumentStatus.WorkingMaterial, IsDraft: true);

    [Fact, Trait("Requirement", "R1")]
    public void A_head_without_diarienummer_says_so()
    {
        Head.RegistrationNumberText.ShouldBe("Dnr saknas");
        (Head with { RegistrationNumber = "SOCN 2027/12" }).RegistrationNumberText.ShouldBe("SOCN 2027/12");
    }

    [Fact]
    public void Documents_with_the_same_content_are_equal()
    {
        Example().ShouldBe(Example());
        Example().GetHashCode().ShouldBe(Example().GetHashCode());
        Example().ShouldNotBe(Example() with { Attachments = [new("Bilaga")] });
    }

    [Fact]
    public void A_heading_that_skips_a_level_is_refused() =>
        Should.Throw<ArgumentException>(
            () => new Document(Head, "T", [new Block.Heading(1, "A"), new Block.Heading(3, "B")]));

    [Fact]
    public void A_first_heading_below_level_one_is_refused() =>
        Should.Throw<ArgumentException>(() => new Document(Head, "T", [new Block.Heading(2, "A")]));

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void A_heading_has_level_one_to_three(int level) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Block.Heading(level, "A"));

    [Fact]
    public void A_table_row_of_another_width_is_refused() =>
        Should.Throw<ArgumentException>(() => new Block.Table("Tabell", [new("A"), new("B")], [["1"]]));

    [Fact]
    public void A_negative_bar_is_refused() =>
        Should.Throw<ArgumentException>(() => new Block.BarChart("D", "Område", "Antal", [new("A", -1)]));

    [Fact]
    public void A_matrix_that_lacks_a_cell_is_refused() =>
        Should.Throw<ArgumentException>(
            () => new Block.Matrix("M", "R", "K", ["1", "2"], ["1"], [[new("", Shade.None)]]));

    [Property]
    public bool Clean_text_has_only_characters_that_XML_can_carry(string? text) =>
        text is null
            || DocumentText.Clean(text)
                .All(c => c == '\n' || (!char.IsControl(c) && System.Xml.XmlConvert.IsXmlChar(c))
                    || char.IsSurrogate(c));

    [Theory]
    [InlineData("å\u0000ä\u001bö", "åäö")]
    [InlineData("rad\r\nrad\tny", "rad\nrad ny")]
    [InlineData("\ud83d\ude00 \ud83d", "\ud83d\ude00 ")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    public void What_cannot_be_carried_is_left_out_and_the_rest_kept(string text, string expected) =>
        DocumentText.Clean(text).ShouldBe(expected);

    private static Document Example() => new(
        Head, "Titel",
        [
            new Block.Heading(1, "Rubrik"),
            new Block.Bullets("a", "b"),
            new Block.DecisionPoints("c"),
            new Block.Table("T", [new("A"), new("B", ColumnAlignment.End)], [["1", "2"]]),
            new Block.BarChart("D", "Område", "Antal", [new("A", 1)]),
            new Block.Matrix("M", "R", "K", ["1"], ["1"], [[new("x", Shade.High)]]),
        ]);
}
