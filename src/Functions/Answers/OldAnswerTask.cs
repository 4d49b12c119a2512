using Oversight.Answers;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Answers;

/// <summary>What was asked for when only reviews asked.</summary>
internal sealed record OldAnswerTask(
    AnswerKind Kind, Id ReviewId, int Number, DateOnly Until, Id UnitId, BoardId Board, IReadOnlyList<int> Findings)
{
    public static AnswerEvent Asked(string json)
    {
        var old = StoredJson.Read<OldAsked>(json);
        return new AnswerEvent.Asked(old.On, old.Task.Now);
    }

    public static AnswerEvent AskedInMatter(string json)
    {
        var old = StoredJson.Read<OldAsked>(json);
        return new AnswerEvent.AskedInMatter(
            old.On, old.Task.Now, old.Matter ?? throw new InvalidOperationException("No matter asks."));
    }

    private AnswerTask Now => new(Kind, ReviewId, Number, Until, UnitId, Board, Findings);

    private sealed record OldAsked(DateOnly On, OldAnswerTask Task, Id? Matter = null);
}
