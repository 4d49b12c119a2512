using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Oversight.Functions.Documents.Html;
using Document = Oversight.Documents.Document;

namespace Oversight.Functions.Tests.Documents;

public sealed class HtmlDocumentRendererTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().BuildServiceProvider();

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task Equal_documents_give_equal_bytes() =>
        (await RenderAsync(DocumentExamples.Full)).ShouldBe(await RenderAsync(DocumentExamples.Full with { }));

    [Fact]
    public async Task It_is_a_Swedish_page_with_one_title_and_headings_in_order()
    {
        var page = await ParseAsync(DocumentExamples.Full);
        page.DocumentElement.GetAttribute("lang").ShouldBe("sv");
        page.Title.ShouldBe(DocumentExamples.Full.Title);
        page.QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.LocalName)
            .ShouldBe(["h1", "h2", "h2", "h3", "h4", "h2", "h2", "h2"]);
    }

    [Fact]
    public async Task Tables_have_captions_and_headings_for_columns_and_rows()
    {
        var page = await ParseAsync(DocumentExamples.Full);
        foreach (var table in page.QuerySelectorAll("table"))
        {
            table.QuerySelector("caption").ShouldNotBeNull();
            table.QuerySelectorAll("thead th[scope=col]").ShouldNotBeEmpty();
            table.QuerySelectorAll("tbody tr").ShouldAllBe(row => row.QuerySelector("th[scope=row]") != null);
        }

        page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr")[1].Children.Select(cell => cell.TextContent)
            .ShouldBe(["Ledsagning & avlösning i öst", "3", "41"]);
    }

    [Theory]
    [InlineData(typeof(Oversight.Documents.Block.Table))]
    [InlineData(typeof(Oversight.Documents.Block.BarChart))]
    [InlineData(typeof(Oversight.Documents.Block.Matrix))]
    public async Task In_a_document_without_headings_the_captions_are_its_headings(Type kind)
    {
        var page = await ParseAsync(DocumentExamples.WithoutHeadings(kind));
        page.QuerySelectorAll("caption > h2").ShouldHaveSingleItem().TextContent
            .ShouldBe(DocumentExamples.Caption(kind));
        (await ParseAsync(DocumentExamples.Full)).QuerySelectorAll("caption h2").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bar_is_drawn_and_its_value_is_read()
    {
        var page = await ParseAsync(DocumentExamples.Full);
        var rows = page.QuerySelectorAll("table.bars tbody tr");
        rows.Select(row => row.Children[1].TextContent).ShouldBe(["18", "7,5", "0"]);
        rows.Select(row => row.QuerySelector("svg rect")!.GetAttribute("width")).ShouldBe(["100", "41.67", "0"]);
    }

    [Fact, Trait("Requirement", "R1")]
    public async Task The_head_has_its_facts_and_its_marks()
    {
        var page = await ParseAsync(DocumentExamples.Full);
        var facts = page.QuerySelectorAll(".head dt").Zip(page.QuerySelectorAll(".head dd"))
            .ToDictionary(pair => pair.First.TextContent, pair => pair.Second.TextContent);
        facts["Diarienummer"].ShouldBe("Dnr saknas");
        facts["Status"].ShouldBe("Arbetsmaterial, utkast");
        facts["Ansvarig processägare"].ShouldBe("Gruppchef kvalitet");
        page.QuerySelectorAll(".mark").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Script_in_every_text_is_inert()
    {
        var page = await ParseAsync(DocumentExamples.Hostile);
        page.QuerySelectorAll("script, img").ShouldBeEmpty();
        page.All.SelectMany(element => element.Attributes)
            .ShouldAllBe(attribute => !attribute.Name.StartsWith("on", StringComparison.Ordinal));
        page.QuerySelector("h1")!.TextContent.ShouldBe(DocumentExamples.Script);
    }

    [Fact]
    public async Task The_file_forbids_everything_but_its_own_style()
    {
        var page = await ParseAsync(DocumentExamples.Full);
        var policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;
        var style = page.QuerySelectorAll("style").ShouldHaveSingleItem().TextContent;
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldContain(
            $"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'");
        page.All.ShouldAllBe(element => !element.HasAttribute("style"));
    }

    private Task<byte[]> RenderAsync(Document document) =>
        new HtmlDocumentRenderer(_services, _services.GetRequiredService<ILoggerFactory>()).RenderAsync(document);

    private async Task<IDocument> ParseAsync(Document document) =>
        await new HtmlParser().ParseDocumentAsync(Encoding.UTF8.GetString(await RenderAsync(document)));
}
