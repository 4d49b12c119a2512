using Oversight.Functions.Documents;
using Oversight.Functions.Reviews.Papers;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews;

/// <summary>Writes a review's documents, with the settings that the change was made with.</summary>
public sealed class ReviewDocuments(DocumentStore store, SettingsProvider settings, ReviewDesk desk)
    : IEffectHandler<ReviewState, ReviewEvent>
{
    public const string EffectName = "review.documents";

    public string Effect => EffectName;

    public string Title => "Granskningens dokument";

    public static bool IsMadeAfter(ReviewEvent happened) => happened
        is ReviewEvent.ScopeSet or ReviewEvent.SupplementAsked or ReviewEvent.VisitAnnounced or ReviewEvent.Visited
        or ReviewEvent.ReadingAsked or ReviewEvent.Communicated or ReviewEvent.Established or ReviewEvent.SummedUp
        or ReviewEvent.PlanAsked or ReviewEvent.PlanReturned or ReviewEvent.PlanApproved
        or ReviewEvent.FinalDateSet or ReviewEvent.FinalDateMoved or ReviewEvent.FollowedUp or ReviewEvent.Closed
        or ReviewEvent.SourceAttached or ReviewEvent.SourceWithdrawn or ReviewEvent.MedicalReviewersNamed;

    public async Task<EffectProgress> RunAsync(
        EffectCall<ReviewState, ReviewEvent> call, CancellationToken cancellation)
    {
        if (call.State is not { Review: { } review })
            return EffectProgress.Done;
        var inForce = await settings.FindAsync(call.Cause.SettingsHash, cancellation) ?? settings.Current;
        var paper = new ReviewPaper(
            call.Head.Id, review, inForce.Settings, inForce.Settings.ReviewRulesOn(review.StartedOn ?? call.Cause.Day),
            await desk.TextsAsync(call.Head.Id, cancellation), call.Cause.Day);
        foreach (var draft in Drafts(call.Cause.Event, paper))
            await store.SaveAsync(draft with { MadeFrom = call.Head.Version }, call.Envelope, cancellation);
        return EffectProgress.Done;
    }

    /// <summary>The documents there are of a review by now, with what each is called.</summary>
    public static IReadOnlyList<(string Title, Id Id)> Of(Id review, Review state) =>
    [
        .. state.Scope is null ? [] : new[] { ("Granskningsplan", PlanPaper.IdOf(review)) },
        .. Enumerable.Range(1, state.Notice?.Number ?? 0)
            .Select(number => ($"Aviseringsbrev {number}", NoticePaper.IdOf(review, number))),
        .. state.Visit is null ? [] : new[] { ("Besöksprotokoll", ProtocolPaper.IdOf(review)) },
        .. state.Supplements.Select(
            asked => ($"Begäran om komplettering {asked.Number}", SupplementPaper.IdOf(review, asked.Number))),
        .. Enumerable.Range(1, Math.Max(state.Drafted, state.Report?.Version ?? 0))
            .Select(version => ($"Granskningsrapport, version {version}", ReportPaper.IdOf(review, version))),
        .. state.Letters.Select(number => ($"Kommuniceringsbrev {number}", LetterPaper.IdOf(review, number))),
        .. Enumerable.Range(2, Math.Max(0, (state.Report?.Version ?? 0) - 1))
            .Select(version => ($"Rättelse, version {version}", CorrectionPaper.IdOf(review, version))),
        .. Enumerable.Range(1, state.PlanRounds)
            .Select(round => ($"Begäran om åtgärdsplan {round}", PlanRequestPaper.IdOf(review, round))),
        .. state.Plan?.ApprovedOn is null ? [] : new[] { ("Åtgärdsplan", ActionPlanPaper.IdOf(review)) },
        .. state.FollowUps.Select(
            made => ($"Uppföljningsrapport {made.Number}", FollowUpPaper.IdOf(review, made.Number))),
        .. state.ClosingLetters.Select((number, index) => (
            index == 0 ? "Avslutsbrev" : $"Avslutsbrev {index + 1}", ClosingPaper.IdOf(review, number))),
        .. state.Learning is null ? [] : new[] { ("Intern sammanfattning för lärande", LearningPaper.IdOf(review)) },
    ];

    private static IEnumerable<DocumentDraft> Drafts(ReviewEvent happened, ReviewPaper paper) => happened switch
    {
        ReviewEvent.ScopeSet => [PlanPaper.Of(paper)],
        // The plan names what the review builds on, once there is a plan.
        ReviewEvent.SourceAttached or ReviewEvent.SourceWithdrawn when paper.Review.Scope is not null =>
            [PlanPaper.Of(paper)],
        ReviewEvent.MedicalReviewersNamed when paper.Review.Scope is not null =>
            [PlanPaper.Of(paper), .. Protocol(paper)],
        ReviewEvent.SupplementAsked asked => [SupplementPaper.Of(paper, asked.Supplement)],
        ReviewEvent.VisitAnnounced => [NoticePaper.Of(paper)],
        ReviewEvent.Visited => [ProtocolPaper.Of(paper)],
        ReviewEvent.ReadingAsked => [ReportPaper.Draft(paper), .. Protocol(paper)],
        ReviewEvent.Communicated { Communication.Until: null } => [ReportPaper.Draft(paper), .. Protocol(paper)],
        ReviewEvent.Communicated => [ReportPaper.Draft(paper), LetterPaper.Of(paper), .. Protocol(paper)],
        ReviewEvent.Established { Version: > 1 } => [ReportPaper.Final(paper), CorrectionPaper.Of(paper)],
        ReviewEvent.Established => [ReportPaper.Final(paper)],
        ReviewEvent.SummedUp => [LearningPaper.Of(paper)],
        ReviewEvent.PlanAsked => [PlanRequestPaper.Of(paper, null)],
        ReviewEvent.PlanReturned back => [PlanRequestPaper.Of(paper, back.Reason)],
        ReviewEvent.PlanApproved => [ActionPlanPaper.Of(paper)],
        // The plan says by which day, and when it is followed up.
        ReviewEvent.FinalDateSet or ReviewEvent.FinalDateMoved when paper.Review.Plan?.ApprovedOn is not null =>
            [ActionPlanPaper.Of(paper)],
        ReviewEvent.FollowedUp { FollowUp: var made } => [FollowUpPaper.Of(paper, made)],
        ReviewEvent.Closed { Reason: var result } when paper.Review.ClosingLetters.Contains(paper.Review.Closings) =>
            [ClosingPaper.Of(paper, result)],
        _ => [],
    };

    /// <summary>With every judgement in it; there is none where nobody has visited.</summary>
    private static IEnumerable<DocumentDraft> Protocol(ReviewPaper paper) =>
        paper.Review.Visit is null ? [] : [ProtocolPaper.Of(paper)];
}
