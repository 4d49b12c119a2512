using FsCheck.Xunit;

namespace Oversight.Core.Tests.Kernel;

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

    // Stored everywhere: the identities are contracts.
    [Fact]
    public void An_id_is_written_as_it_always_was()
    {
        Id.From(Guid.Empty).Value.ShouldBe("000000000000000000000000000");
        Id.From(new Guid("00000000-0000-0000-0000-000000000001")).Value.ShouldBe("00000000000000000000000001y");
        Id.From(new Guid("ffffffff-ffff-ffff-ffff-ffffffffffff")).Value.ShouldBe("7zzzzzzzzzzzzzzzzzzzzzzzzzj");
        Id.Derive("u1", "key").Value.ShouldBe("4agkh5thy9he884ktwfb1w77bj2");
    }

    [Fact]
    public void A_derived_id_is_a_UUID_of_version_8()
    {
        // The 13th and 17th hexadecimal digit stand in the tenth and thirteenth letter of base32.
        foreach (var key in Enumerable.Range(0, 50))
        {
            var value = Id.Derive("u1", $"{key}").Value;
            var bits = value[..26].Aggregate(UInt128.Zero, (number, letter) =>
                (number << 5) | (uint)"0123456789abcdefghjkmnpqrstvwxyz".IndexOf(letter, StringComparison.Ordinal));
            ((int)(bits >> 76) & 0xF).ShouldBe(8);
            ((int)(bits >> 62) & 0x3).ShouldBe(2);
        }
    }

    [Fact]
    public void An_id_is_read_as_people_write_it_and_nothing_else_is()
    {
        var id = Id.Derive("u1", "key");
        Id.TryParse($" {id.Value.ToUpperInvariant()}\u200B", out var read).ShouldBeTrue();
        read.ShouldBe(id);
        Id.FromValue(id.Value).ShouldBe(id);
        Should.Throw<FormatException>(() => Id.FromValue("x")).Message.ShouldBe("Not an id: 'x'.");
        Id.TryParse(id.Value + "0", out _).ShouldBeFalse();
        Id.TryParse(id.Value[..^1], out _).ShouldBeFalse();
        Id.TryParse("u" + id.Value[1..], out _).ShouldBeFalse();
    }

    [Fact]
    public void A_reference_is_a_letter_and_ten_characters_of_the_id()
    {
        var id = Id.From(new Guid("ffffffff-ffff-ffff-ffff-ffffffffffff"));
        id.Reference('S').ShouldBe("S-ZZZZZ-ZZZZZ");
        Id.Derive("u1", "key").Reference('A').ShouldBe("A-TWFB1-W77BJ");
    }

    [Fact]
    public void An_id_that_was_never_set_is_written_as_nothing_and_has_no_value()
    {
        default(Id).ToString().ShouldBe("");
        Should.Throw<InvalidOperationException>(() => default(Id).Value).Message.ShouldBe("An id that was never set.");
        Id.Derive("u1", "key").ToString().ShouldBe(Id.Derive("u1", "key").Value);
    }
}
