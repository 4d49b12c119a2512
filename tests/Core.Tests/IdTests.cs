using FsCheck;
using FsCheck.Fluent;

namespace Oversight.Core.Tests;

public class IdTests
{
    [Fact]
    public void Every_id_is_read_back_as_it_was_written() =>
        Prop.ForAll<Guid>(guid => Id.TryParse(Id.From(guid).Value, out var read) && read == Id.From(guid)).QuickCheckThrowOnFailure();

    [Fact]
    public void One_wrong_character_is_always_found() =>
        Prop.ForAll<Guid, int, int>((guid, position, shift) =>
        {
            const string alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
            var text = Id.From(guid).Value.ToCharArray();
            var at = (int)((uint)position % Id.Length);
            var by = (int)((uint)shift % 31) + 1;
            text[at] = alphabet[(alphabet.IndexOf(text[at], StringComparison.Ordinal) + by) % 32];
            return !Id.TryParse(new string(text), out _);
        }).QuickCheckThrowOnFailure();

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
