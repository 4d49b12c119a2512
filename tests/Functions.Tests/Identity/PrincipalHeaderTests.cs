using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Tests.Identity;

public sealed class PrincipalHeaderTests
{
    private static readonly HashSet<BoardId> Known = [new("socialnamnden"), new("aldrenamnden")];

    [Fact]
    public void The_platform_header_tells_who_in_which_roles_and_for_which_boards()
    {
        var user = Read(
            ("http://schemas.microsoft.com/identity/claims/objectidentifier", "0b9f"), ("name", "Eva Ek"),
            ("roles", "kvalitetsutvecklare"), ("roles", "enhetschef"), ("board", "socialnamnden")).ShouldNotBeNull();

        user.UserId.ShouldBe("0b9f");
        user.Name.ShouldBe("Eva Ek");
        user.Roles.ShouldBe([Role.QualityDeveloper, Role.UnitManager], ignoreOrder: true);
        user.Boards.ShouldBe([new BoardId("socialnamnden")]);
        user.KnownBoards.ShouldBe(Known);
    }

    [Theory]
    [InlineData("eva.ek@kommunen.example", "email", "eva.ek@kommunen.example")]
    [InlineData("eva.ek@kommunen.example", "preferred_username", "eva.ek@kommunen.example")]
    [InlineData(null, "preferred_username", "KOMMUNEN\\evaek")]
    [InlineData(null, "upn", "eva.ek@kommunen.example")]
    public void A_claim_that_looks_like_an_address_is_one_to_start_from(string? address, string type, string value) =>
        Read(("oid", "0b9f"), ("name", "Eva Ek"), (type, value))!.MailAddress.ShouldBe(address);

    [Fact]
    public void A_role_or_board_that_does_not_exist_gives_nothing()
    {
        var user = Read(("oid", "0b9f"), ("roles", "kung"), ("roles", "System"), ("board", "byggnadsnamnden"))
            .ShouldNotBeNull();

        user.Roles.ShouldBeEmpty();
        user.Boards.ShouldBeEmpty();
    }

    [Fact]
    public void Roles_are_found_under_the_claim_type_that_the_header_names()
    {
        var header = Encode(new
        {
            claims = new[] { new { typ = "oid", val = "1" }, new { typ = "urn:roll", val = "registrator" } },
            role_typ = "urn:roll",
        });

        PrincipalHeader.Read(header, Known)!.Roles.ShouldBe([Role.Registrar]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("inte base64!")]
    [InlineData("bm90IGpzb24=")]
    [InlineData("e30=")]
    [InlineData("W10=")]
    [InlineData("eyJjbGFpbXMiOm51bGx9")]
    [InlineData("eyJjbGFpbXMiOlt7fV19")]
    [InlineData("eyJjbGFpbXMiOltdfQ==")]
    public void A_header_that_is_not_as_it_should_be_signs_nobody_in(string? header) =>
        PrincipalHeader.Read(header, Known).ShouldBeNull();

    [Fact]
    public void An_id_with_control_characters_or_of_any_length_signs_nobody_in()
    {
        Read(("oid", "a\nb")).ShouldBeNull();
        Read(("oid", new string('a', 129))).ShouldBeNull();
        Read(("oid", "")).ShouldBeNull();
    }

    [Property]
    public bool No_header_at_all_can_make_the_reader_fail(byte[] bytes) =>
        PrincipalHeader.Read(Convert.ToBase64String(bytes ?? []), Known) is null;

    private static SignedInUser? Read(params (string Type, string Value)[] claims) => PrincipalHeader.Read(
        Encode(new
        {
            auth_typ = "aad",
            claims = claims.Select(claim => new { typ = claim.Type, val = claim.Value }),
            name_typ = "name",
            role_typ = "roles"
        }),
        Known);

    private static string Encode(object principal) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(principal)));
}
