using System.Globalization;
using FsCheck.Xunit;
using Oversight.Texts;

namespace Oversight.Core.Tests.Texts;

public class PersonalNumberSuspicionTests
{
    [Theory]
    [InlineData("811218-9876")]
    [InlineData("8112189876")]
    [InlineData("198112189876")]
    [InlineData("19811218-9876")]
    [InlineData("19 811218-9876")]
    [InlineData("811218+9876")]
    [InlineData("811218 9876")]
    [InlineData("811218 - 9876")]
    [InlineData("811218–9876")]
    [InlineData("1981-12-18-9876")]
    [InlineData("81 12 18 9876")]
    [InlineData("701063-2391")]
    [InlineData("８１１２１８-９８７６")]
    [InlineData("pnr:811218-9876.")]
    [InlineData("a811218-9876b")]
    [InlineData("81\u200B1218-98\u200D76")]
    [InlineData("811218\u00AD9876")]
    [InlineData("811218-\n9876")]
    [InlineData("811218-98\n76")]
    [InlineData("811218 (9876)")]
    [InlineData("(811218) - (9876)")]
    [InlineData("811218\u20119876")]
    [InlineData("811218~9876")]
    [InlineData("81\u201912\u201918\u20199876")]
    [InlineData("1981 | 12 | 18 | 9876")]
    [InlineData("12 811218-9876")]
    [InlineData("811218------9876")]
    [InlineData("8 1 1 2 1 8 9 8 7 6")]
    [InlineData("811218-9876a1")]
    [InlineData("a1 811218-9876")]
    [InlineData("18990131-4568")]
    [InlineData("000229-1235")]
    [InlineData("20000229-1235")]
    [InlineData("19811218 9876 1")]
    [InlineData("\U0001D7D6\U0001D7CF\U0001D7CF\U0001D7D0\U0001D7CF\U0001D7D6-9876")]
    public void A_number_is_found_however_it_is_written(string text) =>
        PersonalNumberSuspicion.Find(text).Count.ShouldBe(1);

    [Theory]
    [InlineData("556627-6779")]
    [InlineData("212000-1579")]
    [InlineData("811218-9877")]
    [InlineData("811318-9874")]
    [InlineData("810231-9876")]
    [InlineData("08-718 80 00")]
    [InlineData("1234567890123456")]
    [InlineData("S-4K7QP-2M9XD")]
    [InlineData("2026-11-20 14:30")]
    [InlineData("")]
    [InlineData("811218-------9876")]
    [InlineData("811218a9876")]
    [InlineData("811218-98.76")]
    [InlineData("8.11218-9876")]
    [InlineData("811218-98a76")]
    [InlineData("811218-98765")]
    [InlineData("1811218-9876")]
    [InlineData("811218-987")]
    [InlineData("17990131-4568")]
    [InlineData("21990131-4568")]
    [InlineData("19000229-1235")]
    [InlineData("19811218-9877")]
    public void Other_numbers_are_left_alone(string text) => PersonalNumberSuspicion.Find(text).ShouldBeEmpty();

    [Fact]
    public void Position_and_length_point_at_the_number()
    {
        const string text = "Gäller 811218-9876 och 19811218-9876.";
        PersonalNumberSuspicion.Find(text).Select(found => text.Substring(found.Start, found.Length))
            .ShouldBe(["811218-9876", "19811218-9876"]);
    }

    [Fact]
    public void A_position_counts_what_is_invisible_and_what_takes_two_characters()
    {
        const string text = "\U0001F600 81\u200B1218-98\u200D76, \U0001D7D61121\u200B8-9876";
        PersonalNumberSuspicion.Find(text).Select(found => text.Substring(found.Start, found.Length))
            .ShouldBe(["81\u200B1218-98\u200D76", "\U0001D7D61121\u200B8-9876"]);
    }

    [Fact]
    public void Removing_takes_every_number_and_nothing_else() =>
        PersonalNumberSuspicion.Remove("Gäller 811218-9876 och 19811218-9876.")
            .ShouldBe("Gäller [nummer borttaget] och [nummer borttaget].");

    [Property]
    public bool Every_real_number_is_found_and_none_is_left_after_removal(
        DateTime day, ushort serial, bool coordination)
    {
        var number = NumberOf(new DateTime(1900 + (day.Year % 120), day.Month, Math.Min(day.Day, 28)), serial % 1000,
            coordination);
        var text = $"Kund {number} saknar insats";
        return PersonalNumberSuspicion.Find(text).Count == 1
            && PersonalNumberSuspicion.Find(PersonalNumberSuspicion.Remove(text)).Count == 0;
    }

    [Property]
    public bool Any_text_is_searched_without_a_fault_and_found_numbers_lie_within_it(string? text) =>
        PersonalNumberSuspicion.Find(text ?? "")
            .All(found => found.Start >= 0 && found.Start + found.Length <= text!.Length);

    private static string NumberOf(DateTime day, int serial, bool coordination)
    {
        var nine = day.ToString("yyMM", CultureInfo.InvariantCulture)
            + (day.Day + (coordination ? 60 : 0)).ToString("00", CultureInfo.InvariantCulture)
            + serial.ToString("000", CultureInfo.InvariantCulture);
        var sum = nine.Select((digit, index) => (digit - '0') * (index % 2 == 0 ? 2 : 1))
            .Sum(product => (product / 10) + (product % 10));
        return $"{nine[..6]}-{nine[6..]}{(10 - (sum % 10)) % 10}";
    }
}
