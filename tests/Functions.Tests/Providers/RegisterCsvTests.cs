using System.Text;
using FsCheck.Xunit;
using Oversight.Functions.Providers;
using Oversight.Providers.Import;

namespace Oversight.Functions.Tests.Providers;

public sealed class RegisterCsvTests
{
    [Property]
    public bool Every_cell_written_is_read_back(string[] texts)
    {
        var cells = texts.Select(text => (text ?? "").Replace("\0", "", StringComparison.Ordinal))
            .Where(text => IsUnicode(text)).Prepend("x").ToArray();
        var table = new RegisterTable(cells, [new RegisterLine(2, cells)]);
        return RegisterCsv.Read(RegisterCsv.Write(table)).Table is { } read
            && read.Headers.SequenceEqual(cells) && read.Lines.Single().Cells.SequenceEqual(cells);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("windows-1252", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    public void Encodings_are_told_apart(string name, bool withMark)
    {
        var encoding = name == "windows-1252"
            ? CodePagesEncodingProvider.Instance.GetEncoding(1252)!
            : Encoding.GetEncoding(name);
        byte[] file = [.. withMark ? encoding.GetPreamble() : [],
            .. encoding.GetBytes("anordnare;ort\r\nVård på Ön;Fisksätra – hamn\r\n")];
        RegisterCsv.Read(file).Table!.Lines.Single().Cells.ShouldBe(["Vård på Ön", "Fisksätra – hamn"]);
    }

    [Theory]
    [InlineData("a;b\n1;2\n")]
    [InlineData("a,b\r\n1,2")]
    [InlineData("a\tb\r\n1\t2\r\n")]
    [InlineData("sep=;\r\na;b\r\n1;2\r\n")]
    [InlineData("sep=;;;;;\r\na;b\r\n1;2\r\n")]
    [InlineData("\"sep=;\";\r\na;b\r\n1;2\r\n")]
    [InlineData("SEP=,,,,\na,b\n1,2\n")]
    [InlineData("sep=\t\t\t\r\na\tb\r\n1\t2\r\n")]
    [InlineData("\uFEFF\uFEFFa;b\r\n1;2\r\n")]
    [InlineData("\uFEFFsep=; \r\na;b\r\n1;2\r\n")]
    [InlineData(";\r\n\r\na;b\r\n1;2\r\n")]
    [InlineData("a;b\r\n1;2\r\n;\r\n\r\n")]
    public void Separators_and_line_ends_are_found(string text)
    {
        var table = RegisterCsv.Read(Encoding.UTF8.GetBytes(text)).Table!;
        table.Headers.ShouldBe(["a", "b"]);
        table.Lines.First(line => !line.IsBlank).Cells.ShouldBe(["1", "2"]);
    }

    [Fact]
    public void A_quoted_cell_may_hold_separators_quotes_and_line_breaks() =>
        RegisterCsv.Read("a;b\r\n\"Gatan 1\r\n131 30; \"\"Nacka\"\"\";2\r\n"u8.ToArray()).Table!.Lines.Single().Cells
            .ShouldBe(["Gatan 1\r\n131 30; \"Nacka\"", "2"]);

    [Theory]
    [InlineData("")]
    [InlineData("\r\n \r\n")]
    [InlineData("sep=;")]
    [InlineData("sep=;\r\n\r\n")]
    public void A_file_without_a_line_is_said_to_be_empty(string text) =>
        RegisterCsv.Read(Encoding.UTF8.GetBytes(text)).Problem!.Refusal.Code.ShouldBe(ImportRefusals.Empty);

    [Theory]
    [InlineData("a;b\r\n\"öppet;2\r\n", 2)]
    [InlineData("a;b\r\nen \"mitt i;2\r\n", 2)]
    [InlineData("a;b\r\n1;\"två\nrader\"\r\n\"x\" y;2\r\n", 3)]
    [InlineData("sep=;\r\na;b\r\n\"öppet;2\r\n", 3)]
    [InlineData("sep=;\r\na;\"b\r\n", 2)]
    public void A_quote_that_is_not_closed_is_said_with_its_row(string text, int row)
    {
        var problem = RegisterCsv.Read(Encoding.UTF8.GetBytes(text)).Problem!;
        (problem.Row, problem.Refusal.Code).ShouldBe((row, ImportRefusals.NotReadable));
    }

    [Theory]
    [InlineData("a;b\r\n\r\n1;2\r\n", 3)]
    [InlineData("sep=;\r\na;b\r\n1;2\r\n", 3)]
    [InlineData("a;\"b\nc\"\r\n1;2\r\n", 2)]
    public void A_row_has_the_number_that_a_spreadsheet_shows(string text, int row) =>
        RegisterCsv.Read(Encoding.UTF8.GetBytes(text)).Table!.Lines.Single(line => !line.IsBlank).Number.ShouldBe(row);

    [Fact]
    public void Another_separator_inside_the_cells_is_not_taken_for_the_separator()
    {
        var table = new RegisterTable(["a|b|c", "d"],
            [new RegisterLine(2, ["x|y|z", "1"]), new RegisterLine(3, ["w|v|u", "2"])]);
        RegisterCsv.Read(RegisterCsv.Write(table)).Table!.Lines.Select(line => line.Cells)
            .ShouldBe(table.Lines.Select(line => line.Cells));
    }

    [Fact]
    public void An_apostrophe_is_added_to_formulas_and_taken_away_again()
    {
        var written = Encoding.UTF8.GetString(
            RegisterCsv.Write(new RegisterTable(["a"], [new RegisterLine(2, ["=HYPERLINK(\"x\")"])])));
        written.ShouldContain("\"'=HYPERLINK");
        RegisterCsv.Read(Encoding.UTF8.GetBytes(written)).Table!.Lines.Single().Cells.ShouldBe(["=HYPERLINK(\"x\")"]);
    }

    private static bool IsUnicode(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;
}
