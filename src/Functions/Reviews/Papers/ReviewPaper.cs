using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;
using Oversight.Settings;
using DocumentHead = Oversight.Documents.DocumentHead;

namespace Oversight.Functions.Reviews.Papers;

/// <summary>What every document of a review is made of.</summary>
/// <param name="Day">The document's own date.</param>
public sealed record ReviewPaper(Id Id, Review Review, MunicipalitySettings Settings, ReviewRules Rules, ReviewTexts Texts, DateOnly Day)
{
    public ReviewWords Words { get; } = new(Settings, Rules);

    public string Unit => $"{Review.Unit.Name}, {Review.Unit.ProviderName}";

    public string BoardName => Settings.Board(Review.Unit.Board)?.Name ?? Review.Unit.Board.Value;

    public DocumentHead Head(string type, DocumentStatus status, bool isDraft = false)
    {
        var rules = Settings.DocumentHead(Review.Unit.Board);
        return new DocumentHead(
            Settings.Municipality, type, null, Day, rules.DecidedBy, rules.ResponsibleBody, rules.ProcessOwner, status, isDraft);
    }

    public DocumentDraft Keep(Id document, string type, ContentClass content, Document made) =>
        new(document, Review.Unit.Board, new CodeId(type), content, made, [Id]);

    /// <summary>The reviewers by name, title and board (R112).</summary>
    public IReadOnlyList<Signatory> Signatories =>
    [
        .. Reviewers.Select(reviewer => new Signatory($"Kvalitetsutvecklare, {BoardName}", Texts.Find(reviewer.Name))),
    ];

    /// <summary>Why the review is made (R85, R86), in words that single out nobody.</summary>
    public string Reason => Review.Origin switch
    {
        { Kind: ReviewKind.Planned, PlanYear: { } year } => $"Granskningen är planerad i årsplanen {year}.",
        { Concerns.Count: var concerns } => $"Granskningen är påkallad. Beslutet fattades {SwedishDates.Text(Review.Origin.NotBefore)} med anledning av "
            + $"{(concerns == 1 ? "en synpunkt" : $"{concerns} synpunkter")} från {(Review.Reporters == 1 ? "en handläggare" : $"{Review.Reporters} handläggare")}.",
    };

    public string Text(TextReference? reference) => Texts.Show(reference) ?? "";

    private IEnumerable<Reviewer> Reviewers => Review.Lead is { } lead ? [lead, .. Review.CoReviewers] : Review.CoReviewers;
}
