using FsCheck.Xunit;
using Oversight.Texts;

namespace Oversight.Core.Tests.Texts;

public class MaskingTests
{
    [Fact]
    public void Words_are_found_wherever_they_stand_without_regard_to_case()
    {
        Masking.Find("Anna ringde anna, ANNA.", "anna").ShouldBe([new(0, 4), new(12, 4), new(18, 4)]);
        Masking.Find("aaaa", "aa").ShouldBe([new(0, 2), new(2, 2)]);
        Masking.Find("Ingen här", "anna").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void No_words_are_found_nowhere(string words) => Masking.Find("två  blanka", words).ShouldBeEmpty();

    [Theory]
    [InlineData("", "Anna bor här")]
    [InlineData("0+4", "█████ bor här")]
    [InlineData("5+3", "Anna █████ här")]
    [InlineData("9+3", "Anna bor █████")]
    [InlineData("9+99", "Anna bor █████")]
    [InlineData("0+12", "█████")]
    [InlineData("9+3 0+4", "█████ bor █████")]
    [InlineData("0+4 4+4", "█████ här")]
    [InlineData("0+2 0+4", "█████ bor här")]
    [InlineData("0+4 2+4", "█████or här")]
    [InlineData("0+8 2+3", "█████ här")]
    [InlineData("5+3 6+1", "Anna █████ här")]
    [InlineData("5+2 7+1", "Anna █████ här")]
    public void Each_hidden_stretch_is_one_sign_however_long_and_however_often_it_is_hidden(
        string masks, string shown) =>
        Masking.Show("Anna bor här", masks.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(mask => mask.Split('+').Select(int.Parse).ToArray())
            .Select(mask => new MaskedRange(mask[0], mask[1]))).ShouldBe(shown);

    [Property]
    public bool No_hidden_word_is_shown(bool[] places)
    {
        var text = string.Concat(places.Select(isSecret => isSecret ? "hemligt " : "öppet "));
        var shown = Masking.Show(text, Masking.Find(text, "HEMLIGT"));
        return !shown.Contains("hemligt", StringComparison.Ordinal)
            && shown == string.Concat(places.Select(isSecret => isSecret ? $"{Masking.Sign} " : "öppet "));
    }

    [Fact]
    public void A_text_keeps_its_masks_and_gets_each_once()
    {
        var text = MaskableText.Open(new TextReference("report", 12, "hash"));
        text.Masks.ShouldBeEmpty();
        text.Hide([new(0, 4)]).Hide([new(0, 4), new(5, 3)]).Masks.ShouldBe([new(0, 4), new(5, 3)]);
    }
}
