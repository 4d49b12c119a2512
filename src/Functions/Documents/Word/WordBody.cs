using DocumentFormat.OpenXml;
using Oversight.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Oversight.Functions.Documents.Word;

/// <summary>The body in reading order: head, title, blocks, attachments, signatories.</summary>
internal sealed class WordBody(WordNumbering numbering, WordPage page)
{
    public IReadOnlyList<OpenXmlElement> Render(Document document)
    {
        List<OpenXmlElement> body = [.. Parts(document)];
        // No name stands alone on the last page.
        if (document.Signatories.Count > 0)
        {
            var before = body.Count - document.Signatories.Count - 1;
            Keep(body[before]);
            if (body[before - 1] is W.Table table)
                Keep(table.Elements<W.TableRow>().Last());
        }

        return body;
    }

    /// <summary>On the same page as what follows: the paragraph, or every paragraph of the row.</summary>
    private static void Keep(OpenXmlElement part)
    {
        var paragraphs = part is W.Paragraph one ? [one] : part.Descendants<W.Paragraph>();
        foreach (var paragraph in paragraphs)
            (paragraph.ParagraphProperties ??= new W.ParagraphProperties()).KeepNext = new W.KeepNext();
    }

    private IEnumerable<OpenXmlElement> Parts(Document document) =>
    [
        .. WordHead.Lines(document.Head),
        .. Marks(document.Head),
        WordText.Paragraph(WordStyles.Title, document.Title),
        .. document.Blocks.SelectMany(
            block => Render(block, document.CaptionsAreHeadings() ? WordStyles.Heading(1) : WordStyles.Caption)),
        .. Attachments(document.Attachments),
        .. document.Signatories.Select(Signature),
    ];

    private IEnumerable<OpenXmlElement> Render(Block block, string captionStyle) => block switch
    {
        Block.Heading heading => [WordText.Paragraph(WordStyles.Heading(heading.Level), heading.Text)],
        Block.Paragraph paragraph => [WordText.Plain(paragraph.Text)],
        Block.Bullets bullets =>
            bullets.Items.Select(item => WordText.ListItem(WordStyles.Bullets, WordNumbering.Bullets, item)),
        Block.DecisionPoints points => Numbered(points.Items),
        Block.Table table => Captioned(captionStyle, table.Caption, WordTables.Render(table, page)),
        Block.BarChart chart => Captioned(captionStyle, chart.Caption, WordCharts.Render(chart, page)),
        Block.Matrix matrix => Captioned(captionStyle, matrix.Caption, WordCharts.Render(matrix, page)),
        _ => throw new InvalidOperationException($"No rendering of {block.GetType().Name}."),
    };

    /// <summary>With an empty line after it: without that, two tables after each other are one to Word.</summary>
    private static IEnumerable<OpenXmlElement> Captioned(string style, string caption, OpenXmlElement table) =>
        [WordText.Paragraph(style, caption), table, WordText.Paragraph(WordStyles.Cell, "")];

    private IEnumerable<OpenXmlElement> Numbered(IReadOnlyList<string> items)
    {
        var list = numbering.NewNumberedList();
        return items.Select(item => WordText.ListItem(WordStyles.Numbers, list, item));
    }

    private static IEnumerable<OpenXmlElement> Attachments(IReadOnlyList<DocumentAttachment> attachments) =>
        attachments.Count == 0
            ? []
            :
            [
                WordText.Paragraph(WordStyles.Heading(1), DocumentWords.Attachments),
                .. attachments.Select(attachment =>
                    WordText.ListItem(WordStyles.Numbers, WordNumbering.Attachments, attachment.Text())),
            ];

    private static IEnumerable<OpenXmlElement> Marks(DocumentHead head)
    {
        if (head.IsDraft)
            yield return WordText.Paragraph(WordStyles.Mark, DocumentWords.Draft);
        if (head.Confidentiality is { } mark)
            yield return WordText.Paragraph(WordStyles.Mark, mark.Text());
    }

    private static W.Paragraph Signature(Signatory signatory) => WordText.Paragraph(
        WordStyles.Signature,
        string.Join('\n', signatory.Name is null
            ? ["____________________________", .. signatory.Lines()]
            : signatory.Lines()));
}
