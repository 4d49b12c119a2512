using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Reviews.Papers;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;
using Oversight.Sanctions;
using NoticePaper = Oversight.Functions.Sanctions.Papers.NoticePaper;

namespace Oversight.Functions.Sanctions.Papers;

/// <param name="Document">Null: it is no document here, and is put in by hand.</param>
public sealed record PaperAttachment(DocumentAttachment Listed, Id? Document);

/// <summary>tjänsteskrivelse (R74-R84, R95, R109-R112): one document for each version of a question's papers.</summary>
public static class OfficialLetter
{
    public static Id IdOf(Id sanction, int question, int version) =>
        Id.Derive("sanction-paper", $"{sanction}/{question}/{version}");

    public static DocumentDraft Draft(SanctionModel model) =>
        Make(model, DocumentStatus.WorkingMaterial, isDraft: true, ContentClass.Review);

    public static DocumentDraft Final(SanctionModel model) =>
        Make(model, DocumentStatus.Established, isDraft: false, ContentClass.ReviewPaper);

    /// <summary>bilagor, numbered in this order (R111).</summary>
    public static IReadOnlyList<DocumentAttachment> Attachments(SanctionModel model) =>
        [.. Numbered(model).Select(attachment => attachment.Listed)];

    /// <summary>The same, with the document of those that are documents here.</summary>
    public static IReadOnlyList<PaperAttachment> Numbered(SanctionModel model) =>
    [
        // An omedelbar åtgärd may come before the report.
        .. model.Of.Review.Report is not { } report
            ? Array.Empty<PaperAttachment>()
            : [new PaperAttachment(model.Of.ReportAttachment, ReportPaper.IdOf(model.Of.Id, report.Version))],
        new(new DocumentAttachment(model.Terms.TermsAttachment), null),
        .. model.Of.Review.Plan?.ApprovedOn is { } approved
            ?
            [
                new PaperAttachment(
                    new DocumentAttachment($"Åtgärdsplan {model.Provider}", approved),
                    ActionPlanPaper.IdOf(model.Of.Id)),
            ]
            : Array.Empty<PaperAttachment>(),
        .. model.Question.Hearing is { AnsweredOn: { } answered, Number: var number }
            ?
            [
                new PaperAttachment(
                    new DocumentAttachment($"Yttrande {model.Provider}", answered),
                    HearingAnswerPaper.IdOf(model.Id, number)),
            ]
            : Array.Empty<PaperAttachment>(),
        .. model.Sanction.Earlier
            .Where(question => question.Number != model.Question.Number
                && question.Decision is { NotifiedOn: not null })
            .Select(question => new PaperAttachment(
                new DocumentAttachment(
                    $"Tidigare beslut: {SanctionWords.Lower(SanctionWords.Text(question.Kind))}",
                    question.Decision!.On),
                NoticePaper.IdOf(model.Id, question.Number))),
        .. Lines(model.Texts.Find(model.Question.Paper?.Attachments))
            .Select(line => new PaperAttachment(new DocumentAttachment(line), null)),
    ];

    private static DocumentDraft Make(
        SanctionModel model, DocumentStatus status, bool isDraft, ContentClass content)
    {
        var paper = model.Question.Paper!;
        return model.Keep(
            IdOf(model.Id, model.Question.Number, model.Question.Version), "tjansteskrivelse", content,
            new Document(
                model.Head("Tjänsteskrivelse", status, isDraft), model.Title,
                [
                    new Block.Paragraph($"Till {model.Board}"),
                    new Block.Heading(1, "Förslag till beslut"),
                    new Block.DecisionPoints(
                    [
                        model.Decision(model.Decider, paper.FinalDate),
                        .. paper.ApprovedAtOnce && model.Terms.DecidedBy is null
                            ? ["Beslutet justeras omedelbart."]
                            : Array.Empty<string>(),
                    ]),
                    new Block.Heading(1, "Sammanfattning av ärendet"),
                    new Block.Paragraph(model.Text(paper.Summary)),
                    new Block.Heading(1, "Ärendet"),
                    new Block.Paragraph(model.Text(paper.Matter)),
                    .. Reasons(model),
                    .. Heard(model),
                    new Block.Heading(1, "Ekonomiska konsekvenser"),
                    new Block.Paragraph(model.Text(paper.Economy)),
                    .. Basis(model, paper),
                    new Block.Heading(1, "Konsekvenser för barn"),
                    new Block.Paragraph(paper.Children.Any
                        ? model.Text(paper.Children.Why)
                        : $"Inga barn berörs. {model.Text(paper.Children.Why)}"),
                    .. paper.Children.Group is { } group
                        ? [new Block.Paragraph($"Barn som berörs: {model.Text(group)}")]
                        : Array.Empty<Block>(),
                ])
            {
                Attachments = Attachments(model),
                Signatories = model.Signatories,
            });
    }

