using Oversight.Risk;
using Oversight.Settings;

namespace Oversight.Planning;

/// <summary>What the reader of a plan must know beside it.</summary>
internal static class PlanRemarks
{
    public static IEnumerable<PlanNote> Of(
        PlanInput input, IReadOnlyList<UnitRisk> ranked, IReadOnlyList<UnitNotChosen> notChosen, PlanChooser chooser,
        Meeting? meeting)
    {
        var highestClass = input.Model.Classes[^1].Id;
        var leftOut = notChosen.Count(unit => unit.Unit.ClassId == highestClass
            && unit.Reason is NotChosenReasons.NoCapacity or NotChosenReasons.Outweighed);
        var unknown = ranked.Count(risk => risk.Uncertainties.Contains(Uncertainty.CustomersUnknown));
        var unassessed = ranked.Sum(risk => risk.Unassessed);
        if (ranked.Count == 0)
            yield return new PlanNote(PlanNotes.NoUnits);
        if (input.Choice.Days == 0)
            yield return new PlanNote(PlanNotes.NoCapacity);
        if (leftOut > 0)
            yield return new PlanNote(PlanNotes.HighestClassLeftOut, PlanMaker.Text(leftOut));
        if (chooser.DaysLeft < 0)
            yield return new PlanNote(PlanNotes.OverCapacity, PlanMaker.Text(-chooser.DaysLeft));
        if (chooser.MinimumsNotMet > 0)
            yield return new PlanNote(
                PlanNotes.MinimumNotMet, PlanMaker.Text(chooser.MinimumsNotMet),
                PlanMaker.Text(input.Choice.LongestYears));
        if (unknown > 0)
            yield return new PlanNote(PlanNotes.CustomersUnknown, PlanMaker.Text(unknown));
        if (unassessed > 0)
            yield return new PlanNote(PlanNotes.ConcernsUnassessed, PlanMaker.Text(unassessed));
        if (meeting is null)
            yield return new PlanNote(PlanNotes.NoMeeting, PlanMaker.Text(input.Rules.PresentedInMonth));
    }
}
