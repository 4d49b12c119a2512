using Oversight.Attachments;
using Oversight.Settings;

namespace Oversight.Reviews;

/// <summary>
/// Something that a review builds on besides what it has seen itself (underlag, R35, R36): a quality register, a
/// patient-safety report, what the follow-up of individuals shows.
/// </summary>
/// <param name="Number">From 1 within the review, never used again.</param>
/// <param name="Kind">A code of <see cref="CodeLists.ReviewSourceKinds"/>.</param>
/// <param name="What">What it is, on one line.</param>
/// <param name="Origin">Where it comes from: a register, an authority, the provider.</param>
/// <param name="From">The day that it is from, not the day it was attached.</param>
/// <param name="Note">What the reviewers make of it; stands in no document.</param>
public sealed record ReviewSource(
    int Number, CodeId Kind, TextReference What, TextReference Origin, DateOnly From, TextReference? Note,
    SourceFile? File)
{
    /// <summary>It is no longer a source of the review.</summary>
    public DateOnly? WithdrawnOn { get; init; }
}

/// <summary>The file of a source. Its name may tell of somebody and is kept among the private texts.</summary>
public sealed record SourceFile(Attachment File, TextReference Name);

/// <summary>What may be attached to a review.</summary>
/// <param name="Kinds"><see cref="CodeLists.ReviewSourceKinds"/>.</param>
/// <param name="FileBytes">Largest file.</param>
/// <param name="Reason">Longest note or reason, in characters.</param>
/// <param name="Line">Longest line, in characters.</param>
public sealed record SourceRules(CodeList Kinds, long FileBytes, int Reason, int Line)
{
    /// <summary>A source has at most one file: two are two sources.</summary>
    public const int MostFiles = 1;

    public static SourceRules Of(MunicipalitySettings settings) => new(
        settings.Codes(CodeLists.ReviewSourceKinds), settings.Limits.AttachmentBytes, settings.Limits.Reason,
        settings.Limits.ShortText);
}
