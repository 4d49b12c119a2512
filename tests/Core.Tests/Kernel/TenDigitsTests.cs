namespace Oversight.Core.Tests.Kernel;

public class TenDigitsTests
{
    [Theory]
    [InlineData("8112189876", true)]
    [InlineData("8112189875", false)]
    [InlineData("8112189867", false)]
    [InlineData("5560160680", true)]
    [InlineData("0000000000", true)]
    public void The_last_digit_checks_the_others(string ten, bool isRight) =>
        TenDigits.HasRightCheckDigit(ten).ShouldBe(isRight);

    [Theory]
    [InlineData("810101", true)]
    [InlineData("811231", true)]
    [InlineData("811232", false)]
    [InlineData("810100", false)]
    [InlineData("810001", false)]
    [InlineData("811301", false)]
    [InlineData("810160", false)]
    [InlineData("810161", true)]
    [InlineData("810191", true)]
    [InlineData("810192", false)]
    [InlineData("810431", false)]
    [InlineData("810229", false)]
    [InlineData("840229", true)]
    [InlineData("000229", true)]
    public void A_birthday_is_a_day_of_some_century_and_a_samordningsnummer_adds_sixty_to_it(
        string six, bool isBirthday) =>
        TenDigits.IsBirthday(six).ShouldBe(isBirthday);

    [Theory]
    [InlineData("000229", "19", false)]
    [InlineData("000229", "20", true)]
    [InlineData("000229", "18", false)]
    [InlineData("960229", "18", true)]
    [InlineData("990229", "18", false)]
    [InlineData("000228", "19", true)]
    [InlineData("040289", "19", true)]
    [InlineData("050289", "20", false)]
    [InlineData("041301", "20", false)]
    public void Of_a_known_century_the_day_is_looked_for_in_that_one(string six, string century, bool isBirthday) =>
        TenDigits.IsBirthday(six, century).ShouldBe(isBirthday);
}
