using Oversight.Providers;
using Oversight.Providers.Import;

namespace Oversight.Core.Tests.Providers;

/// <summary>
/// A file says the same thing however a spreadsheet has written it, and a key that one has changed is asked back.
/// </summary>
public class ImportSpellingTests
{
    private static readonly string[] Columns =
        ["organisationsnummer", "anordnare", "ägarform", "avtalsnummer", "avtalsform", "avtalsområde", "nämnd",
            "avtalsinsatser", "avtal från", "enhetskod", "enhet", "enhetsinsatser", "enhet från"];

    private static readonly string[] First =
        ["556016-0680", "Prövå AB", "privat", "A-1", "kundval", "hemtjanst", "aldrenamnden",
            "hemtjanst|ledsagarservice", "2024-01-01", "", "Norr", "hemtjanst", "2024-01-01"];

    public static TheoryData<int, string> Spellings => new()
    {
        { 0, "5560160680" },
        { 0, "16556016-0680" },
        { 0, "556016\u20110680" },
        { 0, "556016\u22120680\u200B" },
        { 1, "Prövå\u00A0AB " },
        { 1, "Prövå  AB" },
        { 1, "Pro\u0308va\u030A AB" },
        { 2, "PRIVAT" },
        { 2, "private" },
        { 3, "a\u20131" },
        { 4, "Kundval\u00A0" },
        { 5, "Text för hemtjanst" },
        { 6, "Aldrenamnden" },
        { 6, "text  för aldrenamnden" },
        { 7, "ledsagarservice | hemtjanst" },
        { 7, "Text fo\u0308r hemtjanst|LEDSAGARSERVICE" },
        { 7, "|hemtjanst||ledsagarservice|" },
        { 8, "2024-01-01 00:00:00" },
        { 8, "2024-01-01T00:00" },
        { 8, "20240101" },
    };

