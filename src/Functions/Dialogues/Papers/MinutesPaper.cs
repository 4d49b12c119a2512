using Oversight.Dialogues;
using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Texts;
using Oversight.Functions.Web.Components;
using Oversight.Settings;

namespace Oversight.Functions.Dialogues.Papers;

/// <summary>
/// minnesanteckningar from a meeting: who was there, what was said, what was agreed. Never a word of a concern, and in
/// the minutes of a meeting for all nothing that one of them has agreed to alone.
/// </summary>
/// <param name="Day">The document's own date.</param>
public sealed record MinutesPaper(
    Id Id, DialogueSeries Series, DialogueOccasion Occasion, MunicipalitySettings Settings, KeptTexts Texts,
    DateOnly Day)
{
    public static Id IdOf(Id series, int occasion) => Id.Derive("dialogue-minutes", $"{series}/{occasion}");

    public DocumentDraft Draft => new(
        IdOf(Id, Occasion.Number), Series.Board, new CodeId("minnesanteckningar"), ContentClass.ReviewPaper, Document,
        []);

    private Document Document => new(
        Settings.HeadOf(Series.Board, "Minnesanteckningar", Day, DocumentStatus.Established, isDraft: false),
        $"Kvalitetsdialog {SwedishDates.Text(Occasion.Time.On)}, {Series.Name}",
        [
            new Block.Paragraph(
                $"Kvalitetsdialogen gällde avtalsområdet {Settings.Codes(CodeLists.AgreementAreas).Text(Series.Area)}. "
                    + $"Mötet var den {DialogueWords.Text(Occasion.Time)}. Plats: {Texts.Show(Occasion.Time.Place)}."),
            .. Occasion.Summary is { } summary ? Said(summary) : [],
            new Block.Heading(1, "Närvarande"),
            new Block.Bullets([.. Occasion.Attended.OrderBy(one => one.Name, SwedishOrder.Comparer).Select(Name)]),
            .. Occasion.Others is { } others ? Said(others) : [],
            .. Absent(),
            .. Points(),
            .. Notes(),
            .. Areas(),
            .. Next(),
        ])
    {
        Signatories =
            [new Signatory("Samordnare", Texts.Find(Series.Lead.Name), Settings.UnitOf(Series.Board))],
    };

    private IEnumerable<Block> Absent()
    {
        var absent = Occasion.Invited.Where(one => Occasion.Attended.All(other => other.UnitId != one.UnitId)).ToList();
        if (absent.Count > 0)
        {
            yield return new Block.Heading(1, "Kallade som inte var med");
            yield return new Block.Bullets([.. absent.OrderBy(one => one.Name, SwedishOrder.Comparer).Select(Name)]);
        }
    }

    private IEnumerable<Block> Points()
    {
        if (Occasion.Points.Count == 0)
            yield break;
        yield return new Block.Heading(1, "Dagordning");
        foreach (var point in Occasion.Points)
        {
            yield return new Block.Heading(2, $"{point.Number}. {Texts.Show(point.What)}");
            var notes = Occasion.Notes.Where(note => note.Point == point.Number).ToList();
            foreach (var note in notes)
                yield return new Block.Paragraph(Texts.Show(note.Words));
            if (notes.Count == 0)
                yield return new Block.Paragraph("Inget antecknades.");
        }
    }

    private IEnumerable<Block> Notes()
    {
        var notes = Occasion.Notes.Where(note => note.Point is null).ToList();
        if (notes.Count > 0)
            yield return new Block.Heading(1, "Övriga anteckningar");
        foreach (var note in notes)
            yield return new Block.Paragraph(Texts.Show(note.Words));
    }

    private IEnumerable<Block> Areas()
    {
        var areas = Series.AreasOf(Occasion).Where(area => area.Status == AreaStatus.Open
            || area.Steps.Any(step => step.Occasion == Occasion.Number)).ToList();
        yield return new Block.Heading(1, "Utvecklingsområden");
        if (areas.Count == 0)
        {
            yield return new Block.Paragraph("Inget utvecklingsområde är överenskommet.");
            yield break;
        }

        yield return new Block.Table(
            "Vad vi har kommit överens om",
            [new Column("Område"), new Column("Ansvarig"), new Column("Senast"), new Column("På mötet")],
            [.. areas.Select(Row)]);
    }

    private IReadOnlyList<string> Row(DevelopmentArea area) =>
    [
        $"{area.Number}. {Texts.Show(area.What)}", Texts.Show(area.Owner), SwedishDates.Text(area.Until),
        area.Steps.Where(step => step.Occasion == Occasion.Number).ToList() is { Count: > 0 } steps
            ? string.Join("\n", steps.Select(Told))
            : "Följs upp på nästa möte",
    ];

    private string Told(AreaStep step) =>
        step.Words is { } words ? $"{DialogueWords.Text(step)}. {Texts.Show(words)}" : DialogueWords.Text(step);

    private IEnumerable<Block> Next()
    {
        if (Series.Occasions.Where(other => other.Status == OccasionStatus.Planned
            && other.With?.UnitId == Occasion.With?.UnitId).MinBy(other => other.Time.On) is { } next)
        {
            yield return new Block.Heading(1, "Nästa möte");
            yield return new Block.Paragraph($"{DialogueWords.Text(next.Time)}. Plats: {Texts.Show(next.Time.Place)}.");
        }
    }

    private Block[] Said(TextReference words) => [new Block.Paragraph(Texts.Show(words))];

    private static string Name(DialogueParticipant one) =>
        one.Name == one.ProviderName ? one.Name : $"{one.Name}, {one.ProviderName}";
}
