using DocumentFormat.OpenXml;
using Oversight.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Oversight.Functions.Documents.Word;

/// <summary>
/// dokumenthuvudet: a line for each fact, its label before it (R1). No table, which would be read cell by cell.
/// </summary>
internal static class WordHead
{
    public static IEnumerable<OpenXmlElement> Lines(DocumentHead head) =>
        head.Facts().Select(fact => Line(fact.Label, fact.Value));

    private static W.Paragraph Line(string label, string value)
    {
        var labelRun = new W.Run(
            new W.RunProperties(new W.RunStyle { Val = WordStyles.HeadLabel }),
            new W.Text(label) { Space = SpaceProcessingModeValues.Preserve });
        return new W.Paragraph(
            [
                new W.ParagraphProperties(new W.ParagraphStyleId { Val = WordStyles.HeadFact }),
                labelRun, new W.Run(new W.TabChar()), .. WordText.Runs(value),
            ]);
    }
}
