using Oversight.Texts;

namespace Oversight.Concerns;

/// <summary>The checks that several commands share. Each gives every fault it finds, named by field.</summary>
internal static class ConcernChecks
{
    /// <summary>Text that must be there.</summary>
    public static IEnumerable<Refusal> Required(
        WrittenText? text, string field, int limit, string missing = ConcernRefusals.TextRequired) =>
        text is null || text.IsEmpty ? [new Refusal(missing, field)] : Optional(text, field, limit);

    /// <summary>Text that may be left out: its length, its characters, and the question about personnummer.</summary>
    public static IEnumerable<Refusal> Optional(WrittenText? text, string field, int limit)
    {
        if (text is null)
            yield break;
        if (text.Text.Length > limit)
            yield return new Refusal(ConcernRefusals.TextTooLong, field, $"{text.Text.Length}", $"{limit}");
        if (TextChecks.HasUnreadable(text.Text))
            yield return new Refusal(ConcernRefusals.TextUnreadable, field);
        if (!text.NumbersAreOthers && text.Text.Length <= limit
            && PersonalNumberSuspicion.Find(text.Text) is { Count: > 0 } found)
            yield return new Refusal(TextRefusals.PersonalNumberSuspected, field, $"{found.Count}");
    }

    public static IEnumerable<Refusal> Reason(WrittenText reason, ConcernRules rules) =>
        Required(reason, "reason", rules.Limits.Reason, ConcernRefusals.ReasonRequired);

    public static IEnumerable<Refusal> Code(
        CodeId? code, Settings.CodeList list, string field, string missing, DateOnly day)
    {
        if (code is not { } chosen || chosen.Value.Length == 0)
            yield return new Refusal(missing, field);
        else if (!list.Has(chosen, day))
            yield return new Refusal(ConcernRefusals.UnknownCode, field);
    }

    public static IEnumerable<Refusal> Occurred(Occurrence? occurred, ConcernRules rules, DateOnly today)
    {
        if (occurred is null || (occurred.Precision != OccurrencePrecision.Unclear && occurred.First is null))
            yield return new Refusal(ConcernRefusals.OccurredRequired, "occurred");
        else if (occurred.First > today)
            yield return new Refusal(ConcernRefusals.DateInFuture, "occurred");
        else if (occurred.First < today.AddYears(-rules.Limits.Years))
            yield return new Refusal(ConcernRefusals.DateTooOld, "occurred");
    }

    public static IEnumerable<Refusal> Place(ConcernPlace place, ConcernRules rules) => place switch
    {
        ConcernPlace.AtUnit => [],
        ConcernPlace.Unknown unknown =>
        [
            .. Required(unknown.Description, "unknownProvider", rules.Limits.Line),
            .. unknown.Board.Value.Length == 0
                ? [new Refusal(ConcernRefusals.BoardRequired, "board")]
                : KnownBoard(unknown.Board, rules),
        ],
        ConcernPlace.NoSuchUnit => [new Refusal(ConcernRefusals.UnknownUnit, "unitId")],
        _ => [new Refusal(ConcernRefusals.UnitRequired, "unitId")],
    };

    private static IEnumerable<Refusal> KnownBoard(BoardId board, ConcernRules rules) =>
        rules.Boards.Contains(board) ? [] : [new Refusal(ConcernRefusals.UnknownBoard, "board")];
}
