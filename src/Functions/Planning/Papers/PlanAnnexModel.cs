using System.Globalization;
using Oversight.Documents;
using Oversight.Planning;
using Oversight.Settings;

namespace Oversight.Functions.Planning;

/// <summary>
/// Rank, class, levels and points of every unit, and the time of every visit: arbetsmaterial that stays inside.
/// </summary>
public static class PlanAnnexModel
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    public static Document Annex(PlanState state, MunicipalitySettings settings)
    {
        var (plan, content) = PlanDocumentModel.Of(state);
        var words = new PlanWords(settings, exact: true);
        var all = content.Reviews.Select(review => (
                review.Rank, review.Unit,
                Text: $"{PlanDocumentModel.Time(content, review, hideUnannounced: false)}. {words.Why(review.Why)}"))
            .Concat(content.NotChosen.Select(unit =>
                (unit.Rank, unit.Unit, Text: PlanWords.NotChosen(unit, exact: true))))
            .OrderBy(row => row.Rank);
        return new Document(
            PlanDocumentModel.Head("Bilaga till årsplan", state, settings, DocumentStatus.WorkingMaterial),
            $"Poäng och underlag till årsplan {plan.Year}, {PlanDocumentModel.BoardName(plan, settings)}",
            [
                new Block.Paragraph(
                    "Internt arbetsmaterial. Visar tider för oanmälda besök och exakta antal. Pröva sekretessen innan "
                        + "något lämnas ut."),
                new Block.Table(
                    "Alla enheter, högst risk först",
                    [
                        new Column("Plats", ColumnAlignment.End), new Column("Enhet"), new Column("Riskklass"),
                        new Column("Allvarlighet × sannolikhet"), new Column("Poäng", ColumnAlignment.End),
                        new Column("Skäl"), new Column("Planering"),
                    ],
                    [
                        .. all.Select(row => (IReadOnlyList<string>)
                        [
                            row.Rank.ToString(Swedish), row.Unit.Name, row.Unit.ClassName, $"{row.Unit.Severity} × "
                                + $"{row.Unit.Likelihood} = {row.Unit.Product}",
                            row.Unit.Points.ToString("0.00", Swedish), words.Reasons(row.Unit), row.Text,
                        ]),
                    ]),
            ]);
    }
}
