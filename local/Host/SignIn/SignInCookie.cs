using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Oversight.Local.Host.Machine;

namespace Oversight.Local.Host.SignIn;

/// <summary>The person in a cookie that only this data folder's key can have made.</summary>
public sealed class SignInCookie
{
    private const string KeyFile = "sign-in.key";

    private readonly byte[] _key;

    public SignInCookie(DataFolder folder)
    {
        var file = folder.File(KeyFile);
        if (!File.Exists(file))
            AtomicFile.Write(file, Convert.ToHexString(RandomNumberGenerator.GetBytes(32)), forOwnerOnly: true);
        _key = Convert.FromHexString(File.ReadAllText(file));
    }

    public void SignIn(HttpContext http, LocalPerson person)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(person, JsonSerializerOptions.Web);
        var value =
            $"{WebEncoders.Base64UrlEncode(payload)}.{WebEncoders.Base64UrlEncode(HMACSHA256.HashData(_key, payload))}";
        http.Response.Cookies.Append(Name(http), value, Options());
    }

    public void SignOut(HttpContext http) => http.Response.Cookies.Delete(Name(http), Options());

    public LocalPerson? Read(HttpContext http)
    {
        if (http.Request.Cookies[Name(http)]?.Split('.') is not [var payloadText, var signatureText])
            return null;
        try
        {
            var payload = WebEncoders.Base64UrlDecode(payloadText);
            var expected = HMACSHA256.HashData(_key, payload);
            return CryptographicOperations.FixedTimeEquals(expected, WebEncoders.Base64UrlDecode(signatureText))
                ? JsonSerializer.Deserialize<LocalPerson>(payload, JsonSerializerOptions.Web)
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Browsers share cookies between ports: instances side by side must not sign each other out.</summary>
    private static string Name(HttpContext http) => $"lokal-inloggning-{http.Connection.LocalPort}";

    private static CookieOptions Options() => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/" };
}
