using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Sealing;

internal sealed class UnsealReview : ReviewOperation<ReviewCommand.Unseal>
{
    private static readonly WordsField Reason = Why("Varför hävs spärren?");

    public override OperationName Name { get; } = new("unseal", "hav-sparren");

    public override string Title => "Häv spärren";

    public override string Summary => "Häver spärren på en granskning. Enhetschefen beslutar.";

    public override string Done =>
        "Spärren är hävd. Det som var begärt av anordnaren är återkallat och begärs på nytt om det behövs.";

    public override int Rank => 230;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    /// <summary>For the enhetschef and, where one is in a conflict of interest, for the substitute.</summary>
    public override Permission Permission => Permission.ReadReviews;

    public override bool IsFor(OpenReview open) => IsForBoard(open)
        && (IsManager(open) || (open.Review.Deputy is { } role && open.User.HasRole(role, open.Board)));

    public override Permission ActsBy(OpenReview open) =>
        IsManager(open) ? Permission.UnsealReview : Permission.ReadReviews;

    public override bool Fits(OpenReview open) => base.Fits(open) && open.Review.Seal is not null;

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.Unseal(texts.Add(values, Reason), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.Unsealed it ? new Told("Spärren hävd", [], it.Reason) : null;

    private static bool IsManager(OpenReview open) =>
        Access.Allows(open.User, Permission.UnsealReview, open.Board);
}
