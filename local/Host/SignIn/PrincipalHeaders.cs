using System.Text.Json;

namespace Oversight.Local.Host.SignIn;

/// <summary>
/// The headers that App Service Authentication gives the application. Whatever comes from outside under those names is
/// dropped, as the platform does, and only who has signed in here is put there.
/// </summary>
public static class PrincipalHeaders
{
    private const string ObjectId = "http://schemas.microsoft.com/identity/claims/objectidentifier";
    private static readonly string[] Reserved = ["X-MS-CLIENT-PRINCIPAL", "X-MS-TOKEN-"];

    public static void Apply(HttpContext http, LocalPerson? person)
    {
        var headers = http.Request.Headers;
        foreach (var name in headers.Keys.Where(IsReserved).ToList())
            headers.Remove(name);
        if (person is null)
            return;

        var principal = new
        {
            auth_typ = "aad",
            claims = Claims(person).Select(claim => new { typ = claim.Type, val = claim.Value }),
            name_typ = "name",
            role_typ = "roles",
        };
        headers["X-MS-CLIENT-PRINCIPAL"] = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(principal));
        headers["X-MS-CLIENT-PRINCIPAL-ID"] = person.User;
        headers["X-MS-CLIENT-PRINCIPAL-NAME"] = person.User;
        headers["X-MS-CLIENT-PRINCIPAL-IDP"] = "aad";
    }

    public static IEnumerable<(string Type, string Value)> Claims(LocalPerson person) =>
    [
        (ObjectId, person.User),
        ("name", person.Name),
        .. person.Roles.Select(role => ("roles", role)),
        .. person.Boards.Select(board => ("board", board)),
    ];

    /// <summary>Some servers read underscores as dashes: neither spelling comes in.</summary>
    private static bool IsReserved(string header) =>
        Reserved.Any(name => header.Replace('_', '-').StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
