using System.Net;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Oversight.Testkit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Oversight.Functions.Tests.Reviews;

/// <summary>Documents as people fetch them.</summary>
internal static class ReviewPapers
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The documents that a review's page leads to, by what they are called there.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(HttpClient client, string review) =>
        (await client.GetPageAsync($"/granskningar/{review}")).QuerySelectorAll("section[aria-labelledby=dokument] a")
            .ToDictionary(link => link.TextContent, link => link.GetAttribute("href")!);

    public static async Task<string> TextAsync(HttpClient client, string document)
    {
        using var file = await FetchAsync(client, document, "html");
        return (await file.ReadPageAsync()).Body!.TextContent;
    }

    /// <summary>
    /// The Word file, once it has been found to be one that a nämndsekreterare can use as it is; its text.
    /// </summary>
    public static async Task<string> UsedAsync(HttpClient client, string document)
    {
        using var file = await FetchAsync(client, document, "docx");
        using var content = new MemoryStream(await file.Content.ReadAsByteArrayAsync(Cancellation));
        using var word = WordprocessingDocument.Open(content, isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word, Cancellation)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        var main = word.MainDocumentPart!;
        foreach (var header in main.HeaderParts.Select(part => part.Header))
            header.Descendants<W.SimpleField>().Select(field => field.Instruction!.Value)
                .ShouldBe(["PAGE", "NUMPAGES"]);
        foreach (var rows in main.Document.Descendants<W.Table>()
            .Select(table => table.Elements<W.TableRow>().ToList()))
        {
            rows[0].Descendants<W.TableHeader>().ShouldHaveSingleItem();
            rows.ShouldAllBe(row => row.TableRowProperties!.Elements<W.CantSplit>().Count() == 1);
        }

        main.FooterParts.ShouldContain(
            part => part.Footer.InnerText.Contains("131 81 Nacka", StringComparison.Ordinal));
        return string.Join('\n', main.Document.Descendants<W.Paragraph>().Select(paragraph => paragraph.InnerText));
    }

    private static async Task<HttpResponseMessage> FetchAsync(HttpClient client, string document, string format)
    {
        using var link = await client.GetAsync($"{document}/hamta?format={format}", Cancellation);
        await link.ExpectAsync(HttpStatusCode.SeeOther);
        using var anybody = new HttpClient();
        return await anybody.GetAsync(link.Headers.Location, Cancellation);
    }
}
