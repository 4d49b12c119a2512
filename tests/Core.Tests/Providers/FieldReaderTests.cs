using Oversight.Providers;
using static Oversight.Core.Tests.Providers.RegisterScenario;

namespace Oversight.Core.Tests.Providers;

public class FieldReaderTests
{
    private static readonly Dictionary<string, string> Known =
        new() { ["hemtjanst"] = "Hemtjänst", ["korttid"] = "Korttid – LSS" };

    [Theory]
    [InlineData("2026-02-28", "2026-02-28", "")]
    [InlineData("2026-02-29", "0001-01-01", "f:register.date-format")]
    [InlineData(" ", "0001-01-01", "f:register.date-missing")]
    [InlineData(null, "0001-01-01", "f:register.date-missing")]
    public void A_day_that_must_be_there(string? written, string day, string refusals) =>
        Read(written, reader => reader.Date("f")).ShouldBe((DateOnly.ParseExact(day, "O"), refusals));

    [Theory]
    [InlineData("2026-02-28", "2026-02-28", "")]
    [InlineData("i går", null, "f:register.date-format")]
    [InlineData(" ", null, "")]
    public void A_day_that_may_be_left_out(string? written, string? day, string refusals) =>
        Read(written, reader => reader.OptionalDate("f"))
            .ShouldBe((day is null ? null : DateOnly.ParseExact(day, "O"), refusals));

    [Theory]
    [InlineData("40", 40, "")]
    [InlineData("-1", -1, "")]
    [InlineData("\u22121", -1, "")]
    [InlineData(" 1 000\u00A0", 1000, "")]
    [InlineData("4,5", 0, "f:register.number-format")]
    [InlineData("2147483648", 0, "f:register.number-format")]
    [InlineData("", 0, "f:register.number-missing")]
    public void A_number_that_must_be_there(string? written, int number, string refusals) =>
        Read(written, reader => reader.Number("f")).ShouldBe((number, refusals));

    [Theory]
    [InlineData("0", 0, "")]
    [InlineData("x", null, "f:register.number-format")]
    [InlineData(" ", null, "")]
    public void A_number_that_may_be_left_out(string? written, int? number, string refusals) =>
        Read(written, reader => reader.OptionalNumber("f")).ShouldBe((number, refusals));

    [Theory]
    [InlineData("ja", true, "")]
    [InlineData("J", true, "")]
    [InlineData("true", true, "")]
    [InlineData("1", true, "")]
    [InlineData("on", true, "")]
    [InlineData("Nej", false, "")]
    [InlineData("n", false, "")]
    [InlineData("FALSE", false, "")]
    [InlineData("0", false, "")]
    [InlineData("", false, "")]
    [InlineData(null, false, "")]
    [InlineData("kanske", false, "f:register.choice-unknown")]
    public void Yes_or_no(string? written, bool isYes, string refusals) =>
        Read(written, reader => reader.YesOrNo("f")).ShouldBe((isYes, refusals));

    [Theory]
    [InlineData("kommunal", Ownership.Municipal)]
    [InlineData("Privat ", Ownership.Private)]
    [InlineData("idéburen", Ownership.NonProfit)]
    [InlineData("ideburen", Ownership.NonProfit)]
    [InlineData("annan offentlig", Ownership.OtherPublic)]
    [InlineData("municipal", Ownership.Municipal)]
    [InlineData("private", Ownership.Private)]
    [InlineData("nonProfit", Ownership.NonProfit)]
    [InlineData("otherPublic", Ownership.OtherPublic)]
    public void An_owner_in_Swedish_or_as_it_is_stored(string written, Ownership ownership) =>
        Read(written, reader => reader.Choice("f", RegisterWords.Ownerships)).ShouldBe((ownership, ""));

    [Theory]
    [InlineData("kundval", AgreementForm.Kundval)]
    [InlineData("LOU", AgreementForm.Procured)]
    [InlineData("överenskommelse", AgreementForm.Understanding)]
    [InlineData("overenskommelse", AgreementForm.Understanding)]
    [InlineData("direktupphandling", AgreementForm.DirectAward)]
    [InlineData("procured", AgreementForm.Procured)]
    [InlineData("understanding", AgreementForm.Understanding)]
    [InlineData("directAward", AgreementForm.DirectAward)]
    public void A_form_in_Swedish_or_as_it_is_stored(string written, AgreementForm form) =>
        Read(written, reader => reader.Choice("f", RegisterWords.Forms)).ShouldBe((form, ""));

