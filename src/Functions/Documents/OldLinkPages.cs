using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Web;

namespace Oversight.Functions.Documents;

/// <summary>A file as an address in storage names it.</summary>
public sealed record OldLink(string DocumentId, int Version, string Format)
{
    /// <summary>The address that mints a new link.</summary>
    public string Fetch =>
        $"/dokument/{DocumentId}/hamta?format={Format}&version={Version.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Null when it is no address of a document's file.</summary>
    public static OldLink? Read(string pasted)
    {
        if (!Uri.TryCreate(pasted.Trim(), UriKind.Absolute, out var address))
            return null;
        return address.AbsolutePath.Split('/').SkipWhile(part => part != DocumentFiles.Container)
            .ToList() is [_, var id, var version, var file]
            && Id.TryParse(id, out var document)
            && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && Path.GetExtension(file).TrimStart('.') is var format
            && DocumentLinks.Formats.Any(known => DocumentFiles.Extension(known) == format)
                ? new OldLink(document.Value, number, format)
                : null;
    }
}

/// <summary>What the pages of documents say no to before any rule has been asked.</summary>
public static class DocumentEdgeRefusals
{
    /// <summary>What was pasted names no file of a document.</summary>
    public const string NoLink = "document.no-link";
}

/// <summary>
/// What somebody can do with a link to a file that they saved or were sent: storage answers it in five minutes and then
/// no more, in a language of its own. Posted, as what is pasted may still work and is not to stand in any log.
/// </summary>
public sealed class OldLinkPages(DocumentSubject subject)
{
    public const string Address = "/dokument/gammal-lank";
    public const string Field = "link";

    [Function("DocumentPages_OldLink")]
    [Requires(Permission.ReadDocuments)]
    public static IResult Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "dokument/gammal-lank")]
        HttpRequest request) =>
        Show(FormState.Of(new Dictionary<string, IReadOnlyList<string>>()), StatusCodes.Status200OK);

    [Function("DocumentPages_OldLinkRead")]
    [Requires(Permission.ReadDocuments)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dokument/gammal-lank")] HttpRequest request,
        CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (OldLink.Read(form[Field]) is not { } link)
            return Show(form.WithErrors(new Refusal(DocumentEdgeRefusals.NoLink, Field)),
                StatusCodes.Status422UnprocessableEntity);
        return await subject.OpenAsync(request, link.DocumentId, cancellation) switch
        {
            Opening<OpenDocument>.Opened { Subject: var open } => Pages.Show<OldLinkPage>(
                new { Form = form, Link = link, Title = open.Seen!.Latest.Title, Versions = open.Seen.Versions.Count }),
            Opening<OpenDocument>.Missing => Show(
                form.WithErrors(new Refusal(DocumentEdgeRefusals.NoLink, Field)),
                StatusCodes.Status422UnprocessableEntity),
            _ => Pages.Forbidden(),
        };
    }

    private static IResult Show(FormState form, int status) => Pages.Show<OldLinkPage>(new { Form = form }, status);
}
