using Oversight.Concerns;
using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Web.Components;
using Oversight.Settings;

namespace Oversight.Functions.Concerns.Decisions;

/// <summary>A decision on a påkallad granskning on paper: what was decided, why, by whom, and on what ground.</summary>
public static class DecisionDocumentModel
{
    private const string Erased = "(texten är gallrad)";

    /// <param name="decidedAs">The role in which it was decided.</param>
    public static Document Of(
        Id concern, ConcernState.Decided decided, ConcernTexts texts, Role decidedAs, MunicipalitySettings settings)
    {
        var (file, decision) = (decided.File, decided.Decision);
        var decider = RoleNames.Title(decidedAs);
        var place = ConcernWords.Place(file);
        return new Document(
            settings.HeadOf(file.Board, "Beslut", decision.On, DocumentStatus.Established, isDraft: false,
                decidedBy: decider),
            $"Beslut om påkallad granskning, synpunkt {concern.Reference(ConcernFacts.ReferenceKind)}",
            [
                new Block.Heading(1, "Beslut"),
                new Block.Paragraph(decision.Approved
                    ? $"En påkallad granskning ska göras: {place}."
                    : $"Ingen påkallad granskning görs: {place}."),
                new Block.Heading(1, "Skäl"),
                .. Paragraphs(texts.Find(decision.Reason)),
                .. decision.ScopeHint is { } scope
                    ? (Block[])[new Block.Heading(1, "Granskningens omfattning"), .. Paragraphs(texts.Find(scope))]
                    : [],
                new Block.Heading(1, "Ärendet"),
                Matter(decided, settings),
            ])
        {
            Signatories = [new Signatory(decider, texts.Decider(decision), settings.UnitOf(file.Board))],
        };
    }

    private static Block.Table Matter(ConcernState.Decided decided, MunicipalitySettings settings)
    {
        var (file, assessment) = (decided.File, decided.Assessment);
        var rows = new List<IReadOnlyList<string>>
        {
            new[] { "Nämnd", settings.Board(file.Board)?.Name ?? file.Board.Value },
            new[] { "Gäller", ConcernWords.Place(file) },
            new[] { "Insats", settings.Codes(CodeLists.Services).Text(file.Service) },
            new[] { "Synpunkten mottagen", SwedishDates.Text(file.ReceivedOn) },
            new[] { "Bedömd, granskning föreslagen", SwedishDates.Text(assessment.On) },
        };
        if (assessment.Severity is { } severity)
            rows.Add(["Allvarlighet", $"{severity} av 4"]);
        return new Block.Table("Vad beslutet gäller", [new Column("Uppgift"), new Column("Innehåll")], rows);
    }

    private static IEnumerable<Block> Paragraphs(string? text) => (text ?? Erased)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => new Block.Paragraph(line));
}
