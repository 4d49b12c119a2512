namespace Oversight.Functions.Web;

/// <summary>What the edge itself says no to, before any rule has been asked.</summary>
public static class WebRefusals
{
    public const string BodyMissing = "request.body-missing";
    public const string Conflict = "request.conflict";
    public const string ContentType = "request.content-type";
    public const string CrossSite = "request.cross-site";
    public const string Failed = "request.failed";
    /// <summary>What <see cref="KeyReused"/> is to somebody who reads a page.</summary>
    public const string FormUsed = "request.form-used";
    public const string FormVersionMissing = "request.form-version-missing";
    public const string Forbidden = "request.forbidden";
    public const string KeyMalformed = "request.key-malformed";
    public const string KeyMissing = "request.key-missing";
    public const string KeyReused = "request.key-reused";
    public const string Malformed = "request.malformed";
    public const string MalformedJson = "request.malformed-json";
    public const string NotFound = "request.not-found";
    public const string NotSignedIn = "request.not-signed-in";
    /// <summary>A call that says neither where it comes from nor who sends it by a token.</summary>
    public const string OriginMissing = "request.origin-missing";
    public const string PropertyMissing = "request.property-missing";
    public const string TooLarge = "request.too-large";
    public const string Unavailable = "request.unavailable";
    public const string UnknownProperty = "request.unknown-property";
    public const string ValueInvalid = "request.value-invalid";
    public const string VersionMalformed = "request.version-malformed";
    public const string VersionMissing = "request.version-missing";
}
