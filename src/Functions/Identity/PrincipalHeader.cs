using System.Text.Json;
using Oversight.Functions.Input;

namespace Oversight.Functions.Identity;

/// <summary>
/// Reads the header in which App Service Authentication tells who is signed in: Base64 of a small JSON document.
/// </summary>
public static class PrincipalHeader
{
    public const string Name = "X-MS-CLIENT-PRINCIPAL";
    private const int LongestHeader = 64 * 1024;
    private static readonly string[] UserIdClaims =
        ["http://schemas.microsoft.com/identity/claims/objectidentifier", "oid"];
    private static readonly string[] RoleClaims =
        ["roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"];
    private static readonly string[] BoardClaims = ["board"];
    private static readonly string[] MailClaims =
        ["email", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", "preferred_username"];

    /// <summary>The person, or null when the header is missing or anything about it is not as it should be.</summary>
    public static SignedInUser? Read(string? header, IReadOnlySet<BoardId> knownBoards)
    {
        if (header is not { Length: > 0 and <= LongestHeader })
            return null;
        if (!Incoming.TryBase64(header, out var bytes))
            return null;
        try
        {
            using var document = JsonDocument.Parse(Incoming.Json(bytes));
            return Read(document.RootElement, knownBoards);
        }
        catch (Exception malformed) when (
            malformed is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static SignedInUser? Read(JsonElement principal, IReadOnlySet<BoardId> knownBoards)
    {
        var claims = principal.GetProperty("claims").EnumerateArray()
            .Select(claim => (Type: claim.GetProperty("typ").GetString() ?? "",
                Value: TypedText.Clean(claim.GetProperty("val").GetString())))
            .ToList();
        var userId = Values(UserIdClaims).FirstOrDefault();
        if (userId is not { Length: > 0 and <= 128 } || userId.Any(char.IsControl))
            return null;

        var name = Values([Text("name_typ"), "name", "preferred_username"])
            .FirstOrDefault(value => value.Length > 0) ?? userId;
        var roles = Values([Text("role_typ"), .. RoleClaims])
            .Select(value => RoleNames.TryParse(value, out var role) ? role : Role.System)
            .Where(role => role != Role.System)
            .ToHashSet();
        var boards = Values(BoardClaims).Select(value => new BoardId(value)).Where(knownBoards.Contains).ToHashSet();
        return new SignedInUser(userId, name, roles, boards)
        {
            KnownBoards = knownBoards,
            MailAddress = Values(MailClaims).FirstOrDefault(MailAddresses.IsPossible),
        };

        IEnumerable<string> Values(string[] types) =>
            claims.Where(claim => types.Contains(claim.Type)).Select(claim => claim.Value);

        string Text(string property) =>
            principal.TryGetProperty(property, out var value)
                && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
    }
}
