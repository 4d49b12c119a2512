using Microsoft.AspNetCore.Http;

namespace Oversight.Functions.Web;

/// <summary>
/// How much a request may carry. The server's own limit lies above these, so that the refusal is ours and readable.
/// </summary>
public static class BodyLimits
{
    public const int Megabyte = 1024 * 1024;
    public const long Server = 110 * Megabyte;

    /// <summary>Files: 25 MB and what a form puts around them.</summary>
    public const long Files = 26 * Megabyte;

    public const long Text = 1 * Megabyte;

    public static long For(HttpRequest request) =>
        request.HasJsonContentType() || IsPlainForm(request) ? Text : Files;

    internal static RequestRefusedException TooLarge(long limit) =>
        new(StatusCodes.Status413PayloadTooLarge, new Refusal(WebRefusals.TooLarge, null, $"{limit / Megabyte}"));

    private static bool IsPlainForm(HttpRequest request) =>
        request.ContentType?.StartsWith("application/x-www-form-urlencoded",
            StringComparison.OrdinalIgnoreCase) == true;
}
