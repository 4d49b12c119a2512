using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Providers;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Texts;
using Oversight.Functions.Web.Components;
using Oversight.Settings;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys;

/// <summary>sammanställning av avtalsenkäten: what the answers of a round showed, for the board (R49).</summary>
/// <param name="Surveys">As they stood when the round was closed.</param>
public sealed record SurveySummaryPaper(
    Id RoundId, SurveyRound Round, IReadOnlyList<SurveyRow> Surveys, MunicipalitySettings Settings, KeptTexts Texts)
{
    private const string Type = "Sammanställning";

    public static Id IdOf(Id round) => Id.Derive("survey-summary", round.Value);

    public DocumentDraft Draft()
    {
        var analysis = SurveyReader.Analyse(Settings, Round, Surveys);
        return new DocumentDraft(
            IdOf(RoundId), Round.Board, new CodeId("sammanstallning-avtalsenkat"), ContentClass.SurveySummary,
            new Document(
                Settings.HeadOf(Round.Board, Type, Round.ClosedOn!.Value, DocumentStatus.Established, isDraft: false),
                $"Sammanställning av {SurveyWords.Title(Round).ToLowerInvariant()}",
                [
                    new Block.Paragraph(
                        "Varje anordnare, utförare och egen verksamhet ska varje år besvara en enkät om hur villkoren "
                            + "i lag och avtal följs. Svaren är uppgifter från dem som svarar."),
                    new Block.Heading(1, "Vad svaren visar"),
                    new Block.Paragraph(Texts.Show(Round.Conclusions) ?? ""),
                    new Block.Heading(1, "Hur många har svarat"),
                    Rates(analysis),
                    .. Silent(),
                    new Block.Heading(1, "Avvikelser från villkoren"),
                    .. Deviations(analysis),
                ]),
            [RoundId]);
    }

    private Block.Table Rates(SurveyAnalysis analysis) => new(
        "Svar efter avtalsområde och ägarform",
        [
            new Column("Enheter"), new Column("Fick enkäten"), new Column("Svarade"), new Column("För sent"),
            new Column("Obesvarade"),
        ],
        [
            Row("Alla", analysis.All),
            .. analysis.Areas.Select(
                area => Row(Settings.Codes(CodeLists.AgreementAreas).Text(area.Area), area.Rate)),
            .. analysis.Owners.Select(owner => Row(owner.Ownership.Text(), owner.Rate)),
        ]);

    private static string[] Row(string label, AnswerRate rate) =>
        [label, $"{rate.Asked}", $"{rate.Answered} ({rate.PerCent()} %)", $"{rate.Late}", $"{rate.Silent}"];

    private IEnumerable<Block> Silent()
    {
        var found = Surveys.Where(row => row.Silence == SilenceJudgement.Confirmed)
            .OrderBy(row => row.Unit.Name, SwedishOrder.Comparer).ToList();
        yield return new Block.Heading(1, "Enkäter som inte besvarades i tid");
        if (found.Count == 0)
            yield return new Block.Paragraph("Ingen obesvarad enkät är bedömd som en brist.");
        else
            yield return new Block.Bullets([.. found.Select(row =>
                $"{row.Unit.Name}, {row.Unit.ProviderName}"
                    + (row.Answer is { } late ? $" (svarade {SwedishDates.Text(late.HandedInOn)})" : ""))]);
    }

    private IEnumerable<Block> Deviations(SurveyAnalysis analysis)
    {
        var found = analysis.Questions.Where(result => result.Deviating.Count > 0)
            .OrderByDescending(result => result.Deviating.Count).ToList();
        if (found.Count == 0)
        {
            yield return new Block.Paragraph("Inget svar avviker från villkoren.");
            yield break;
        }

        var names = Surveys.ToDictionary(row => row.Id, row => row.Unit.Name);
        yield return new Block.Table(
            "Avvikelser", [new Column("Avvikelse"), new Column("Antal"), new Column("Enheter")],
            [
                .. found.Select(result => (string[])
                [
                    result.Question.Breaks!.Term, $"{result.Deviating.Count} av {result.Asked}",
                    string.Join(", ", result.Deviating.Select(survey => names[survey]).Order(SwedishOrder.Comparer)),
                ]),
            ]);
    }
}

/// <summary>Writes the summary when a round is closed.</summary>
public sealed class SurveyDocuments(
    DocumentStore store, SurveyRoundDesk desk, SettingsProvider settings)
    : IEffectHandler<SurveyRoundState, SurveyRoundEvent>
{
    public const string Name = "survey-round.documents";

    public string Effect => Name;

    public string Title => "Sammanställning av avtalsenkäten";

    public async Task<EffectProgress> RunAsync(
        EffectCall<SurveyRoundState, SurveyRoundEvent> call, CancellationToken cancellation)
    {
        if (call.State is not { Status: SurveyRoundStatus.Closed, Round: { } round })
            return EffectProgress.Done;
        var inForce = await settings.FindAsync(call.Cause.SettingsHash, cancellation) ?? settings.Current;
        var paper = new SurveySummaryPaper(
            call.Head.Id, round, await desk.SurveysAsync(call.Head.Id, cancellation), inForce.Settings,
            await desk.TextsAsync(call.Head.Id, cancellation));
        await store.SaveAsync(paper.Draft() with { MadeFrom = call.Head.Version }, call.Envelope, cancellation);
        return EffectProgress.Done;
    }
}
