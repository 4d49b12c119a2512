using System.Globalization;

namespace Oversight.Planning;

/// <summary>What several operations on a plan ask.</summary>
internal static class PlanChecks
{
    public static IEnumerable<Refusal> ProcessOwner(Actor actor)
    {
        if (actor.Role != Role.ProcessOwner)
            yield return new Refusal(PlanRefusals.OnlyProcessOwner);
    }

    /// <summary>A version that the board has is not followed by another unless somebody means it.</summary>
    public static IEnumerable<Refusal> BoardHas(Plan plan, bool anyway)
    {
        if (plan is { Presented: { } presented, HasNewerDraft: false } && !anyway)
            yield return new Refusal(PlanRefusals.BoardHasVersion, "anyway", PlanMaker.Text(presented.Version));
    }

    public static IEnumerable<Refusal> Reason(WrittenText reason, int longest)
    {
        if (reason.IsEmpty)
            yield return new Refusal(PlanRefusals.ReasonMissing, "reason");
        else if (reason.Text.Length > longest)
            yield return new Refusal(
                PlanRefusals.ReasonTooLong, "reason", longest.ToString(CultureInfo.InvariantCulture));
    }
}
