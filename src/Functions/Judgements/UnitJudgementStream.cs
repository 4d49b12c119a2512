using Oversight.Functions.Risk;
using Oversight.Functions.Storage;
using Oversight.Judgements;

namespace Oversight.Functions.Judgements;

/// <summary>
/// The stream of what people make of a unit's risk: its judged classes as the risk analysis reads them, and its varning
/// as <em>Att göra</em> does.
/// </summary>
public static class UnitJudgementStream
{
    public static StreamKind<UnitJudgementState, UnitJudgementCommand, UnitJudgementEvent> Kind { get; } = new()
    {
        Name = "unit-judgement",
        Initial = UnitJudgementState.Initial,
        Decide = UnitJudgementDecider.Decide,
        Evolve = UnitJudgementDecider.Evolve,
        Events = new EventTypes<UnitJudgementEvent>()
            .Add<UnitJudgementEvent.WarningRaised>("unit-judgement.warning-raised.v1")
            .Add<UnitJudgementEvent.WarningAnswered>("unit-judgement.warning-answered.v1")
            .Add<UnitJudgementEvent.ClassJudged>("unit-judgement.class-judged.v1")
            .Add<UnitJudgementEvent.ClassEnded>("unit-judgement.class-ended.v1"),
        ProjectionVersion = 1,
        Rows = [typeof(Oversight.Risk.ClassJudgement), typeof(WarningRow)],
        Project = Project,
        Effects = [],
    };

    public static string WarningsOf(BoardId board) => $"risk-warnings|{board}";

    private static IEnumerable<ViewRow> Project(StreamHead head, UnitJudgementState state)
    {
        if (state.Unit is not { } unit)
            yield break;
        for (var number = 0; number < state.Classes.Count; number++)
            yield return new ViewRow(
                ClassJudgementLists.Of(unit.Board), $"{unit.UnitId}|{number:D4}", state.Classes[number]);
        if (state.Warnings is [.., var newest])
            yield return new ViewRow(WarningsOf(unit.Board), unit.UnitId.Value, new WarningRow
            {
                Unit = unit,
                Month = newest.Warning.Month,
                RaisedOn = newest.RaisedOn,
                Answer = newest.Answer,
            });
    }
}

/// <summary>The newest varning of a unit.</summary>
public sealed record WarningRow
{
    public required JudgedUnit Unit { get; init; }

    /// <summary>The first day of the month at whose end the signal came.</summary>
    public required DateOnly Month { get; init; }

    public required DateOnly RaisedOn { get; init; }

    /// <summary>Null while it waits.</summary>
    public required WarningAnswer? Answer { get; init; }
}
