using System.Globalization;

namespace Oversight.Planning;

/// <summary>
/// The life of an årsplan: drafted by the calendar or by hand, pointed out for the meeting, adopted by the process
/// owner.
/// </summary>
public static class PlanDecider
{
    public static PlanState Initial { get; } = new PlanState.NotMade();

    /// <summary>One stream per board and year; the same one is always found again.</summary>
    public static Id IdOf(BoardId board, int year) =>
        Id.Derive("plan", $"{board}/{year.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Plans are drafted from the first year that has rules to the year after this one.</summary>
    public static Refusal? CheckYear(int year, int firstYear, DateOnly today) =>
        year < firstYear || year > today.Year + 1
            ? new Refusal(PlanRefusals.YearOutOfRange, "year", Text(firstYear), Text(today.Year + 1))
            : null;

    public static Decision<PlanEvent> Decide(PlanState state, PlanCommand command, CommandContext context) =>
        command.Decide(state, context);

    public static PlanState Evolve(PlanState state, PlanEvent happened) => happened.Apply(state);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
