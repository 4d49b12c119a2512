namespace Oversight.Surveys;

/// <summary>What a reply to a question is said no to. The codes are contracts with callers.</summary>
public static class ReplyRefusals
{
    /// <summary>The question is not among those asked.</summary>
    public const string NotAsked = "reply.not-asked";

    /// <summary>A reply of another kind than the question's.</summary>
    public const string OtherKind = "reply.other-kind";
    public const string NoSuchChoice = "reply.no-such-choice";

    /// <summary>The argument is the bound.</summary>
    public const string TooSmall = "reply.too-small";

    /// <summary>The argument is the bound.</summary>
    public const string TooLarge = "reply.too-large";

    /// <summary>The argument is how many there may be.</summary>
    public const string TooManyDecimals = "reply.too-many-decimals";

    /// <summary>A year that nobody means.</summary>
    public const string DayUnlikely = "reply.day-unlikely";

    /// <summary>The argument is how many there may be.</summary>
    public const string TooManyRows = "reply.too-many-rows";

    /// <summary>The arguments are the row and the column.</summary>
    public const string CellMissing = "reply.cell-missing";

    /// <summary>The arguments are the row and the column.</summary>
    public const string CellUnreadable = "reply.cell-unreadable";

    /// <summary>A required question without a reply, when it is handed in. The argument is the question.</summary>
    public const string Missing = "reply.missing";

    /// <summary>A question whose file is missing, when it is handed in. The argument is the question.</summary>
    public const string EvidenceMissing = "reply.evidence-missing";

    /// <summary>A colleague has replied otherwise since it was read.</summary>
    public const string ChangedByColleague = "reply.changed-by-colleague";
}
