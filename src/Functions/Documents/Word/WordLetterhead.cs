using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Oversight.Documents;
using A = DocumentFormat.OpenXml.Drawing;
using D = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Oversight.Functions.Documents.Word;

/// <summary>
/// The first page's own head and foot: coat of arms, or the municipality's name in its place, page number, address
/// block.
/// </summary>
internal static class WordLetterhead
{
    /// <summary>The picture's relationship within the header.</summary>
    private const string PictureId = "rId1";

    /// <summary>Two centimetres, in English metric units.</summary>
    private const long ArmsHeight = 720_000;

    public static void Compose(HeaderPart part, Document document, WordPage page)
    {
        IEnumerable<OpenXmlElement> place = [new W.Run(
            new W.RunProperties(new W.Bold(), new W.FontSize { Val = "26" },
                new W.FontSizeComplexScript { Val = "26" }),
            new W.Text(DocumentText.Clean(document.Head.Municipality)) { Space = SpaceProcessingModeValues.Preserve })];
        if (document.Head.Letterhead?.Arms is { } arms)
        {
            var picture = part.AddNewPart<ImagePart>("image/png", PictureId);
            using (var content = new MemoryStream(Convert.FromBase64String(arms.Png)))
                picture.FeedData(content);
            place = [new W.Run(Picture(arms))];
        }

        part.Header = new W.Header(page.Numbered(WordStyles.Header, place));
    }

    public static W.Footer Foot(Document document) => new(document.Head.Letterhead?.Address is { Count: > 0 } address
        ? address.Select(line => WordText.Paragraph(WordStyles.Footer, line))
        : [WordText.Paragraph(WordStyles.Footer, document.Title)]);

    private static W.Drawing Picture(DocumentImage arms)
    {
        var width = ArmsHeight * arms.Width / arms.Height;
        return new W.Drawing(new D.Inline(
            new D.Extent { Cx = width, Cy = ArmsHeight },
            new D.DocProperties { Id = 1, Name = "Vapen", Description = DocumentText.Clean(arms.Text) },
            new A.Graphic(new A.GraphicData(new P.Picture(
                new P.NonVisualPictureProperties(
                    new P.NonVisualDrawingProperties { Id = 1, Name = "Vapen" },
                    new P.NonVisualPictureDrawingProperties()),
                new P.BlipFill(new A.Blip { Embed = PictureId }, new A.Stretch(new A.FillRectangle())),
                new P.ShapeProperties(
                    new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = ArmsHeight }),
                    new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
            {
                Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
            }))
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        });
    }
}
