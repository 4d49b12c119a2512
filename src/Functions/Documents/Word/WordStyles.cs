using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Oversight.Functions.Documents.Word;

/// <summary>
/// The named styles of our documents. Word's own style ids are used, so that headings build the navigation pane and a
/// table of contents, and so that a municipality may put its own look on them.
/// </summary>
internal static class WordStyles
{
    public const string Title = "Title";
    public const string Bullets = "ListBullet";
    public const string Numbers = "ListNumber";
    public const string Caption = "Caption";
    public const string HeadLabel = "HeadLabel";
    public const string HeadFact = "HeadFact";
    public const string Mark = "Mark";
    public const string Header = "Header";
    public const string Footer = "Footer";
    public const string Cell = "TableText";
    public const string CellHeading = "TableHeading";
    public const string Grid = "TableGrid";
    public const string Signature = "Signature";
    private const string Ink = "1B3A4B";
    private const int HeadValueAt = 2835;

    public static string Heading(int level) => $"Heading{level}";

    public static Styles Create() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts
                {
                    Ascii = "Calibri",
                    HighAnsi = "Calibri",
                    ComplexScript = "Calibri",
                    EastAsia = "Calibri"
                },
                new FontSize { Val = "22" },
                new FontSizeComplexScript { Val = "22" },
                new Languages { Val = DocumentWords.Language, EastAsia = DocumentWords.Language, Bidi = "ar-SA" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                new SpacingBetweenLines { After = "120", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle())
        {
            Type = StyleValues.Paragraph,
            StyleId = "Normal",
            Default = true,
        },
        TableNormal(),
        TableGrid(),
        Paragraph(Title, "Title", Space(before: 240, after: 240), Look(size: 40, bold: true, color: Ink)),
        HeadingStyle(1, before: 360, size: 30),
        HeadingStyle(2, before: 280, size: 26),
        HeadingStyle(3, before: 200, size: 23),
        Paragraph(Bullets, "List Bullet", Space(before: 0, after: 60), Look()),
        Paragraph(Numbers, "List Number", Space(before: 0, after: 60), Look()),
        Paragraph(Caption, "caption", [new KeepNext(), .. Space(before: 200, after: 80)], Look(size: 20, bold: true)),
        HeadLabelStyle(),
        Paragraph(HeadFact, "Head fact", HeadFactLayout(), Look(size: 19)),
        Paragraph(Mark, "Mark", Space(before: 120, after: 120), Look(bold: true, color: "8A1C1C")),
        Paragraph(Header, "header", Space(before: 0, after: 0), Look(size: 17, color: "4A4A4A")),
        Paragraph(Footer, "footer", Space(before: 0, after: 0), Look(size: 17, color: "4A4A4A")),
        Paragraph(Cell, "Table text", Space(before: 30, after: 30), Look(size: 19)),
        Paragraph(CellHeading, "Table heading", [new KeepNext(), .. Space(before: 30, after: 30)], Look(
            size: 19, bold: true)),
        Paragraph(Signature, "Signature", [new KeepLines(), .. Space(before: 720, after: 0)], Look()));

    private static Style HeadingStyle(int level, int before, int size) => Paragraph(
        Heading(level), $"heading {level}",
        [new KeepNext(), new KeepLines(), .. Space(before, after: 80), new OutlineLevel { Val = level - 1 }],
        Look(size, bold: true, color: Ink));

    private static Style HeadLabelStyle() =>
        new(new StyleName { Val = "Head label" }, new StyleRunProperties(Look(size: 17, color: "4A4A4A")))
        {
            Type = StyleValues.Character,
            StyleId = HeadLabel,
        };

    /// <summary>A value that needs more lines goes on below its beginning.</summary>
    private static IEnumerable<OpenXmlElement> HeadFactLayout() =>
    [
        new KeepLines(),
        new ParagraphBorders(Line<TopBorder>(), Line<BottomBorder>(), Line<BetweenBorder>()),
        new Tabs(new TabStop { Val = TabStopValues.Left, Position = HeadValueAt }),
        .. Space(before: 0, after: 0),
        new Indentation { Left = $"{HeadValueAt}", Hanging = $"{HeadValueAt}" },
    ];

    private static Style Paragraph(
        string id, string name, IEnumerable<OpenXmlElement> paragraph, IEnumerable<OpenXmlElement> run) =>
        new(
            new StyleName { Val = name },
            new BasedOn { Val = "Normal" },
            new PrimaryStyle(),
            new StyleParagraphProperties(paragraph),
            new StyleRunProperties(run))
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
        };

    private static IEnumerable<OpenXmlElement> Space(int before, int after) =>
        [new SpacingBetweenLines { Before = $"{before}", After = $"{after}" }];

    private static IEnumerable<OpenXmlElement> Look(int size = 22, bool bold = false, string? color = null)
    {
        if (bold)
            yield return new Bold();
        if (color is not null)
            yield return new Color { Val = color };
        yield return new FontSize { Val = $"{size}" };
        yield return new FontSizeComplexScript { Val = $"{size}" };
    }

    private static Style TableNormal() => new(
        new StyleName { Val = "Normal Table" },
        new UIPriority { Val = 99 },
        new SemiHidden(),
        new UnhideWhenUsed(),
        new StyleTableProperties(
            new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
            new TableCellMarginDefault(
                new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
                new TableCellLeftMargin { Width = 108, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
                new TableCellRightMargin { Width = 108, Type = TableWidthValues.Dxa })))
    {
        Type = StyleValues.Table,
        StyleId = "TableNormal",
        Default = true,
    };

    private static Style TableGrid() => new(
        new StyleName { Val = "Table Grid" },
        new BasedOn { Val = "TableNormal" },
        new PrimaryStyle(),
        new StyleTableProperties(new TableBorders(
            Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(),
            Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>())),
        new TableStyleProperties(
            new RunPropertiesBaseStyle(new Bold()),
            new TableStyleConditionalFormattingTableCellProperties(
                new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "E6EEF2" }))
        {
            Type = TableStyleOverrideValues.FirstRow,
        })
    {
        Type = StyleValues.Table,
        StyleId = Grid,
    };

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "9AA7AF" };
}
