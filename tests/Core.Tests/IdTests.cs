using FsCheck.Xunit;

namespace Oversight.Core.Tests;

public class IdTests
{
    [Property]
    public bool Every_id_is_read_back_as_it_was_written(Guid value) =>
        Id.TryParse(Id.From(value).Value, out var read) && read == Id.From(value);

    [Property]
    public bool One_wrong_character_is_always_found(Guid value, int position, int shift)
    {
        const string alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
        var text = Id.From(value).Value.ToCharArray();
        var at = (int)((uint)position % Id.Length);
        var by = (int)((uint)shift % 31) + 1;
        text[at] = alphabet[(alphabet.IndexOf(text[at], StringComparison.Ordinal) + by) % 32];
        return !Id.TryParse(new string(text), out _);
    }

    [Fact]
    public void The_same_user_and_key_give_the_same_id_and_others_do_not()
    {
        Id.Derive("u1", "key").ShouldBe(Id.Derive("u1", "key"));
        Id.Derive("u1", "key").ShouldNotBe(Id.Derive("u2", "key"));
        Id.Derive("u1", "k").ShouldNotBe(Id.Derive("u", "1|k"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("0123456789abcdefghjkmnpqrs")]
    [InlineData("0123456789abcdefghjkmnpqrsu")]
    public void What_is_not_an_id_is_refused(string? text) => Id.TryParse(text, out _).ShouldBeFalse();
}
