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
    public static ConcernRules From(MunicipalitySettings settings, ConcernLimits? limits = null) => new(
        [.. settings.Boards.Select(board => board.Id)],
        settings.Codes(CodeLists.Services),
        settings.Codes(CodeLists.ConcernConsequences),
        settings.Codes(CodeLists.ConcernKinds),
        settings.Codes(CodeLists.ConcernCategories),
        settings.Codes(CodeLists.QualityAreas),
        limits ?? new ConcernLimits());
}

/// <summary>How much a concern may hold. Lengths in characters (UTF-16), sizes in bytes.</summary>
/// <param name="Years">How far back an event may lie before the date is taken for a slip of the pen.</param>
public sealed record ConcernLimits(
    int Text = 10_000, int Reason = 4_000, int CaseReference = 50, int Line = 300,
    int Attachments = 10, long AttachmentBytes = 25 * 1024 * 1024, int Years = 30);
