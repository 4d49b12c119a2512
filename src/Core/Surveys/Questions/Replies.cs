namespace Oversight.Surveys;

/// <summary>What has been replied to the questions of a set, by their codes.</summary>
public sealed record Replies
{
    public static Replies None { get; } = new();

    public IReadOnlyDictionary<CodeId, ReplyValue> Values { get; init; } = new Dictionary<CodeId, ReplyValue>();

    /// <summary>Questions with at least one file.</summary>
    public IReadOnlyList<CodeId> Evidence { get; init; } = [];

    public ReplyValue? Of(CodeId question) => Values.GetValueOrDefault(question);

    /// <summary>The same with another reply to one question; null takes it away.</summary>
    public Replies With(CodeId question, ReplyValue? value)
    {
        var values = Values.Where(pair => pair.Key != question).ToDictionary();
        if (value is not null)
            values[question] = value;
        return this with { Values = values };
    }

    public bool Equals(Replies? other) =>
        other is not null && Values.Count == other.Values.Count
        && Values.All(pair => other.Of(pair.Key) is { } value && value == pair.Value)
        && Evidence.Order(ByCode).SequenceEqual(other.Evidence.Order(ByCode));

    public override int GetHashCode() => HashCode.Combine(Values.Count, Evidence.Count);

    private static readonly Comparer<CodeId> ByCode =
        Comparer<CodeId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value));
}
