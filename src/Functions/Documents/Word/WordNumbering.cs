using DocumentFormat.OpenXml.Wordprocessing;

namespace Oversight.Functions.Documents.Word;

/// <summary>The lists of one document: one for all bullets, and one that begins at 1 for each numbered list.</summary>
internal sealed class WordNumbering
{
    private const int BulletShape = 1;
    private const int NumberShape = 2;
    private const string ListIndent = "454";
    private const string AttachmentIndent = "1134";
    private const int AttachmentShape = 3;
    private const int AttachmentList = 2;
    private int _lists = AttachmentList;

    public static int Bullets => 1;

    /// <summary>bilagor, of which a document has one list.</summary>
    public static int Attachments => AttachmentList;

    public int NewNumberedList() => ++_lists;

    public Numbering Create()
    {
        var numbering = new Numbering(
            Shape(BulletShape, NumberFormatValues.Bullet, "•"),
            Shape(NumberShape, NumberFormatValues.Decimal, "%1."),
            Shape(AttachmentShape, NumberFormatValues.Decimal, DocumentWords.AttachmentNumber("%1"), AttachmentIndent),
            new NumberingInstance(new AbstractNumId { Val = BulletShape }) { NumberID = Bullets },
            new NumberingInstance(new AbstractNumId { Val = AttachmentShape }) { NumberID = Attachments });
        for (var id = AttachmentList + 1; id <= _lists; id++)
        {
            numbering.AppendChild(new NumberingInstance(
                new AbstractNumId { Val = NumberShape },
                new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 })
            {
                NumberID = id,
            });
        }

        return numbering;
    }

    private static AbstractNum Shape(int id, NumberFormatValues format, string text, string indent = ListIndent) => new(
        new MultiLevelType { Val = MultiLevelValues.SingleLevel },
        new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = format },
            new LevelText { Val = text },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = indent, Hanging = indent }))
        {
            LevelIndex = 0,
        })
    {
        AbstractNumberId = id,
    };
}
