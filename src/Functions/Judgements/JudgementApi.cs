using Oversight.Functions.Web;
using Oversight.Judgements;
using Oversight.Risk;

namespace Oversight.Functions.Judgements;

/// <summary>A unit's newest varning as the API lists it.</summary>
public sealed record WarningAnswerRow(
    Id UnitId, BoardId Board, string Unit, DateOnly Month, DateOnly RaisedOn, WarningAnswer? Answer)
{
    public static WarningAnswerRow Of(WarningRow row) =>
        new(row.Unit.UnitId, row.Unit.Board, row.Unit.Name, row.Month, row.RaisedOn, row.Answer);
}

/// <summary>
/// What people have made of a unit's risk, as the API gives it. Texts that are gallrade are said to be.
/// </summary>
public sealed record JudgementAnswer
{
    public required Id UnitId { get; init; }

    public required int Version { get; init; }

    public required CodeId ComputedClass { get; init; }

    public required CodeId? JudgedClass { get; init; }

    public required DateOnly? JudgedUntil { get; init; }

    public required string? JudgedReason { get; init; }

    public required IReadOnlyList<RaisedWarningAnswer> Warnings { get; init; }

    public static JudgementAnswer Of(OpenJudgement open) => new()
    {
        UnitId = open.UnitId,
        Version = open.Head.Version,
        ComputedClass = open.Computed.Id,
        JudgedClass = open.InForceNow?.Class,
        JudgedUntil = open.InForceNow?.Until,
        JudgedReason = open.InForceNow is { } judged ? open.Texts.Show(judged.Reason) : null,
        Warnings =
        [
            .. open.State.Warnings.Select(raised => new RaisedWarningAnswer(
                raised.Warning.Month, raised.Warning.Since, raised.Warning.Concerns, raised.Warning.Expected,
                raised.RaisedOn, raised.Answer, raised.Reason is { } reason ? open.Texts.Show(reason) : null)),
        ],
    };
}

public sealed record RaisedWarningAnswer(
    DateOnly Month, DateOnly Since, decimal Concerns, decimal Expected, DateOnly RaisedOn, WarningAnswer? Answer,
    string? Reason);

internal sealed class JudgementApiDescription : IApiDescription
{
    public IEnumerable<ApiOperation> Operations =>
    [
        new("Judgements_ApiWarnings",
            "Enheternas senaste tidiga varning i de egna nämnderna, de som väntar på bedömning först.",
            Response: typeof(ListPage<WarningAnswerRow>)),
        new("Judgements_ApiRead", "Det som människor har bedömt om en enhets risk.",
            Response: typeof(JudgementAnswer)),
    ];

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["WarningAnswerRow.unitId"] = "Enhetens id.",
        ["WarningAnswerRow.board"] = "Nämnden.",
        ["WarningAnswerRow.unit"] = "Enhetens namn.",
        ["WarningAnswerRow.month"] = "Första dagen i månaden som varningen gäller.",
        ["WarningAnswerRow.raisedOn"] = "Dagen då varningen kom.",
        ["WarningAnswerRow.answer"] = "Vad varningen ledde till; saknas medan den väntar på bedömning.",
        ["JudgementAnswer.unitId"] = "Enhetens id.",
        ["JudgementAnswer.version"] = "Bedömningens version, för If-Match; 0 innan något är bedömt.",
        ["JudgementAnswer.computedClass"] = "Klassen som riskanalysen ger i dag.",
        ["JudgementAnswer.judgedClass"] = "Klassen som en person har bedömt, medan den gäller.",
        ["JudgementAnswer.judgedUntil"] = "Sista dagen som den bedömda klassen gäller.",
        ["JudgementAnswer.judgedReason"] = "Motiveringen till den bedömda klassen.",
        ["JudgementAnswer.warnings"] = "Enhetens tidiga varningar, äldst först.",
        ["RaisedWarningAnswer.month"] = "Första dagen i månaden som varningen gäller.",
        ["RaisedWarningAnswer.since"] = "Första dagen i månaden då ökningen började.",
        ["RaisedWarningAnswer.concerns"] = "Synpunkter sedan dess, med en enda rösts vikt begränsad.",
        ["RaisedWarningAnswer.expected"] = "Vad som hade varit vanligt under tiden.",
        ["RaisedWarningAnswer.raisedOn"] = "Dagen då varningen kom.",
        ["RaisedWarningAnswer.answer"] = "Vad varningen ledde till; saknas medan den väntar på bedömning.",
        ["RaisedWarningAnswer.reason"] = "Motiveringen till bedömningen.",
    };
}
