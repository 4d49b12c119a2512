using System.Globalization;
using System.Text;
using FsCheck.Xunit;

namespace Oversight.Core.Tests.Kernel;

public class TypedTextTests
{
    [Theory]
    [InlineData("A\u030Akers")]
    [InlineData("\uFEFFÅkers")]
    [InlineData("\u202EÅkers\u202C")]
    [InlineData("Åk\u00ADers")]
    [InlineData("Å\u200Bkers\u2060")]
    [InlineData("\u00A0Åkers\u3000")]
    [InlineData("\u2068Åkers\u2069\u200E")]
    [InlineData("\u212Bkers")]
    public void Texts_that_look_the_same_are_the_same(string typed) => TypedText.Line(typed).ShouldBe("Åkers");

    [Theory]
    [InlineData("Norr\u00A0 \u2009Öster")]
    [InlineData("Norr\r\nÖster")]
    [InlineData("Norr\t\u2028Öster\v")]
    public void A_line_has_single_blanks_and_no_breaks(string typed) => TypedText.Line(typed).ShouldBe("Norr Öster");

    [Theory]
    [InlineData("A\u20111")]
    [InlineData("A\u22121")]
    [InlineData("A\u20131")]
    [InlineData("A\u20141")]
    [InlineData("A\uFF0D1")]
    public void Every_dash_of_a_code_is_a_hyphen(string typed) => TypedText.Code(typed).ShouldBe("A-1");

    [Fact]
    public void A_text_keeps_its_lines_its_dashes_and_a_family_of_joined_signs() =>
        TypedText.Lines(" Rad ett – så\r\n\u200Brad två \U0001F468\u200D\U0001F469 \r")
            .ShouldBe("Rad ett – så\nrad två \U0001F468\u200D\U0001F469");

    [Theory]
    [InlineData("a\rb", "a\nb")]
    [InlineData("å\r\nb\r", "å\nb\n")]
    [InlineData("å\v\f\u0085\u2028\u2029", "å\n\n\n\n\n")]
    [InlineData("å\t\n", "å\t\n")]
    [InlineData("å~ ", "å~ ")]
    [InlineData("\u007F", "\u007F")]
    [InlineData("\u2010\u2011\u2212\u02D7\uFE63\uFF0D", "------")]
    [InlineData("\u2012\u2013\u2014\u2015\u2043\uFE58", "\u2012\u2013\u2014\u2015\u2043\uFE58")]
    [InlineData("x\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u3164\uFFA0", "x")]
    [InlineData("x\uFFFE\uFFFF\uFDD0\uFDEF\U0001FFFE\U0001FFFF\U000E0001", "x")]
    [InlineData("\uFDCF\uFDF0\uFFFD\U0001FFFD", "\uFDCF\uFDF0\uFFFD\U0001FFFD")]
    [InlineData("\u200Dx\u200Dy", "xy")]
    [InlineData("\u2708\uFE0F\u200Dx", "\u2708\uFE0F\u200Dx")]
    [InlineData("\u00A0\u2003\u3000", "   ")]
    [InlineData("plain ~\n\t", "plain ~\n\t")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Cleaning_leaves_one_kind_of_break_blank_and_hyphen_and_nothing_invisible(string? typed, string clean) =>
        TypedText.Clean(typed).ShouldBe(clean);

    [Fact]
    public void Half_a_character_is_shown_as_a_fault()
    {
        TypedText.Clean("\ud83d").ShouldBe("\uFFFD");
        TypedText.Clean("\ud83dx").ShouldBe("\uFFFDx");
        TypedText.Clean("\ude00x").ShouldBe("\uFFFDx");
        TypedText.Clean("\ud83d\ud83d\ude00").ShouldBe("\uFFFD\U0001F600");
    }

    [Theory]
    [InlineData("Åkers", "åkers", true)]
    [InlineData("A-1", "a\u20131 ", true)]
    [InlineData("A-1", "A-2", false)]
    [InlineData(null, " ", true)]
    public void Case_blanks_and_dashes_do_not_count_when_texts_are_compared(string? one, string? other, bool areSame) =>
        TypedText.IsSame(one, other).ShouldBe(areSame);

    [Theory]
    [InlineData("Norra Åkers vård", "åkers", true)]
    [InlineData("Norra", "Norra Åkers", false)]
    [InlineData("Norra", "", true)]
    [InlineData(null, "a", false)]
    public void A_part_is_found_anywhere_in_a_text(string? whole, string? part, bool holds) =>
        TypedText.Holds(whole, part).ShouldBe(holds);

    [Theory]
    [InlineData(null, true)]
    [InlineData(" \n\u200B\u00A0", true)]
    [InlineData(" . ", false)]
    public void What_shows_nothing_is_blank(string? typed, bool isBlank) => TypedText.IsBlank(typed).ShouldBe(isBlank);

    [Property]
    public bool Any_text_is_cleaned_without_a_fault_and_once_is_enough(string? typed) =>
        TypedText.Clean(typed) is var clean && TypedText.Clean(clean) == clean
            && clean.IsNormalized(NormalizationForm.FormC);

    [Theory]
    [InlineData("2024-01-01")]
    [InlineData("2024-01-01 00:00:00")]
    [InlineData("2024-01-01T00:00:00")]
    [InlineData("2024\u201101\u201101")]
    [InlineData("20240101")]
    [InlineData("2024-01-01 0:00")]
    [InlineData("2024-01-01 23:59")]
    [InlineData("2024-01-01 23:59:59.1234567")]
    [InlineData("2024-01-01T23:59")]
    [InlineData("2024-01-01T23:59:59.12")]
    [InlineData("2024-01-01 23.59")]
    [InlineData("2024-01-01 23.59.59")]
    [InlineData("2024-01-01 9:05:00")]
    public void A_day_is_read_with_and_without_a_time(string typed)
    {
        TypedDay.TryRead(typed, out var day).ShouldBeTrue();
        day.ShouldBe(new DateOnly(2024, 1, 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("2024-02-30")]
    [InlineData("1/1/2024")]
    [InlineData("2024-1-1")]
    [InlineData("2024-01-01 24:00")]
    public void What_is_no_day_is_not_read(string? typed)
    {
        TypedDay.TryRead(typed, out var day).ShouldBeFalse();
        day.ShouldBe(default);
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    [InlineData("da-DK")]
    public void Names_are_in_Swedish_order_whatever_the_machine_speaks(string machine)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(machine);
            string[] names = ["Östra", "Ängens", "Åsa", "Zeta", "alfa", "Wilma", "Vera", "Édith", "Eva", "Alfa 2",
                "Norr - Syd", "Norra"];
            names.Order(SwedishOrder.Comparer).ShouldBe(
                ["alfa", "Alfa 2", "Édith", "Eva", "Norr - Syd", "Norra", "Vera", "Wilma", "Zeta", "Åsa", "Ängens",
                    "Östra"]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Property]
    public bool Words_of_Swedish_letters_are_ordered_as_sv_SE_does(int[] first, int[] second)
    {
        var (x, y) = (Word(first), Word(second));
        var swedish = Math.Sign(CultureInfo.GetCultureInfo("sv-SE").CompareInfo
            .Compare(x, y, CompareOptions.IgnoreCase));
        return swedish == 0 || Math.Sign(string.CompareOrdinal(SwedishOrder.Key(x), SwedishOrder.Key(y))) == swedish;
    }

    private static string Word(int[] letters) =>
        string.Concat(letters.Select(letter => "abcdefghijklmnopqrstuvwxyzåäöÅÄÖ"[(int)((uint)letter % 32)]));
}
