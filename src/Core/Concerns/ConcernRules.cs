using Oversight.Settings;

namespace Oversight.Concerns;

/// <summary>The part of the municipality's settings that decisions about concerns need.</summary>
public sealed record ConcernRules(
    IReadOnlyList<BoardId> Boards,
    CodeList Services,
    CodeList Consequences,
    CodeList Kinds,
    CodeList Categories,
    CodeList QualityAreas,
    ConcernLimits Limits)
{
    /// <summary>Versions of the rules for deciding on a påkallad granskning.</summary>
    public required IReadOnlyList<TriggeredReviewRules> TriggeredReviews { get; init; }

    public TriggeredReviewRules TriggeredReviewsOn(DateOnly day) =>
        TriggeredReviews.Where(rules => rules.ValidFrom <= day).MaxBy(rules => rules.ValidFrom)
        ?? throw new InvalidOperationException($"No rules for a triggered review are in force on {day:O}.");

    public static ConcernRules From(MunicipalitySettings settings) => new(
        [.. settings.Boards.Select(board => board.Id)],
        settings.Codes(CodeLists.Services),
        settings.Codes(CodeLists.ConcernConsequences),
        settings.Codes(CodeLists.ConcernKinds),
        settings.Codes(CodeLists.ConcernCategories),
        settings.Codes(CodeLists.QualityAreas),
        ConcernLimits.From(settings.Limits))
    {
        TriggeredReviews = settings.TriggeredReviewRules,
    };
}

/// <summary>How much a concern may hold. Lengths in characters (UTF-16), sizes in bytes.</summary>
/// <param name="CaseReference">Long enough for a case number, too short for a story.</param>
/// <param name="Years">How far back an event may lie before the date is taken for a slip of the pen.</param>
public sealed record ConcernLimits(
    int Text, int Reason, int Line, int Attachments, long AttachmentBytes, int CaseReference = 50, int Years = 30)
{
    public static ConcernLimits From(Limits limits) =>
        new(limits.LongText, limits.Reason, limits.ShortText, limits.Attachments, limits.AttachmentBytes);
}
