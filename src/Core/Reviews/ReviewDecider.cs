using Oversight.Attachments;
using Oversight.Settings;

namespace Oversight.Reviews;

/// <summary>What somebody asks of a review. Each command stands with its event in <c>Operations</c>.</summary>
public abstract partial record ReviewCommand
{
    private ReviewCommand()
    {
    }

    /// <summary>Asked only where <see cref="ReviewTransitions"/> has the command in this state.</summary>
    internal abstract Decision<ReviewEvent> Decide(ReviewState state, CommandContext context);

    /// <summary>Files that come with it, to be stored once the rules have said yes.</summary>
    public virtual IReadOnlyList<Attachment> Attachments => [];

    /// <summary>Whether it tells the provider of something, or asks it for something.</summary>
    internal virtual bool ReachesProvider => false;

    /// <summary>A command on a review that has been opened.</summary>
    public abstract record OnOpened : ReviewCommand
    {
        internal abstract Decision<ReviewEvent> Decide(Review review, CommandContext context);

        internal sealed override Decision<ReviewEvent> Decide(ReviewState state, CommandContext context)
        {
            var review = state.Review
                ?? throw new InvalidOperationException("The table lets this by before there is a review.");
            if (review.InConflict.Contains(context.Actor.UserId))
                return new Refusal(ReviewRefusals.InConflict);
            if (review.Pause is not null && !ReviewTransitions.AllowsPaused(GetType()))
                return new Refusal(ReviewRefusals.IsPaused);
            return review.Seal is not null && ReachesProvider
                ? new Refusal(ReviewRefusals.IsSealed)
                : DecideIn(state.Status, review, context);
        }

        /// <summary>For a command whose answer depends on the state beyond <see cref="ReviewTransitions"/>.</summary>
        internal virtual Decision<ReviewEvent> DecideIn(
            ReviewStatus status, Review review, CommandContext context) => Decide(review, context);
    }

    /// <summary>A command that only the review's own reviewers may give.</summary>
    public abstract record ByReviewer : OnOpened
    {
        internal sealed override Decision<ReviewEvent> Decide(Review review, CommandContext context) =>
            review.IsReviewer(context)
                ? DecideFor(review, context)
                : new Refusal(ReviewRefusals.NotAReviewer);

        internal abstract Decision<ReviewEvent> DecideFor(Review review, CommandContext context);
    }
}

/// <summary>What happened in a review.</summary>
/// <param name="On">A Stockholm day.</param>
public abstract partial record ReviewEvent(DateOnly On)
{
    internal abstract ReviewState Apply(ReviewState state);

    /// <summary>Something that happens to a review that has been opened.</summary>
    public abstract record ToOpened(DateOnly On) : ReviewEvent(On)
    {
        /// <summary>The state it leads to; null leaves it as it is.</summary>
        internal virtual ReviewStatus? Leads => null;

        internal abstract Review Change(Review review);

        internal sealed override ReviewState Apply(ReviewState state) =>
            new(Leads ?? state.Status,
                Change(state.Review ?? throw new InvalidOperationException("Nothing happens before it is opened.")));
    }
}

/// <summary>The rules of a review's life.</summary>
public static class ReviewDecider
{
    public static Decision<ReviewEvent> Decide(ReviewState state, ReviewCommand command, CommandContext context) =>
        ReviewTransitions.Allows(state.Status, command.GetType())
            ? command.Decide(state, context)
            : new Refusal(ReviewRefusals.NotInThisState, null, state.Status.ToString());

    public static ReviewState Evolve(ReviewState state, ReviewEvent happened) => happened.Apply(state);

    /// <summary>The last day to answer: as chosen, or as the rules have it.</summary>
    internal static (DateOnly Day, IReadOnlyList<Refusal> Faults) Until(DateOnly? chosen, DateOnly today, int days) =>
        chosen switch
        {
            null => (After(today, days), []),
            { } day when day <= today => (day, [new Refusal(ReviewRefusals.DayTooEarly, "until")]),
            { } day => (day, []),
        };

