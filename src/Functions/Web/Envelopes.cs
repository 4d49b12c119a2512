using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Web;

/// <summary>Puts a command from a form or a caller in its envelope. The body is what a repeat is compared by: the command or the request.</summary>
public static class Envelopes
{
    public static Envelope For(CommandContext context, string settingsHash, FormState form, object body, string? reason = null) =>
        new(context, settingsHash, form.ExpectedVersion, form.IdempotencyKey, Hash(body), reason);

    /// <summary>For a form that changes something: without the version that its writer saw it would overwrite what others wrote (428).</summary>
    public static Envelope ForChange(CommandContext context, string settingsHash, FormState form, object body, string? reason = null) =>
        form.ExpectedVersion is null
            ? throw new RequestRefusedException(StatusCodes.Status428PreconditionRequired, new Refusal(WebRefusals.FormVersionMissing))
            : For(context, settingsHash, form, body, reason);

    public static Envelope For(CommandContext context, string settingsHash, HttpRequest request, object body, string? reason = null) =>
        new(context, settingsHash, request.ExpectedVersion(), request.IdempotencyKey(), Hash(body), reason);

    public static string Hash(object body) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(StoredJson.Write(body, body.GetType()))));
}
