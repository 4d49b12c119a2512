using Microsoft.AspNetCore.Http;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;

namespace Oversight.Functions.Concerns.Reporting;

/// <summary>The key of the draft that the form keeps on the device: the person's own, and nobody else's.</summary>
public sealed class ReportDraft(OutboxKeys keys)
{
    private static readonly object Kept = new();
    private static readonly Id Subject = Id.Derive("draft", "concern");

    /// <summary>Puts the key where the pages of this request find it.</summary>
    public async Task PrepareAsync(HttpRequest request, CancellationToken cancellation) =>
        request.HttpContext.Items[Kept] = await keys.GetAsync(request.User().UserId, Subject, cancellation);

    public static OutboxKey? Of(HttpContext? http) => http?.Items[Kept] as OutboxKey;
}
