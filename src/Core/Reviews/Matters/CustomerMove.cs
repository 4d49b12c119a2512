using Oversight.Settings;
using Oversight.Texts;

namespace Oversight.Reviews;

/// <summary>kundflytt: how many are left to move; null: nobody has counted them.</summary>
/// <param name="LastDay">The last day for the customers; null: not set.</param>
/// <param name="ChoiceOffered">Since when customers may choose anew (omval); null: not yet.</param>
public sealed record CustomerMove(int? Remaining, DateOnly CountedOn, DateOnly? LastDay, DateOnly? ChoiceOffered);

/// <summary>
/// kundflytt that no sanction has brought: the provider is bankrupt, has given notice, or has lost its licence. It has
/// no decider and no papers of its own, so it stands in the review's stream.
/// </summary>
/// <param name="Cause"><see cref="CodeLists.CustomerMoveCauses"/>.</param>
/// <param name="AtStart">How many customers there were when it began.</param>
public sealed record ReviewMove(
    CodeId Cause, TextReference Reason, DateOnly Since, int AtStart, CustomerMove Progress,
    DateOnly? CalledOffOn = null)
{
    /// <summary>Whether it keeps the review open: somebody is left.</summary>
    public bool IsOpen => CalledOffOn is null && Progress.Remaining != 0;

    /// <summary>Nobody is placed there again, also when the last customer has moved.</summary>
    public bool StopsNewCustomers => CalledOffOn is null;
}

public abstract partial record ReviewCommand
{
    /// <summary>Opens a kundflytt: every customer of the unit is to move.</summary>
    /// <param name="Causes"><see cref="CodeLists.CustomerMoveCauses"/>.</param>
    public sealed record OpenMove(
        CodeId? Cause, WrittenText Reason, int? Customers, DateOnly? LastDay, CodeList Causes, ReviewSetup Setup)
        : ByReviewerOrManager
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context) =>
            Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.If(
                        review.Move is { CalledOffOn: null }, CustomerMoveRefusals.AlreadyMoving),
                    .. ReviewDecider.Code(Cause, Causes, context.Today, "cause"),
                    .. TextChecks.Required(Reason, "reason", Setup.Reason),
                    .. ReviewDecider.If(
                        Customers is not >= 0, CustomerMoveRefusals.NumberImpossible, "customers"),
                    .. ReviewDecider.If(LastDay is null, ReviewRefusals.DayMissing, "lastDay"),
                ],
                () => new ReviewEvent.MoveOpened(
                    context.Today, Cause!.Value, Reason.Kept, Customers!.Value, LastDay!.Value));
    }

    /// <summary>Reports how many customers remain; none: it keeps the review open no longer.</summary>
    /// <param name="LastDay">Null: as it was.</param>
    public sealed record CountMove(int? Remaining, DateOnly? LastDay, DateOnly? ChoiceOffered) : ByReviewerOrManager
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            if (review.Move is not { CalledOffOn: null } move)
                return new Refusal(CustomerMoveRefusals.NoMove);
            return Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.If(
                        Remaining is not >= 0, CustomerMoveRefusals.NumberImpossible, "remaining"),
                    .. ReviewDecider.If(
                        ChoiceOffered > context.Today, ReviewRefusals.DayInFuture, "choiceOffered"),
                ],
                () => new ReviewEvent.MoveCounted(context.Today, new CustomerMove(
                    Remaining, context.Today, LastDay ?? move.Progress.LastDay,
                    ChoiceOffered ?? move.Progress.ChoiceOffered)));
        }
    }

    /// <summary>Takes the kundflytt back: the customers may stay, for instance with whoever takes over.</summary>
    public sealed record CallOffMove(WrittenText Reason, ReviewSetup Setup) : ByReviewerOrManager
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context) =>
            review.Move is not { CalledOffOn: null }
                ? new Refusal(CustomerMoveRefusals.NoMove)
                : Decision.Unless<ReviewEvent>(
                    [.. TextChecks.Required(Reason, "reason", Setup.Reason)],
                    () => new ReviewEvent.MoveCalledOff(context.Today, Reason.Kept));
    }
}

public abstract partial record ReviewEvent
{
    public sealed record MoveOpened(
        DateOnly On, CodeId Cause, TextReference Reason, int Customers, DateOnly LastDay) : ToOpened(On)
    {
        internal override Review Change(Review review) => review.ForgetMove() with
        {
            Move = new ReviewMove(Cause, Reason, On, Customers, new CustomerMove(Customers, On, LastDay, null)),
        };
    }

    public sealed record MoveCounted(DateOnly On, CustomerMove Move) : ToOpened(On)
    {
        /// <summary>Another last day is reminded of anew.</summary>
        internal override Review Change(Review review) =>
            (Move.LastDay == review.Move!.Progress.LastDay ? review : review.ForgetMove()) with
            {
                Move = review.Move with { Progress = Move },
            };
    }

    public sealed record MoveCalledOff(DateOnly On, TextReference Reason) : ToOpened(On)
    {
        internal override Review Change(Review review) =>
            review with { Move = review.Move! with { CalledOffOn = On } };
    }
}

/// <summary>What a kundflytt says no to. The codes are contracts with callers.</summary>
public static class CustomerMoveRefusals
{
    /// <summary>There is one already.</summary>
    public const string AlreadyMoving = "move.already-moving";
    public const string NoMove = "move.no-move";
    public const string NumberImpossible = "move.number-impossible";

    /// <summary>Somebody has not moved; the argument says how many.</summary>
    public const string CustomersRemain = "move.customers-remain";
}