    [Theory, MemberData(nameof(Spellings))]
    public void Another_spelling_of_the_same_value_is_no_contradiction(int column, string spelling)
    {
        var second = First.ToArray();
        (second[column], second[10]) = (spelling, "Söder");
        var ready = Plan(Columns, First, second).ShouldBeOfType<ImportPlan.Ready>();
        ready.After.Units.Count.ShouldBe(2);
        ready.After.Providers.Single().Value.Agreements.Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Spellings))]
    [InlineData(10, "Norr\u00A0")]
    [InlineData(10, "\u202ANorr\u202C")]
    [InlineData(11, "Text för hemtjanst")]
    [InlineData(12, "2024-01-01 00.00")]
    public void Another_spelling_of_the_same_value_in_a_later_file_changes_nothing(int column, string spelling)
    {
        var again = First.ToArray();
        again[column] = spelling;
        Plan(Plan(Columns, First).ShouldBeOfType<ImportPlan.Ready>().After, Columns, again)
            .ShouldBeOfType<ImportPlan.Ready>().Steps.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, "Annat AB")]
    [InlineData(2, "idéburen")]
    [InlineData(7, "hemtjanst")]
    [InlineData(8, "2024-01-02")]
    public void Another_value_is_still_a_contradiction(int column, string value)
    {
        var second = First.ToArray();
        (second[column], second[10]) = (value, "Söder");
        Plan(Columns, First, second).ShouldBeOfType<ImportPlan.Rejected>().Problems
            .ShouldContain(problem => problem.Column == Columns[column]
                && problem.Refusal.Code == ImportRefusals.RowContradicts);
    }

    [Fact]
    public void Empty_columns_rows_and_the_layout_of_headings_are_ignored()
    {
        string[] headings = ["",
            .. Columns.Select(column =>
                $" {column.ToUpperInvariant().Replace(" ", " \n ", StringComparison.Ordinal)}\u00A0"), "", "\u200B"];
        string[] row = ["", .. First, "", " ", ""];
        Plan(headings, ["", " ", "\u00A0"], row).ShouldBeOfType<ImportPlan.Ready>().After.Units.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("avtal från", "avtal\nfrån")]
    [InlineData("avtal från", "Avtal  från")]
    [InlineData("avtal från", "avtal\u00A0från\u00A0")]
    [InlineData("avtal från", "\uFEFFavtal fra\u030An")]
    [InlineData("organisationsnummer", "organisations\u00ADnummer")]
    [InlineData("organisationsnummer", " Organisationsnummer\u200B ")]
    [InlineData("anordnare", "ANORDNARE\r\n")]
    public void A_heading_is_known_however_a_spreadsheet_has_laid_it_out(string heading, string laidOut) =>
        Plan([.. Columns.Select(column => column == heading ? laidOut : column)], First)
            .ShouldBeOfType<ImportPlan.Ready>().After.Units.Count.ShouldBe(1);

    [Fact]
    public void Headings_and_cells_of_a_Mac_are_those_of_everybody()
    {
        var register = Plan(Columns, First).ShouldBeOfType<ImportPlan.Ready>().After;
        Plan(register, [.. Columns.Select(Decomposed)], [.. First.Select(Decomposed)])
            .ShouldBeOfType<ImportPlan.Ready>().Steps.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0042", "42")]
    [InlineData("0042", "42,0")]
    [InlineData("0042", "4,2E+01")]
    [InlineData("1E3", "1000")]
    [InlineData("12345678901234567", "12345678901234500")]
    [InlineData("123456789012", "1,23457E+11")]
    [InlineData("1-24", "jan-24")]
    [InlineData("2-1", "02-jan")]
    [InlineData("1-24", "2024-01-01")]
    [InlineData("24/1", "2024-01-01 00:00:00")]
    [InlineData("5-24", "May-24")]
    [InlineData("1/10", "1-Oct")]
    [InlineData("1-2", "1/2/2027")]
    [InlineData("24-1", "24.01.2027")]
    [InlineData("1:20", "01:20:00")]
    [InlineData("1 000", "1000")]
    [InlineData("12000", "12 000")]
    [InlineData("1234567890123456", "1234567890123450")]
    [InlineData("12345", "1,2E+04")]
    [InlineData("12500", "1,2E+04")]
    [InlineData("12500", "1.2e+4")]
    [InlineData("1E3", "1E+03")]
    [InlineData("1-2-3", "2003-01-02")]
    [InlineData("2003/1/2", "2003-01-02")]
    [InlineData("1 24", "24-jan")]
    [InlineData("1.24", "jan 24")]
    [InlineData("12-24", "dec-24")]
    [InlineData("5-24", "maj-24")]
    [InlineData("10-24", "okt. 24")]
    [InlineData("1:20:30", "01:20:30")]
    [InlineData("1/2/27", "01.02.2027")]
    [InlineData("27-1", "01-27-1927")]
    public void A_code_that_a_spreadsheet_has_changed_is_asked_back_and_makes_nothing(string code, string changed)
    {
        foreach (var column in new[] { 3, 9 })
        {
            var (before, after) = (First.ToArray(), First.ToArray());
            (before[column], after[column]) = (code, changed);
            var register = Plan(Columns, before).ShouldBeOfType<ImportPlan.Ready>().After;
            var problem = Plan(register, Columns, after).ShouldBeOfType<ImportPlan.Rejected>().Problems.Single();
            (problem.Column, problem.Refusal.Code).ShouldBe((Columns[column], ImportRefusals.KeyMangled));
            problem.Refusal.Arguments.ShouldBe([changed, code]);
        }
    }

    [Theory]
    [InlineData("0042", "43")]
    [InlineData("A-1", "A-2")]
    [InlineData("2024-1", "2023-02")]
    [InlineData("E1", "E10")]
    [InlineData("1.10", "1.1")]
    [InlineData("1:20", "1:21")]
    [InlineData("1-24", "1-25")]
    [InlineData("3-4", "1/2/2027")]
    [InlineData("1000", "1 00")]
    [InlineData("123456789012345", "123456789012340")]
    [InlineData("1234567890123456", "1234567890123446")]
    [InlineData("1-2-3-4", "2003-01-02")]
    [InlineData("12345-1", "2045-01-23")]
    [InlineData("1", "2001-01-01")]
    [InlineData("a-1", "2024-01-01")]
    [InlineData("1a-1", "2024-01-01")]
    [InlineData("A1", "A#1")]
    [InlineData("1--1", "2001-01-01")]
    [InlineData("1-3", "2001-01-02")]
    [InlineData("1-24", "jan")]
    [InlineData("1-24", "1-jan-24")]
    [InlineData("1-24", "fan-24")]
    [InlineData("1:20", "01:20:30")]
    [InlineData("1:20", "02:20:00")]
    [InlineData("1-2", "1/2/1827")]
    [InlineData("0042", "42,5")]
    [InlineData("0042", "#")]
    public void A_new_code_is_a_new_code(string known, string code)
    {
        var (before, after) = (First.ToArray(), First.ToArray());
        (before[9], after[9], after[10]) = (known, code, "Söder");
        Plan(Plan(Columns, before).ShouldBeOfType<ImportPlan.Ready>().After, Columns, after)
            .ShouldBeOfType<ImportPlan.Ready>().After.Units.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("1,23457E+11")]
    [InlineData("mar-24")]
    [InlineData("Oct-24")]
    [InlineData("####")]
    [InlineData("##")]
    [InlineData("dec-24")]
    [InlineData("02-jan")]
    public void What_no_person_writes_is_asked_back_also_when_nothing_is_known(string code)
    {
        var row = First.ToArray();
        row[9] = code;
        Plan(Columns, row).ShouldBeOfType<ImportPlan.Rejected>().Problems.Single().Refusal.Code
            .ShouldBe(ImportRefusals.KeyNotAsWritten);
    }

    [Fact]
    public void A_number_that_it_cannot_have_been_is_not_taken_for_the_known_one()
    {
        var (before, after) = (First.ToArray(), First.ToArray());
        (before[9], after[9]) = ("12501", "1,2E+04");
        Plan(Plan(Columns, before).ShouldBeOfType<ImportPlan.Ready>().After, Columns, after)
            .ShouldBeOfType<ImportPlan.Rejected>().Problems.Single().Refusal
            .ShouldBe(new Refusal(ImportRefusals.KeyNotAsWritten, null, "1,2E+04"));
    }

    [Fact]
    public void A_code_that_another_row_of_the_same_file_has_is_asked_back_as_well()
    {
        var (one, other) = (First.ToArray(), First.ToArray());
        (one[9], other[9], other[10]) = ("0042", "42", "Söder");
        Plan(Columns, one, other).ShouldBeOfType<ImportPlan.Rejected>().Problems.Single()
            .ShouldBe(new ImportProblem(3, "enhetskod", new Refusal(ImportRefusals.KeyMangled, null, "42", "0042")));
    }

    [Fact]
    public void What_stands_in_a_column_without_heading_is_told_and_what_shows_nothing_is_not()
    {
        string[] headings = [.. Columns.Take(2), "", .. Columns.Skip(2)];
        string[] Row(string cell) => [.. First.Take(2), cell, .. First.Skip(2)];
        Plan(headings, Row("x")).ShouldBeOfType<ImportPlan.Rejected>().Problems.Single()
            .ShouldBe(new ImportProblem(1, "", new Refusal(ImportRefusals.ColumnUnknown, null, "")));
        Plan(headings, Row("\u200B")).ShouldBeOfType<ImportPlan.Ready>().After.Units.Count.ShouldBe(1);
        Plan(Columns, [.. First, " ", "\u00A0"]).ShouldBeOfType<ImportPlan.Ready>().After.Units.Count.ShouldBe(1);
        Plan(Columns, [.. First, " ", "x"]).ShouldBeOfType<ImportPlan.Rejected>().Problems.Single().Refusal
            .ShouldBe(new Refusal(ImportRefusals.CellCount, null, "15", "13"));
        Plan([.. Columns, ""], First).ShouldBeOfType<ImportPlan.Ready>().After.Units.Count.ShouldBe(1);
        Plan([.. Columns, "adress"], First, [.. First.Take(10), "Söder", .. First.Skip(11)])
            .ShouldBeOfType<ImportPlan.Ready>().After.Units.Count.ShouldBe(2);
    }

    private static string Decomposed(string text) => text.Normalize(System.Text.NormalizationForm.FormD);

    private static ImportPlan Plan(string[] headings, params string[][] rows) => Plan(Register.Empty, headings, rows);

    private static ImportPlan Plan(Register register, string[] headings, params string[][] rows) => ImportPlanner.Plan(
        new RegisterTable(headings, [.. rows.Select((cells, at) => new RegisterLine(at + 2, cells))]), register,
        RandomRegister.Rules, Id.Derive("u1", $"import {register.Units.Count} {string.Join('|', rows[^1])}"),
        RandomRegister.Context);
}
