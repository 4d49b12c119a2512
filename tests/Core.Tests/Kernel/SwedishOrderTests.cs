namespace Oversight.Core.Tests.Kernel;

public class SwedishOrderTests
{
    [Theory]
    [InlineData("æ", "ä")]
    [InlineData("Ø", "ö")]
    [InlineData("œ", "ö")]
    [InlineData("Ü", "y")]
    [InlineData("ű", "y")]
    [InlineData("ő", "ö")]
    [InlineData("ß", "ss")]
    [InlineData("Đ", "d")]
    [InlineData("ð", "d")]
    [InlineData("þ", "th")]
    [InlineData("Ł", "l")]
    [InlineData("ı", "i")]
    [InlineData("é", "e")]
    [InlineData("Ñ", "n")]
    [InlineData("ế", "e")]
    public void A_letter_of_another_language_is_sorted_as_the_Swedish_one(string letter, string swedish) =>
        SwedishOrder.Key(letter).ShouldBe(SwedishOrder.Key(swedish));

    // The keys are stored: they are contracts.
    [Theory]
    [InlineData("a", "30")]
    [InlineData("Z", "49")]
    [InlineData("å", "4a")]
    [InlineData("Ö", "4c")]
    [InlineData("0", "20")]
    [InlineData("9", "29")]
    [InlineData("a b", "301031")]
    [InlineData("a-b&c", "3012311232")]
    [InlineData("ж", "600436")]
    [InlineData("\u0416a", "60043630")]
    [InlineData("x\u20DD", "47")]
    [InlineData("x\u0301", "47")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_key_is_two_digits_a_letter_and_stays_as_it_is(string? text, string key) =>
        SwedishOrder.Key(text).ShouldBe(key);

    [Fact]
    public void Blanks_come_before_signs_signs_before_digits_digits_before_letters_and_other_scripts_last()
    {
        string[] names = ["жe", "öb", "ab", "a1", "a-", "a b", "a"];
        names.Order(SwedishOrder.Comparer).ShouldBe(["a", "a b", "a-", "a1", "ab", "öb", "жe"]);
    }

    [Fact]
    public void Names_that_are_sorted_alike_keep_one_order()
    {
        SwedishOrder.Comparer.Compare("Eva", "eva").ShouldBeLessThan(0);
        SwedishOrder.Comparer.Compare("eva", "Eva").ShouldBeGreaterThan(0);
        SwedishOrder.Comparer.Compare("eva", "eva").ShouldBe(0);
    }
}
