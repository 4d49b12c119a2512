using Oversight.Reviews;

namespace Oversight.Functions.Reviews;

/// <summary>The final date of a review and what hangs on it, as the API gives it.</summary>
public sealed record FinalDateDetails(DateOnly Day, DateOnly FollowUpOn, DateOnly CheckOn, bool IsDecided, bool IsOver)
{
    public static FinalDateDetails? Of(Review review) => review.FinalDate is { } final
        ? new FinalDateDetails(final.Day, final.FollowUpOn, final.CheckOn, final.IsDecided, final.IsOver)
        : null;
}

/// <summary>A follow-up that was made, as the API gives it.</summary>
public sealed record FollowUpDetails(
    int Number, FollowUpKind Kind, DateOnly On, CodeId Method, string Result,
    IReadOnlyList<FollowedFindingDetails> Findings)
{
    public static FollowUpDetails Of(FollowUp made, ReviewTexts texts) => new(
        made.Number, made.Kind, made.On, made.Method, texts.Show(made.Result),
        [.. made.Findings.Select(followed => new FollowedFindingDetails(
            followed.Finding, followed.Before, followed.Now, texts.Show(followed.Evidence), followed.IsEnough))]);
}

public sealed record FollowedFindingDetails(
    int Finding, FindingStatus Before, FindingStatus Now, string Evidence, bool IsEnough);
