using Oversight.Functions.Answers.Registration;
using Oversight.Functions.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Reviews;
using Oversight.Functions.Reviews.Registration;

namespace Oversight.Functions.Diary;

/// <summary>One handling as the registrator sees it: never a word of what it says.</summary>
/// <param name="Kind">What sort of handling it is.</param>
/// <param name="On">The document's own day, or the day the answer came in.</param>
/// <param name="Href">Where its diarienummer is entered.</param>
/// <param name="Number">diarienummer; null: it waits for one.</param>
public sealed record DiaryEntry(string Title, string Kind, DateOnly On, BoardId Board, string Href, string? Number);

/// <summary>
/// What is to be registered for the boards of a registrator: reviews whose ärende is not open, documents of ours, and
/// answers that came in by svarslänk.
/// </summary>
public sealed class DiaryList(DocumentList documents, ReceivedAnswers answers, ReviewCases cases)
{
    private const int Shown = 20;

    /// <summary>The oldest first: every handling stands here from the day it is there.</summary>
    public async Task<IReadOnlyList<DiaryEntry>> ToRegisterAsync(SignedInUser user, CancellationToken cancellation) =>
    [
        .. (await documents.ReadToRegisterAsync(user, cancellation)).Select(Entry)
            .Concat((await answers.ToRegisterAsync(user, cancellation)).Select(Entry))
            .OrderBy(entry => entry.On).ThenBy(entry => entry.Title, SwedishOrder.Comparer)
            .ThenBy(entry => entry.Href, StringComparer.Ordinal),
    ];

    /// <summary>
    /// The reviews that have begun without an ärende: nothing of them is sent before there is one. And the latest of
    /// those that have one, to correct its number.
    /// </summary>
    public async Task<(IReadOnlyList<DiaryEntry> ToOpen, IReadOnlyList<DiaryEntry> Opened)> CasesAsync(
        SignedInUser user, CancellationToken cancellation)
    {
        var (toOpen, opened) = await cases.ReadAsync(user, cancellation);
        return ([.. toOpen.Select(Entry)], [.. opened.Take(Shown).Select(Entry)]);
    }

    /// <summary>
    /// The answers that came last of those with a number, to correct it: documents are found in their own list.
    /// </summary>
    public async Task<IReadOnlyList<DiaryEntry>> RegisteredAnswersAsync(
        SignedInUser user, CancellationToken cancellation) =>
    [
        .. (await answers.RegisteredAsync(user, cancellation)).Select(Entry).OrderByDescending(entry => entry.On)
            .ThenBy(entry => entry.Title, SwedishOrder.Comparer).Take(Shown),
    ];

    private static DiaryEntry Entry(ListedDocument document) => new(
        document.Title, $"{document.TypeText}, {document.Status.Text().ToLower(DocumentWords.Culture)}", document.Date,
        document.Board, $"/dokument/{document.Id}/gor/diariefor", null);

    private static DiaryEntry Entry(ReceivedAnswer answer) => new(
        answer.Title, "Svar, inkommet", answer.Row.HandedInOn, answer.Row.Board,
        ReceivedAnswerSubject.FormOf(answer.Row.Id), answer.Row.RegistrationNumber);

    private static DiaryEntry Entry(ReviewRow review) => new(
        $"Kvalitetsgranskning av {review.Unit.Name}", $"Granskning, {ReviewWords.Text(review.Kind).ToLowerInvariant()}",
        review.StartedOn!.Value, review.Unit.Board, ReviewCaseSubject.FormOf(review.Id), review.CaseNumber);
}
