using System.Globalization;
using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Papers;

/// <summary>granskningsrapport, as a draft and final (R27-R29, R87-R91, R99).</summary>
public static class ReportPaper
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    public static Id IdOf(Id review, int version) => Id.Derive("review-report", $"{review}/{version}");

    public static DocumentDraft Draft(ReviewPaper paper) => Make(
        paper, (paper.Review.Report?.Version ?? 0) + 1, DocumentStatus.WorkingMaterial, isDraft: true,
        ContentClass.Review);

    public static DocumentDraft Final(ReviewPaper paper) => Make(
        paper, paper.Review.Report!.Version, DocumentStatus.Established, isDraft: false, ContentClass.ReviewPaper);

    private static DocumentDraft Make(
        ReviewPaper paper, int version, DocumentStatus status, bool isDraft, ContentClass content) => paper.Keep(
            IdOf(paper.Id, version), "granskningsrapport", content, new Document(
                paper.Head("Granskningsrapport", status, isDraft), $"Granskning av {paper.Unit}",
                [
                    .. isDraft ? [] : Summary(paper),
                    new Block.Heading(1, "Anledning och omfattning"),
                    new Block.Paragraph(paper.Reason),
                    .. JointBlocks.InReport(paper),
                    new Block.Paragraph($"Metoder: {paper.Words.Methods(paper.Review.Scope!.Methods)}."),
                    .. Visit(paper),
                    .. Reading(paper),
                    .. MedicalBlocks.Done(paper),
                    .. SourceBlocks.Of(paper),
                    new Block.Heading(1, "Brister"),
                    .. Findings(paper),
                    new Block.Heading(1, "Bedömning krav för krav"),
                    Judgements(paper),
                    .. Supplements(paper),
                    .. isDraft ? [] : Comments(paper),
                ])
            {
                Signatories = paper.Participants,
            });

    private static IEnumerable<Block> Summary(ReviewPaper paper)
    {
        var report = paper.Review.Report!;
        yield return new Block.Heading(1, "Sammanfattande bedömning");
        yield return new Block.Paragraph(paper.Text(report.Summary));
        if (report.Correction is { } correction)
            yield return new Block.Paragraph(
                $"Rapporten är rättad och ersätter version {report.Version - 1}. Skäl: {paper.Text(correction)}");
    }

    private static IEnumerable<Block> Visit(ReviewPaper paper)
    {
        if (ReviewWords.Text(paper.Review.Interviews) is { } interviews)
            yield return new Block.Paragraph($"Samtal: {interviews}.");
        if (paper.Review.Visit is not { } visit)
            yield break;
        yield return new Block.Paragraph(
            $"Besöket gjordes {SwedishDates.Text(visit.On)}. Deltagare: {paper.Text(visit.Participants)}");
        yield return new Block.Paragraph(paper.Text(visit.Notes));
    }

    private static IEnumerable<Block> Reading(ReviewPaper paper)
    {
        if (paper.Review.Reading is { ReadOn: { } day, Reader: { } reader })
            yield return new Block.Paragraph(
                $"En andra granskare, {paper.Text(reader.Name)}, läste rapporten {SwedishDates.Text(day)}.");
    }

    /// <summary>The gravest first (R87), each with what it breaks and what it has led to.</summary>
    private static IEnumerable<Block> Findings(ReviewPaper paper)
    {
        if (paper.Review.Findings.Count == 0)
        {
            yield return new Block.Paragraph("Granskningen visar inga brister.");
            yield break;
        }

        foreach (var finding in paper.Review.ByGravity)
        {
            yield return new Block.Heading(2, $"Brist {finding.Number}: {paper.Words.Category(finding.Category)}");
            yield return new Block.Paragraph(paper.Text(finding.Text));
            yield return new Block.Bullets(Facts(paper, finding));
        }
    }

    private static List<string> Facts(ReviewPaper paper, Finding finding) =>
    [
        $"Krav: {paper.Words.Requirement(finding.Requirement)} ({paper.Words.RequirementSource(finding.Requirement)})",
        $"Allvarlighet: {ReviewWords.Severity(finding.Severity)}",
        .. finding.Consequence is { } consequence
            ? [$"Följd för kunderna: {paper.Text(consequence)}"]
            : Array.Empty<string>(),
        .. paper.Words.Affected(finding.Affected) is { } affected ? [$"Berörda: {affected}"] : Array.Empty<string>(),
        .. finding.CauseOf is { } other
            ? [$"Bidragande orsak till brist {other.ToString(Swedish)}"]
            : Array.Empty<string>(),
        .. paper.Review is { Twin: { } twin } review && review.OriginOf(finding) is { } shared
            ? [$"Källa: {paper.Words.Source(twin.Board, shared)}"]
            : Array.Empty<string>(),
        $"Läge: {ReviewWords.Text(finding.Status)}",
    ];

    internal static Block.Table Judgements(ReviewPaper paper) => new(
        "Bedömning av varje granskat krav",
        [new Column("Krav"), new Column("Bedömning"), new Column("Stickprov"), new Column("Källa"),
            new Column("Iakttagelse")],
        [
            .. paper.Review.Scope!.Requirements.Select(id => paper.Review.JudgementOf(id) is { } judged
                ? (IReadOnlyList<string>)
                [
                    paper.Words.Requirement(id), ReviewWords.Text(judged.Fulfilment),
                    judged.Sample is { } sample ? ReviewWords.Text(sample, paper.Settings.Limits) : "–",
                    paper.Words.Source(judged.Source),
                    judged.Evidence is null ? "–" : paper.Text(judged.Evidence),
                ]
                : [paper.Words.Requirement(id), "Ej bedömt", "–", "–", "–"]),
        ]);

    private static IEnumerable<Block> Supplements(ReviewPaper paper)
    {
        if (paper.Review.Supplements.Count == 0)
            yield break;
        yield return new Block.Heading(1, "Kompletteringar");
        foreach (var asked in paper.Review.Supplements)
        {
            yield return new Block.Heading(2, $"Komplettering {asked.Number}");
            yield return new Block.Paragraph(
                $"Begärd till {SwedishDates.Text(asked.Until)}: {paper.Text(asked.Asked)}");
            yield return new Block.Paragraph(asked.ReceivedOn is { } day
                ? $"Inkom {SwedishDates.Text(day)}{(asked.IsLate ? ", efter sista svarsdagen" : "")}: "
                    + $"{paper.Text(asked.Answer)}"
                : "Ingen komplettering har kommit in.");
        }
    }

    private static IEnumerable<Block> Comments(ReviewPaper paper)
    {
        var draft = paper.Review.Communication!;
        yield return new Block.Heading(1, "Kommunicering");
        if (draft.Until is not { } until)
            yield return new Block.Paragraph(
                $"Rapporten har inte kommunicerats innan den fastställdes. Skäl: {paper.Text(draft.Why)}");
        else if (draft.Comments.Count == 0 && paper.Review.EarlierComments.Count == 0)
            yield return new Block.Paragraph(
                $"Inga synpunkter hade kommit in {SwedishDates.Text(until)}, sista dagen för synpunkter.");
        foreach (var comment in paper.Review.EarlierComments.Concat(draft.Comments))
        {
            yield return new Block.Heading(2,
                $"Inkom {SwedishDates.Text(comment.ReceivedOn)}{(comment.IsLate ? ", efter sista dagen" : "")}");
            yield return new Block.Paragraph(paper.Text(comment.Text));
            yield return new Block.Paragraph($"Granskarnas svar: {paper.Text(comment.Answer)}");
        }
    }
}
