using FsCheck.Xunit;
using Oversight.Providers;

namespace Oversight.Core.Tests.Providers;

public class OrganisationNumberTests
{
    [Theory]
    [Trait("Requirement", "R113")]
    [InlineData("556016-0680")]
    [InlineData("5560160680")]
    [InlineData("16556016-0680")]
    [InlineData("165560160680")]
    [InlineData(" 556016\u20130680 ")]
    [InlineData("556016 0680")]
    [InlineData("556016\u20110680")]
    [InlineData("556016\u22120680")]
    [InlineData("556016\u00A00680")]
    [InlineData("556016-0680\u200B")]
    [InlineData("\u2068556016-0680\u2069")]
    [InlineData("16 556016 - 0680")]
    [InlineData("55 60 16-06 80\u3000")]
    public void A_number_is_read_as_people_write_it(string text)
    {
        OrganisationNumber.TryParse(text, out var number).ShouldBeTrue();
        number.Hyphenated.ShouldBe("556016-0680");
        number.IsPersonal.ShouldBeFalse();
    }

    [Theory]
    [InlineData("556627-6778", ProviderRefusals.NumberCheckDigit)]
    [InlineData("556016-068", ProviderRefusals.NumberFormat)]
    [InlineData("19556016-0680", ProviderRefusals.NumberFormat)]
    [InlineData("5,56E+09", ProviderRefusals.NumberFormat)]
    [InlineData("٥٥٦٠١٦٠٦٨٠", ProviderRefusals.NumberFormat)]
    [InlineData("0000000000", ProviderRefusals.NumberFormat)]
    [InlineData("", ProviderRefusals.NumberFormat)]
    [InlineData(null, ProviderRefusals.NumberFormat)]
    public void What_is_not_a_number_says_why(string? text, string code) =>
        OrganisationNumber.Read(text, out _).ShouldBe(code);

    [Theory]
    [InlineData("121212-1212")]
    [InlineData("191212121212")]
    [InlineData("200001011238")]
    public void A_sole_traders_number_is_personal_and_never_written_openly(string text)
    {
        OrganisationNumber.TryParse(text, out var number).ShouldBeTrue();
        number.IsPersonal.ShouldBeTrue();
        number.ToString().ShouldBe(OrganisationNumber.Mask);
    }

    [Fact]
    public void A_legal_persons_number_is_written_openly_and_one_that_was_never_set_is_nothing()
    {
        OrganisationNumber.FromValue("5560160680").ToString().ShouldBe("556016-0680");
        default(OrganisationNumber).ToString().ShouldBe("");
        default(OrganisationNumber).IsPersonal.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => default(OrganisationNumber).Value).Message
            .ShouldBe("An organisationsnummer that was never set.");
        Should.Throw<FormatException>(() => OrganisationNumber.FromValue("121212-1213")).Message
            .ShouldBe("Not an organisationsnummer.");
    }

    [Property]
    public bool One_wrong_digit_is_always_found(int seed, int position, int shift)
    {
        var number = RandomRegister.Number(new Random(seed)).Value.ToCharArray();
        var at = (int)((uint)position % 10);
        number[at] = (char)('0' + ((number[at] - '0' + 1 + (int)((uint)shift % 9)) % 10));
        return !OrganisationNumber.TryParse(new string(number), out _);
    }
}