    /// <summary>What a draft of the report still lacks.</summary>
    internal static IEnumerable<Refusal> DraftFaults(Review review) =>
    [
        .. If(review.Unjudged.Count > 0, ReviewRefusals.Unjudged, null, $"{review.Unjudged.Count}"),
        .. If(review.WithoutFinding.Count > 0, ReviewRefusals.WithoutFinding, null, $"{review.WithoutFinding.Count}"),
    ];

    /// <summary>A finding is about a requirement of the scope that is judged as not met, or not fully.</summary>
    internal static IEnumerable<Refusal> FindingFaults(Review review, CodeId? requirement)
    {
        if (requirement is not { Value.Length: > 0 } asked)
            yield return new Refusal(ReviewRefusals.CodeMissing, "requirement");
        else if (!review.Scope!.Requirements.Contains(asked))
            yield return new Refusal(ReviewRefusals.OutOfScope, "requirement");
        else if (review.JudgementOf(asked)?.Fulfilment is not (Fulfilment.NotFully or Fulfilment.NotMet))
            yield return new Refusal(ReviewRefusals.RequirementIsMet, "requirement");
    }

    /// <summary>What is sent needs an ärende in the registry first, where the rules ask for it.</summary>
    internal static IEnumerable<Refusal> CaseFaults(Review review, ReviewSetup setup) =>
        If(setup.Rules.CaseFirst && review.CaseNumber is null, ReviewRefusals.NoCase);

    /// <summary>A fault where there is one.</summary>
    internal static IEnumerable<Refusal> If(
        bool isWrong, string code, string? field = null, params IReadOnlyList<string> arguments) =>
        isWrong ? [new Refusal(code, field, arguments)] : [];

    /// <summary>A day that something happened on.</summary>
    internal static IEnumerable<Refusal> Happened(
        DateOnly? on, DateOnly notBefore, CommandContext context, string field)
    {
        if (on is not { } day)
            yield return new Refusal(ReviewRefusals.DayMissing, field);
        else if (day > context.Today)
            yield return new Refusal(ReviewRefusals.DayInFuture, field);
        else if (day < notBefore)
            yield return new Refusal(ReviewRefusals.DayTooEarly, field);
    }

    internal static IEnumerable<Refusal> Code(CodeId? code, CodeList list, DateOnly day, string field)
    {
        if (code is not { Value.Length: > 0 } chosen)
            yield return new Refusal(ReviewRefusals.CodeMissing, field);
        else if (!list.Has(chosen, day))
            yield return new Refusal(ReviewRefusals.UnknownCode, field);
    }

    /// <summary>A day is set so far ahead, ending on a working day.</summary>
    internal static DateOnly After(DateOnly today, int days) =>
        Waiting.SwedishCalendar.WorkingDayOnOrAfter(today.AddDays(days));
}

/// <summary>What the rules of a review need of the settings.</summary>
/// <param name="Rules">Of the day of the command.</param>
/// <param name="Methods"><see cref="CodeLists.ReviewMethods"/>.</param>
/// <param name="Sources"><see cref="CodeLists.EvidenceSources"/>.</param>
/// <param name="Categories">Of concerns and findings.</param>
/// <param name="LongText">Longest text, in characters.</param>
/// <param name="Reason">Longest reason, in characters.</param>
/// <param name="Line">Longest line, in characters.</param>
public sealed record ReviewSetup(
    ReviewRules Rules, CodeList Methods, CodeList Sources, CodeList Categories, int LongText, int Reason, int Line)
{
    /// <summary>
    /// Whether the rules ask for a medically responsible and the review judges something that needs one.
    /// </summary>
    public bool NeedsMedical(Review review) => Rules.MedicalReviewer
        && review.Scope?.Requirements.Any(id => Rules.Find(id)?.IsHsl == true) == true;

    internal IEnumerable<Refusal> MedicalFaults(Review review) => ReviewDecider.If(
        NeedsMedical(review) && review.Medical is null, ReviewRefusals.MedicalReviewerMissing);

    public static ReviewSetup Of(MunicipalitySettings settings, DateOnly day) => new(
        settings.ReviewRulesOn(day), settings.Codes(CodeLists.ReviewMethods), settings.Codes(CodeLists.EvidenceSources),
        settings.Codes(CodeLists.ConcernCategories), settings.Limits.LongText, settings.Limits.Reason,
        settings.Limits.ShortText);
}
