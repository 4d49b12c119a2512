using Oversight.Settings;

namespace Oversight.Surveys;

/// <summary>What decides which questions a unit is asked (R47).</summary>
/// <param name="Form">The form of its agreement, as <see cref="Applicability.Forms"/> names it.</param>
/// <param name="Owner">The stored name of the provider's ägarform.</param>
/// <param name="Acts">Those that its services are given under: <c>lss</c>, <c>sol</c>, <c>hsl</c>.</param>
/// <param name="Licensed">Whether its work needs a licence.</param>
public sealed record UnitProfile(
    BoardId Board, string Form, string Owner, CodeId Area, IReadOnlyList<CodeId> Services, IReadOnlyList<string> Acts,
    bool Licensed)
{
    public bool Fits(Applicability who) =>
        Among(who.Forms, Form) && Among(who.Owners, Owner) && Among(who.Boards, Board) && Among(who.Areas, Area)
        && (who.Acts.Count == 0 || who.Acts.Any(Acts.Contains))
        && (who.Services.Count == 0 || who.Services.Any(Services.Contains))
        && (who.Licensed is not { } licensed || licensed == Licensed);

    private static bool Among<T>(IReadOnlyList<T> named, T own) => named.Count == 0 || named.Contains(own);
}
