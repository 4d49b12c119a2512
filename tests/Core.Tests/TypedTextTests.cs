using System.Globalization;
using System.Text;
using FsCheck.Xunit;

namespace Oversight.Core.Tests;

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
        TypedText.Lines(" Rad ett – så\r\n\u200Brad två \U0001F468\u200D\U0001F469 \r").ShouldBe("Rad ett – så\nrad två \U0001F468\u200D\U0001F469");

    [Property]
    public bool Any_text_is_cleaned_without_a_fault_and_once_is_enough(string? typed) =>
        TypedText.Clean(typed) is var clean && TypedText.Clean(clean) == clean && clean.IsNormalized(NormalizationForm.FormC);

    [Theory]
    [InlineData("2024-01-01")]
    [InlineData("2024-01-01 00:00:00")]
    [InlineData("2024-01-01T00:00:00")]
    [InlineData("2024\u201101\u201101")]
    [InlineData("20240101")]
    [InlineData("2024-01-01 0:00")]
    public void A_day_is_read_with_and_without_a_time(string typed)
    {
        TypedDay.TryRead(typed, out var day).ShouldBeTrue();
        day.ShouldBe(new DateOnly(2024, 1, 1));
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
            string[] names = ["Östra", "Ängens", "Åsa", "Zeta", "alfa", "Wilma", "Vera", "Édith", "Eva", "Alfa 2", "Norr - Syd", "Norra"];
            names.Order(SwedishOrder.Comparer).ShouldBe(
                ["alfa", "Alfa 2", "Édith", "Eva", "Norr - Syd", "Norra", "Vera", "Wilma", "Zeta", "Åsa", "Ängens", "Östra"]);
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
        var swedish = Math.Sign(CultureInfo.GetCultureInfo("sv-SE").CompareInfo.Compare(x, y, CompareOptions.IgnoreCase));
        return swedish == 0 || Math.Sign(string.CompareOrdinal(SwedishOrder.Key(x), SwedishOrder.Key(y))) == swedish;
    }

    private static string Word(int[] letters) => string.Concat(letters.Select(letter => "abcdefghijklmnopqrstuvwxyzåäöÅÄÖ"[(int)((uint)letter % 32)]));
}
