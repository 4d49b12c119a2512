using Oversight.Answers;
using Oversight.Functions.Reviews;
using Oversight.Functions.Reviews.Papers;
using Oversight.Functions.Sanctions.Papers;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Reviews;
using NoticePaper = Oversight.Functions.Sanctions.Papers.NoticePaper;

namespace Oversight.Functions.Answers;

/// <summary>What the provider has before it while it answers.</summary>
/// <param name="Unit">The reviewed unit.</param>
/// <param name="Words">What is asked for; null where a document says it.</param>
/// <param name="Findings">Number and text of each finding that an åtgärdsplan is about, the gravest first.</param>
/// <param name="Papers">The documents that it may read.</param>
public sealed record AskedFor(
    string Unit, string? Words, IReadOnlyList<(int Number, string Requirement, string Text)> Findings,
    IReadOnlyList<(string Title, Id Id)> Papers);

/// <summary>Reads of a review what the answer is about, and nothing else of it.</summary>
public sealed class AnswerReading(Streams streams, ReviewDesk reviews, SettingsProvider settings)
{
    /// <param name="matter">The sanction that asks; null: the review does.</param>
    public async Task<AskedFor> OfAsync(AnswerTask task, Id? matter, CancellationToken cancellation)
    {
        if (await streams.LoadAsync(ReviewStream.Kind, task.SubjectId,
            cancellation) is not { State: { Review: { } review, Status: var status } })
            return new AskedFor("", null, [], []);
        // Nothing is told of a review that is sealed, while its links are on their way to be withdrawn and afterwards.
        if (review.Seal is not null)
            return new AskedFor(review.Unit.Name, null, [], []);
        var texts = await reviews.TextsAsync(task.SubjectId, cancellation);
        return new AskedFor(
            review.Unit.Name,
            task.Kind == AnswerKind.Supplement
                ? texts.Show(review.Supplements.FirstOrDefault(asked => asked.Number == task.Number)?.Asked)
                : null,
            task.Kind == AnswerKind.Plan ? Findings(task, review, texts) : [],
            matter is { } sanction ? Papers(task, sanction, review) : Papers(task, status, review));
    }

    private IReadOnlyList<(int Number, string Requirement, string Text)> Findings(
        AnswerTask task, Review review, ReviewTexts texts)
    {
        var inForce = settings.Current.Settings;
        var words = new ReviewWords(inForce, inForce.ReviewRulesOn(review.StartedOn ?? review.OpenedOn));
        return
        [
            .. review.ByGravity.Where(finding => task.Findings.Contains(finding.Number))
                .Select(finding =>
                    (finding.Number, words.Requirement(finding.Requirement), texts.Show(finding.Text) ?? "")),
        ];
    }

    private static IReadOnlyList<(string Title, Id Id)> Papers(AnswerTask task, Id sanction, Review review) =>
        task.Kind == AnswerKind.Receipt
            ? [("Underrättelse om beslut", NoticePaper.IdOf(sanction, task.Number))]
            :
            [
                ("Begäran om yttrande", HearingLetter.IdOf(sanction, task.Number)),
                .. review.Report is { } report
                    ? new[] { ("Granskningsrapport", ReportPaper.IdOf(task.SubjectId, report.Version)) }
                    : [],
            ];

    private static IReadOnlyList<(string Title, Id Id)> Papers(AnswerTask task, ReviewStatus status, Review review)
    {
        var id = task.SubjectId;
        return task.Kind switch
        {
            AnswerKind.Supplement => [("Begäran om komplettering", SupplementPaper.IdOf(id, task.Number))],
            // A draft that was taken back is worked on: what becomes of it is nobody's outside until it is sent anew.
            AnswerKind.Comments when status == ReviewStatus.Communicated
                && review.Communication?.Number == task.Number
                && review.IsAsked(ReviewAwaiting.Comments(task.Number)) =>
            [
                ("Utkast till granskningsrapport", ReportPaper.IdOf(id, review.Drafted)),
                ("Kommuniceringsbrev", LetterPaper.IdOf(id, task.Number)),
            ],
            AnswerKind.Plan =>
            [
                ("Begäran om åtgärdsplan", PlanRequestPaper.IdOf(id, task.Number)),
                .. review.Report is { } report
                    ? new[] { ("Granskningsrapport", ReportPaper.IdOf(id, report.Version)) }
                    : [],
            ],
            _ => [],
        };
    }
}
