using Oversight.Texts;

namespace Oversight.Core.Tests.Texts;

public class TextChecksTests
{
    private const string Number = "811218-9876";

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public void A_text_that_must_be_there_and_is_not_is_missing(string text)
    {
        TextChecks.Required(Text(text), "reason", 10).ShouldBe([new Refusal(TextRefusals.Missing, "reason")]);
        TextChecks.Optional(Text(text), "reason", 10).ShouldBeEmpty();
    }

    [Fact]
    public void A_text_that_was_not_sent_may_be_left_out() => TextChecks.Optional(null, "reason", 10).ShouldBeEmpty();

    [Fact]
    public void A_text_is_as_long_as_its_limit_and_no_longer()
    {
        TextChecks.Required(Text(new string('x', 10)), "reason", 10).ShouldBeEmpty();
        TextChecks.Required(Text(new string('x', 11)), "reason", 10)
            .ShouldBe([new Refusal(TextRefusals.TooLong, "reason", "11", "10")]);
    }

    [Fact]
    public void What_looks_like_a_personnummer_is_asked_about_until_it_is_answered_that_it_is_another_number()
    {
        var text = Text($"Gäller {Number} och {Number}.");
        TextChecks.Required(text, "reason", 99)
            .ShouldBe([new Refusal(TextRefusals.PersonalNumberSuspected, "reason", "2")]);
        TextChecks.Required(text with { NumbersAreOthers = true }, "reason", 99).ShouldBeEmpty();
    }

    [Fact]
    public void A_text_that_is_too_long_is_not_searched_and_one_at_its_limit_is()
    {
        TextChecks.Optional(Text(Number), "reason", Number.Length).Single().Code
            .ShouldBe(TextRefusals.PersonalNumberSuspected);
        TextChecks.Optional(Text(Number), "reason", Number.Length - 1).Single().Code.ShouldBe(TextRefusals.TooLong);
    }

    [Fact]
    public void Everything_wrong_with_a_text_is_said_at_once() =>
        TextChecks.Required(Text("för långt\u0007"), "reason", 5)
            .ShouldBe([new Refusal(TextRefusals.TooLong, "reason", "10", "5"),
                new Refusal(TextRefusals.Unreadable, "reason")]);

    [Theory]
    [InlineData("a\nb\tc", false)]
    [InlineData("åäö 😀", false)]
    [InlineData("😀", false)]
    [InlineData("", false)]
    [InlineData("a\u0007", true)]
    [InlineData("a\rb", true)]
    [InlineData("\u0085", true)]
    [InlineData("😀\u0007", true)]
    public void Control_characters_that_no_keyboard_writes_cannot_be_read(string text, bool isUnreadable) =>
        TextChecks.HasUnreadable(text).ShouldBe(isUnreadable);

    [Fact]
    public void Half_a_character_cannot_be_read()
    {
        foreach (var text in new[] { "\ud83d", "\ude00", "\ud83da", "a\ud83d", "\ud83d\ud83d\ude00", "\ude00\ud83d" })
            TextChecks.HasUnreadable(text).ShouldBeTrue();
    }

    private static WrittenText Text(string text) => new("entry", text, "hash");
}
