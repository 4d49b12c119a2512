namespace Oversight.Documents;

/// <summary>What the versions of documents tell.</summary>
public static class DocumentContents
{
    /// <summary>The class of what was stored before classes were; any other type is read by nobody.</summary>
    public static ContentClass Before(CodeId type, bool isDraft) => type.Value switch
    {
        "arsplan" => isDraft ? ContentClass.PlanDraft : ContentClass.PlanPaper,
        "arsplan-bilaga" => ContentClass.PlanAnnex,
        _ => ContentClass.Unknown,
    };

    /// <summary>
    /// Whether it tells of a review or a concern, in which somebody may be in a conflict of interest.
    /// </summary>
    public static bool IsOfMatter(ContentClass content) =>
        content == ContentClass.ConcernDecision || content == ContentClass.Review
            || content == ContentClass.ReviewPaper;
}
