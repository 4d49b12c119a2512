using DocumentFormat.OpenXml;
using Oversight.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Oversight.Functions.Documents.Word;

/// <summary>Text as Word wants it: cleaned, spaces kept, line breaks as breaks.</summary>
internal static class WordText
{
    public static W.Paragraph Paragraph(string style, string text, params OpenXmlElement[] properties) => new(
        [new W.ParagraphProperties([new W.ParagraphStyleId { Val = style }, .. properties]), .. Runs(text)]);

    public static W.Paragraph Plain(string text) => new(Runs(text));

    public static W.Paragraph ListItem(string style, int list, string text) => Paragraph(
        style, text,
        new W.NumberingProperties(new W.NumberingLevelReference { Val = 0 }, new W.NumberingId { Val = list }));

    public static IEnumerable<OpenXmlElement> Runs(string text)
    {
        var lines = DocumentText.Clean(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var run = new W.Run();
            if (i > 0)
                run.AppendChild(new W.Break());
            run.AppendChild(new W.Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
            yield return run;
        }
    }
}
