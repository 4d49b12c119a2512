using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Sealing;

internal sealed class SealReview : ReviewOperation<ReviewCommand.Seal>
{
    private static readonly WordsField Reason =
        Why("Vad misstänks?", "Kort. Skriv inga namn på kunder eller medarbetare.");

    public override OperationName Name { get; } = new("seal", "sparra");

    public override string Title => "Spärra granskningen";

    public override string Summary =>
        "Spärrar granskningen vid misstanke om oegentlighet eller brott. Bara granskarna och enhetschefen läser den, "
            + "och anordnaren får inget.";

    public override string Done =>
        "Granskningen är spärrad. Bara granskarna och enhetschefen läser den, och det som var begärt av anordnaren är "
            + "återkallat.";

    public override int Rank => 230;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    /// <summary>For its reviewers and for the enhetschef, who have this permission in common.</summary>
    public override Permission Permission => Permission.ReadReviews;

    public override string Lead(OpenReview open) =>
        "Använd spärren vid misstanke om oegentlighet eller brott. Bara granskarna och enhetschefen kan läsa "
            + "granskningen, dokumenten, breven och svaren efter det. Anordnaren får inga brev, och det som är begärt "
            + "återkallas. Enhetschefen kan häva spärren.";

    public override bool IsFor(OpenReview open) => open.IsSeen && (IsReviewer(open) || IsChief(open));

    public override bool Fits(OpenReview open) => base.Fits(open) && open.Review.Seal is null;

    public override Permission ActsBy(OpenReview open) =>
        IsReviewer(open) ? Permission.Review : Permission.UnsealReview;

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.Seal(texts.Add(values, Reason), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.Sealed it ? new Told("Granskningen spärrad", [], it.Reason) : null;

    private static bool IsReviewer(OpenReview open) =>
        open.IsReviewer && Access.Allows(open.User, Permission.Review, open.Board);

    private static bool IsChief(OpenReview open) => Access.Allows(open.User, Permission.UnsealReview, open.Board);
}
