using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Web;

/// <summary>
/// Puts a command from a form or a caller in its envelope. The body is what a repeat is compared by: the command or the
/// request.
/// </summary>
public static class Envelopes
{
    /// <summary>For something that is to be made.</summary>
    public static Envelope ForNew(CommandContext context, string settingsHash, string? key, object body) =>
        new(context, settingsHash, Against.Nothing, key, Hash(body));

    /// <summary>
    /// For a form that changes something: without the version that its writer saw it would overwrite what others wrote
    /// (428).
    /// </summary>
    public static Envelope ForChange(CommandContext context, string settingsHash, FormState form, object body) =>
        form.ExpectedVersion is { } seen
            ? new(context, settingsHash, Against.Version(seen), form.IdempotencyKey, Hash(body))
            : throw new RequestRefusedException(
                StatusCodes.Status428PreconditionRequired, new Refusal(WebRefusals.FormVersionMissing));

    /// <summary>For a call that changes something; without If-Match it is refused the same way.</summary>
    public static Envelope ForChange(CommandContext context, string settingsHash, HttpRequest request, object body) =>
        request.ExpectedVersion() is { } seen
            ? new(context, settingsHash, Against.Version(seen), request.IdempotencyKey(), Hash(body))
            : throw new RequestRefusedException(
                StatusCodes.Status428PreconditionRequired, new Refusal(WebRefusals.VersionMissing));

    public static string Hash(object body) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(StoredJson.Write(body, body.GetType()))));
}
