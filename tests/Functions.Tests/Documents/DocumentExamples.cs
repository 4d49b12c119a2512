using Oversight.Documents;

namespace Oversight.Functions.Tests.Documents;

internal static class DocumentExamples
{
    public const string Script = "<script>alert('å')</script><img src=x onerror=alert(1)>";

    public static DocumentHead Head { get; } = new(
        "Nacka kommun", "Årsplan", null, new DateOnly(2027, 3, 1), "Socialnämnden", "Socialnämnden",
        "Gruppchef kvalitet", DocumentStatus.WorkingMaterial, IsDraft: true)
    {
        Confidentiality = new ConfidentialityMark("26 kap. 1 § OSL", new DateOnly(2027, 3, 1), "Socialnämnden"),
        Letterhead = new Letterhead(["Nacka kommun", "131 81 Nacka"], Arms: null),
    };

    /// <summary>A document with every kind of block in it.</summary>
    public static Document Full { get; } = new(
        Head,
        "Årsplan för uppföljning april 2027–mars 2028",
        [
            new Block.Heading(1, "Förslag till beslut"),
            new Block.DecisionPoints("Socialnämnden fastställer årsplanen.", "Beslutet justeras omedelbart."),
            new Block.Heading(1, "Sammanfattning"),
            new Block.Paragraph("Tolv verksamheter granskas.\nUrvalet bygger på riskanalysen."),
            new Block.Heading(2, "Så har vi valt"),
            new Block.Bullets("Högst risk först", "En liten del väljs slumpvis"),
            new Block.Heading(3, "Undantag"),
            new Block.Paragraph("Inga."),
            new Block.Heading(1, "Verksamheter"),
            new Block.Table(
                "Planerade granskningar",
                [new("Verksamhet"), new("Kvartal", ColumnAlignment.Center), new("Antal kunder", ColumnAlignment.End)],
                [["Björkbackens gruppbostad", "2", "6"], ["Ledsagning & avlösning i öst", "3", "41"]]),
            new Block.BarChart("Synpunkter per kvalitetsområde", "Kvalitetsområde", "Antal",
                [new("Trygghet och säkerhet", 18), new("Tillgänglighet", 7.5m), new("Effektivitet", 0)]),
            new Block.Matrix(
                "Riskmatris", "Allvarlighetsgrad", "Sannolikhet", ["4", "3"], ["1", "2"],
                [[new("2 höga", Shade.High), new("1 högst", Shade.Highest)],
                    [new("0", Shade.Low), new("3 måttliga", Shade.Moderate)]]),
            new Block.Heading(1, "Nästa steg"),
            new Block.DecisionPoints("Planen sänds till utförarna."),
        ])
    {
        Attachments = [new("Riskanalys", new DateOnly(2027, 2, 1)), new("Metod")],
        Signatories = [new Signatory("Gruppchef kvalitet"),
            new Signatory("Enhetschef", "Förnamn Efternamn", "Omsorgsenheten, Socialnämnden")],
    };

    /// <summary>Only the block of that kind, between texts, as an annex has it.</summary>
    public static Document WithoutHeadings(Type kind) => new(
        Head, "Underlag",
        [new Block.Paragraph("Internt arbetsmaterial."), Full.Blocks.Single(kind.IsInstanceOfType),
            new Block.Paragraph("Slut.")]);

    public static string Caption(Type kind) => Full.Blocks.Single(kind.IsInstanceOfType) switch
    {
        Block.Table table => table.Caption,
        Block.BarChart chart => chart.Caption,
        Block.Matrix matrix => matrix.Caption,
        var other => throw new ArgumentException($"{other} has no caption.", nameof(kind)),
    };

    /// <summary>Script and characters that XML cannot carry in every text there is.</summary>
    public static Document Hostile { get; } = new(
        new DocumentHead(Script, Script, Script, new DateOnly(2027, 3, 1), Script, Script, Script,
            DocumentStatus.Established, IsDraft: false),
        $"{Script}\u0000\u001b\ufffe",
        [
            new Block.Heading(1, Script),
            new Block.Paragraph($"{Script}\u0001\ud83d"),
            new Block.Bullets(Script),
            new Block.DecisionPoints(Script),
            new Block.Table(Script, [new(Script), new(Script)], [[Script, Script]]),
            new Block.BarChart(Script, Script, Script, [new(Script, 1, Script)]),
            new Block.Matrix(Script, Script, Script, [Script], [Script], [[new(Script, Shade.Low)]]),
        ])
    {
        Attachments = [new(Script)],
        Signatories = [new Signatory(Script, Script, Script)],
    };
}
