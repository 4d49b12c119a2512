using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Reviews;
using Oversight.Functions.Reviews.Papers;
using Oversight.Functions.Texts;
using Oversight.Functions.Web.Components;
using Oversight.Providers;
using Oversight.Referrals;
using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Functions.Referrals;

/// <summary>utkast till anmälan till IVO: whom it is about, why, what was found, what has been done.</summary>
/// <param name="Review">Null where a concern brought it.</param>
public sealed record IvoPaper(
    Id Id, IvoPosition Position, IvoUnit Unit, IvoRules Rules, MunicipalitySettings Settings, KeptTexts Texts,
    ReviewPaper? Review)
{
    private const string Type = "Anmälan till IVO";

    public static Id IdOf(Id position) => Id.Derive("ivo-report", position.Value);

    public DocumentDraft Draft()
    {
        var decision = Position.Decision!;
        var decider = RoleNames.Title(decision.By);
        return new DocumentDraft(
            IdOf(Id), Position.Unit.Board, new CodeId("anmalan-till-ivo"), ContentClass.Review,
            new Document(
                Settings.HeadOf(
                    Position.Unit.Board, Type, decision.On, DocumentStatus.WorkingMaterial, isDraft: true, decider) with
                {
                    RegistrationNumber = Review?.Review.CaseNumber,
                },
                $"Utkast till anmälan till IVO om {Position.Unit.Name}",
                [
                    new Block.Paragraph($"Till {string.Join(", ", [Rules.Authority, .. Rules.Address])}."),
                    new Block.Heading(1, "Vem anmälan gäller"),
                    About(),
                    new Block.Heading(1, "Grund"),
                    new Block.Paragraph($"{Settings.Codes(CodeLists.IvoGrounds).Text(decision.Ground)}."),
                    new Block.Paragraph(Position.IsDuty
                        ? $"Nämnden är skyldig att anmäla enligt {Rules.DutyLaw}."
                        : "Anmälan görs enligt kommunens egen riktlinje. Lagens skyldighet att anmäla gäller inte."),
                    new Block.Heading(1, "Skäl"),
                    new Block.Paragraph(Texts.Show(decision.Reason)),
                    .. Position.Reason is { } raised
                        ? (Block[])[new Block.Paragraph($"Frågan väcktes {SwedishDates.Text(Position.RaisedOn)}: "
                            + Texts.Show(raised))]
                        : [],
                    .. Findings(),
                    new Block.Heading(1, "Åtgärder hittills"),
                    .. Measures(),
                    new Block.Heading(1, "Beslut"),
                    new Block.Paragraph(
                        $"{decider} beslutade om anmälan {SwedishDates.Text(decision.On)} med stöd av delegation: "
                            + $"{decision.DelegationPoint}."),
                ])
            {
                Signatories =
                    [new Signatory(decider, Texts.Find(decision.Name), Settings.UnitOf(Position.Unit.Board))],
            },
            Position.Review is { } review ? [review, .. Position.Concerns, Id] : [.. Position.Concerns, Id]);
    }

    private Block.Table About() => new(
        "Anordnaren och enheten", [new Column("Uppgift"), new Column("Innehåll")],
        [
            ["Anordnare", Position.Unit.ProviderName],
            ["Organisationsnummer", Unit.Number is { } number ? $"{number}" : "Fyll i för hand"],
            ["Driftsform", Unit.Ownership?.Word() ?? "–"],
            ["Enhet", Position.Unit.Name],
            ["Tillstånd", IvoWords.Licence(Unit)],
            ["Anmälande nämnd", Settings.Board(Position.Unit.Board)?.Name ?? Position.Unit.Board.Value],
        ]);

    /// <summary>The gravest first, each with the term that it breaks, and no small number.</summary>
    private IEnumerable<Block> Findings()
    {
        if (Review is not { } paper)
            yield break;
        var findings = paper.Review.ByGravity.Where(finding => Position.Findings.Contains(finding.Number)).ToList();
        yield return new Block.Heading(1, "Brister");
        if (findings.Count == 0)
            yield return new Block.Paragraph("Ingen enskild brist ligger till grund för anmälan.");
        foreach (var finding in findings)
        {
            yield return new Block.Heading(2, $"Brist {finding.Number}: {paper.Words.Category(finding.Category)}");
            yield return new Block.Paragraph(paper.Text(finding.Text));
            yield return new Block.Bullets([.. Facts(paper, finding)]);
        }
    }

    private static IEnumerable<string> Facts(ReviewPaper paper, Finding finding)
    {
        yield return $"Krav: {paper.Words.Requirement(finding.Requirement)} "
            + $"({paper.Words.RequirementSource(finding.Requirement)})";
        yield return $"Allvarlighet: {ReviewWords.Severity(finding.Severity)}";
        if (finding.Consequence is { } consequence)
            yield return $"Följd för kunderna: {paper.Text(consequence)}";
        if (paper.Words.Affected(finding.Affected) is { } affected)
            yield return $"Berörda: {affected}";
        yield return $"Läge: {ReviewWords.Text(finding.Status)}";
    }

    private IEnumerable<Block> Measures()
    {
        var measures = Review?.Review.Plan?.Measures ?? [];
        yield return measures.Count == 0
            ? new Block.Paragraph(Review is null
                ? "Ingen granskning är påbörjad."
                : "En kvalitetsgranskning pågår. Ingen åtgärdsplan har kommit in.")
            : new Block.Bullets(
                [.. measures.Select(measure =>
                    $"{Review!.Text(measure.What)} (klart senast {SwedishDates.Text(measure.Due)})")]);
    }
}