    [Theory]
    [InlineData("stiftelse", "f:register.choice-unknown")]
    [InlineData(" ", "f:register.choice-missing")]
    public void No_known_choice(string written, string refusals) =>
        Read(written, reader => reader.Choice("f", RegisterWords.Ownerships)).ShouldBe((default(Ownership), refusals));

    [Fact]
    public void Each_choice_is_written_with_one_word_that_is_read_back()
    {
        Enum.GetValues<Ownership>().Select(ownership => ownership.Word())
            .ShouldBe(["kommunal", "privat", "idéburen", "annan offentlig"]);
        Enum.GetValues<AgreementForm>().Select(form => form.Word())
            .ShouldBe(["kundval", "LOU", "överenskommelse", "direktupphandling"]);
    }

    [Theory]
    [InlineData("hemtjanst", "hemtjanst", "")]
    [InlineData("HEMTJANST ", "hemtjanst", "")]
    [InlineData("hemtjänst", "hemtjanst", "")]
    [InlineData("korttid - lss", "korttid", "")]
    [InlineData("Park-9", "park-9", "")]
    [InlineData("park och lek", "", "f:register.code-unknown")]
    [InlineData("park/lek", "", "f:register.code-unknown")]
    [InlineData("", "", "f:register.code-missing")]
    public void A_code_by_its_id_or_its_text_and_an_unknown_id_as_it_is_written(
        string written, string code, string refusals) =>
        Read(written, reader => reader.Code("f", Known)).ShouldBe((code, refusals));

    [Theory]
    [InlineData(60, "")]
    [InlineData(61, "f:register.code-unknown")]
    public void An_unknown_id_is_no_longer_than_an_id(int length, string refusals) =>
        Read(new string('x', length), reader => reader.Code("f", Known)).Refusals.ShouldBe(refusals);

    [Theory]
    [InlineData("hemtjanst|Korttid – LSS", "hemtjanst korttid", "")]
    [InlineData(" | hemtjanst || ", "hemtjanst", "")]
    [InlineData("", "", "")]
    [InlineData("hemtjanst|!", "hemtjanst ", "f:register.code-unknown")]
    public void Codes_stand_between_bars(string written, string codes, string refusals)
    {
        var (read, found) = Read(written, reader => reader.Codes("f", Known));
        (string.Join(' ', read.Select(code => code.Value)), found).ShouldBe((codes, refusals));
    }

    [Theory]
    [InlineData("Storgatan 1\n\u200B\n131 30  Nacka", "Storgatan 1, 131 30 Nacka")]
    [InlineData(" Storgatan 1\r\n\r\n ", "Storgatan 1")]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void Lines_become_one_line(string? written, string? lines) =>
        Read(written, reader => reader.Lines("f")).ShouldBe((lines, ""));

    [Theory]
    [InlineData(" A\u20111 ", "A-1")]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void A_key_has_hyphens(string? written, string? key)
    {
        Read(written, reader => reader.Key("f")).ShouldBe((key, ""));
        Read(written, reader => reader.IsBlank("f")).ShouldBe((key is null, ""));
    }

    [Theory]
    [InlineData(" Norr  1", "Norr 1")]
    [InlineData("\u200B", null)]
    public void A_text_is_one_line(string written, string? text)
    {
        Read(written, reader => reader.OptionalText("f")).ShouldBe((text, ""));
        Read(written, reader => reader.Text("f")).ShouldBe((text ?? "", ""));
    }

    [Theory]
    [InlineData("556016-0680", "5560160680", "")]
    [InlineData("556016-0681", null, "f:provider.number-check-digit")]
    [InlineData("", null, "f:provider.number-format")]
    public void An_organisationsnummer(string written, string? digits, string refusals) =>
        Read(written, reader => reader.OrganisationNumber("f"))
            .ShouldBe((digits is null ? default : OrganisationNumber.FromValue(digits), refusals));

    [Fact]
    public void What_the_rules_find_at_a_field_that_could_not_be_read_is_left_out()
    {
        var reader = new FieldReader(_ => "x");
        reader.HasFailed.ShouldBeFalse();
        reader.Date("from");
        reader.HasFailed.ShouldBeTrue();
        reader.Number("customers");
        Refusal[] rules = [new("a", "from"), new("b", "name"), new("c")];
        Written(reader.And(rules)).ShouldBe("from:register.date-format customers:register.number-format name:b c");
    }

    private static (T Value, string Refusals) Read<T>(string? written, Func<FieldReader, T> read)
    {
        var reader = new FieldReader(field => field == "f" ? written : "another field");
        return (read(reader), Written(reader.Refusals));
    }
}
