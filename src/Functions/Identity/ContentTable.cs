using static Oversight.ContentClass;

namespace Oversight.Functions.Identity;

/// <summary>How much of a content somebody learns.</summary>
public enum Grade
{
    Nothing,

    /// <summary>That it exists: title, date, version, number. Not a word of what it says.</summary>
    Metadata,
    Content,
}

/// <summary>
/// Content x role, for the boards the person works for; no role reads another board's. What is not in it is not read.
/// The permission table says which doors a role may try, this one what it finds behind each of them.
/// </summary>
public static class ContentTable
{
    private static readonly Dictionary<Role, Dictionary<ContentClass, Grade>> Table = new()
    {
        [Role.QualityDeveloper] = Reads(
            PlanDraft, PlanPaper, PlanAnnex, Concern, ConcernReporter, ConcernCaseReference, ConcernDecision, Review,
            ReviewPaper, SurveySummary),
        [Role.UnitManager] = Reads(PlanDraft, PlanPaper, PlanAnnex, Concern, ConcernReporter, ConcernDecision, Review,
            ReviewPaper, SurveySummary),
        [Role.ProcessOwner] = Reads(PlanDraft, PlanPaper, PlanAnnex, Concern, ConcernDecision, Review, ReviewPaper,
            SurveySummary),
        [Role.MedicallyResponsible] = Reads(PlanPaper, Concern, ConcernReporter, ConcernCaseReference, ConcernDecision,
            Review, ReviewPaper, SurveySummary),
        // Papers of a meeting: no drafts, no concerns, no annex.
        [Role.BoardSecretary] = Reads(PlanPaper, ReviewPaper, SurveySummary),
        // Registers what is there without reading it.
        [Role.Registrar] = new(Reads(PlanPaper, ReviewPaper, SurveySummary))
        {
            [PlanDraft] = Grade.Metadata,
            [PlanAnnex] = Grade.Metadata,
            [ConcernDecision] = Grade.Metadata,
            [Review] = Grade.Metadata,
        },
    };

    public static Grade Find(Role role, ContentClass content) =>
        Table.TryGetValue(role, out var contents)
            && contents.TryGetValue(content, out var grade) ? grade : Grade.Nothing;

    private static Dictionary<ContentClass, Grade> Reads(params ContentClass[] contents) =>
        contents.ToDictionary(content => content, _ => Grade.Content);
}

/// <summary>The content table asked about one person: what every door asks before it shows anything.</summary>
public static class ContentAccess
{
    public static Grade Of(SignedInUser user, ContentClass content, BoardId board) => RoleNames.All
        .Where(role => user.HasRole(role, board))
        .Select(role => ContentTable.Find(role, content)).DefaultIfEmpty().Max();

    public static bool Reads(SignedInUser user, ContentClass content, BoardId board) =>
        Of(user, content, board) == Grade.Content;

    /// <summary>Whether the person may know that it exists.</summary>
    public static bool Sees(SignedInUser user, ContentClass content, BoardId board) =>
        Of(user, content, board) != Grade.Nothing;

    /// <summary>The boards whose content of that class the person reads, in a stable order.</summary>
    public static IReadOnlyList<BoardId> Boards(SignedInUser user, ContentClass content) =>
    [
        .. user.Boards.Union(user.StandsIn.Select(standing => standing.Board))
            .Where(board => Reads(user, content, board)).OrderBy(board => board.Value, StringComparer.Ordinal),
    ];
}
