using Oversight.Functions.Attachments;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations;

/// <summary>What an operation on a review adds to every operation: Core's command, and the event in words.</summary>
public abstract class ReviewOperation : Operation<OpenReview>
{
    public override Permission Permission => Permission.Review;

    /// <summary>The one item of the review that it is about; null: the whole.</summary>
    public virtual string? ItemOf(FieldValues values) => null;

    /// <summary>Core's command, for the table of what may be done in which state.</summary>
    public abstract Type Command { get; }

    /// <summary>The files that were sent with it; the command says which of them are kept.</summary>
    public virtual IReadOnlyList<SentFile> FilesOf(FieldValues values) => [];

    public abstract ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation);

    /// <summary>The event as the timeline tells it; null when it is another operation's.</summary>
    public abstract Told? Tell(ReviewEvent happened, ReviewWords words);

    /// <summary>Its reviewers write in a review; others read.</summary>
    public override bool IsFor(OpenReview open) => IsForBoard(open) && open.IsReviewer;

    public override bool Fits(OpenReview open) =>
        ReviewTransitions.Allows(open.State.Status, Command)
        && (open.Review.Pause is null || ReviewTransitions.AllowsPaused(Command))
        && !(ReachesProvider && open.Review.Seal is not null);

    /// <summary>Nothing goes out from a review that is sealed.</summary>
    protected virtual bool ReachesProvider => false;

    protected bool IsForBoard(OpenReview open) => open.IsSeen && Access.Allows(open.User, Permission, open.Board);

    protected static WordsField Why(string label, string? hint = null) =>
        new("reason", label, limits => limits.Reason) { Required = true, Rows = 4, Hint = hint };

    protected static string Day(DateOnly day) => SwedishDates.Text(day);

    protected static OwnChoiceField RequirementField(string label) =>
        new("requirement", label) { Required = true, Unfolds = true };

    protected static CodeId? Code(FieldValues values, OwnChoiceField field) =>
        TypedText.Code(values.Text(field)) is { Length: > 0 } code ? new CodeId(code) : null;
}

/// <summary>An operation whose command is <typeparamref name="TCommand"/>.</summary>
public abstract class ReviewOperation<TCommand> : ReviewOperation
    where TCommand : ReviewCommand
{
    public override Type Command => typeof(TCommand);
}
