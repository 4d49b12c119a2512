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

    public static IEnumerable<Refusal> Reason(WrittenText reason, int longest)
    {
        if (reason.IsEmpty)
            yield return new Refusal(PlanRefusals.ReasonMissing, "reason");
        else if (reason.Text.Length > longest)
            yield return new Refusal(
                PlanRefusals.ReasonTooLong, "reason", longest.ToString(CultureInfo.InvariantCulture));
    }
}