    /// <summary>What has been broken, the gravest first, and how far it is remedied (R87, R106).</summary>
    private static IEnumerable<Block> Reasons(SanctionModel model)
    {
        var findings = model.Of.Review.ByGravity
            .Where(finding => model.Sanction.Findings.Contains(finding.Number)).ToList();
        yield return new Block.Paragraph(
            $"{model.Provider} har inte fullt ut uppfyllt kraven {model.Terms.Where} när det gäller följande:");
        yield return new Block.Bullets([.. findings.Select(finding => Line(model, finding))]);
        var open = findings.Count(finding => finding.IsOpen);
        if (open == 0)
            yield return new Block.Paragraph("Samtliga brister är åtgärdade.");
        else if (model.Question.Paper!.FinalDate is { } final)
            yield return new Block.Paragraph(
                $"De brister som återstår {FollowedUp(model, final)}ska vara åtgärdade senast den "
                    + $"{SwedishDates.Text(final)}.");
    }

    /// <summary>"följs upp i januari 2020 och "; empty where the follow-up is not planned before that day.</summary>
    private static string FollowedUp(SanctionModel model, DateOnly final) =>
        model.Of.Review.FinalDate is { IsOver: false, FollowUpOn: var day } && day < final
            ? $"följs upp i {day.ToString("MMMM yyyy", DocumentWords.Culture)} och "
            : "";

    private static string Line(SanctionModel model, Finding finding)
    {
        var text = model.Of.Text(finding.Text).TrimEnd('.');
        return finding.Status switch
        {
            FindingStatus.Remedied => $"{text} (åtgärdad)",
            FindingStatus.Begun => $"{text} (åtgärder har påbörjats)",
            FindingStatus.Obsolete => $"{text} (inaktuell)",
            _ => text,
        };
    }

    private static IEnumerable<Block> Heard(SanctionModel model)
    {
        if (model.Question.Why is { } why)
            yield return new Block.Paragraph(model.Text(why));
        switch (model.Question.Hearing)
        {
            case { Until: null, Why: var reason }:
                yield return new Block.Paragraph($"Förslaget har inte kommunicerats. Skäl: {model.Text(reason)}");
                break;
            case { AnsweredOn: { } on, Answer: var answer } hearing:
                yield return new Block.Paragraph(
                    $"{model.Provider} har yttrat sig över förslaget. Yttrandet inkom den {SwedishDates.Text(on)}"
                        + (hearing.CameLate() ? ", efter den sista svarsdagen: " : ": ") + model.Text(answer));
                break;
            case { Until: { } until } unanswered when unanswered.IsOver(model.Day):
                yield return new Block.Paragraph(
                    $"{model.Provider} har fått yttra sig till och med den {SwedishDates.Text(until)}. Inget yttrande "
                        + "har kommit in.");
                break;
        }
    }

    private static IEnumerable<Block> Basis(SanctionModel model, SanctionPaper paper)
    {
        if (paper is { Amount: { } amount, AmountBasis: { } basis })
            yield return new Block.Paragraph(
                $"Beloppet är {SanctionWords.Kronor(amount)} kronor. {model.Text(basis)}");
    }

    private static string[] Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
