namespace Oversight.Settings;

/// <summary>How a question is answered.</summary>
public enum ReplyKind
{
    [StoredName("yesNo")]
    YesNo,

    /// <summary>One of the question's choices.</summary>
    [StoredName("choice")]
    Choice,

    /// <summary>A number with the question's unit, within its bounds.</summary>
    [StoredName("number")]
    Number,

    /// <summary>Free text, which is kept apart.</summary>
    [StoredName("text")]
    Text,

    [StoredName("date")]
    Date,

    /// <summary>Nothing but files.</summary>
    [StoredName("file")]
    File,

    /// <summary>Rows of the question's columns.</summary>
    [StoredName("table")]
    Table,
}

/// <summary>A question of a set.</summary>
/// <param name="Code">The same in every version that asks it, so that replies of two years can stand beside.</param>
public sealed record Question(CodeId Code, ReplyKind Kind, string Text)
{
    /// <summary>A table holds at most so many rows.</summary>
    public const int MostRows = 50;

    public string? Help { get; init; }

    /// <summary>The law or the terms behind it: "SOSFS 2011:9".</summary>
    public string? Source { get; init; }

    /// <summary>The clause within them: "5 kap. 1 §".</summary>
    public string? Clause { get; init; }

    public bool IsRequired { get; init; } = true;

    /// <summary>
    /// A file shows that what was replied is true. Of a question with yes and no: when the reply is yes.
    /// </summary>
    public bool NeedsEvidence { get; init; }

    public IReadOnlyList<QuestionChoice> Choices { get; init; } = [];

    /// <summary>Of a number: "personer".</summary>
    public string? Unit { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    /// <summary>Of a number: how many decimals it may have.</summary>
    public int Decimals { get; init; }

    public IReadOnlyList<TableColumn> Columns { get; init; } = [];

    /// <summary>Of a table; never more than <see cref="MostRows"/>.</summary>
    public int Rows { get; init; } = MostRows;

    /// <summary>It is asked only when an earlier question is replied to so; null: always.</summary>
    public QuestionCondition? When { get; init; }

    /// <summary>Which replies break the terms; null: none does.</summary>
    public BreakRule? Breaks { get; init; }

    /// <summary>Whom it is for.</summary>
    public Applicability For { get; init; } = new();

    /// <summary>What of the register the reply is held against; null: nothing.</summary>
    public Comparison? Compares { get; init; }
}

/// <summary>One of the replies that a question allows.</summary>
public sealed record QuestionChoice(CodeId Code, string Text);

/// <summary>A column of a table.</summary>
/// <param name="Kind">Text, number or date.</param>
public sealed record TableColumn(CodeId Code, string Text, ReplyKind Kind)
{
    public string? Unit { get; init; }

    public bool IsRequired { get; init; } = true;
}

/// <summary>Asked only when the reply to an earlier question is among those told.</summary>
public sealed record QuestionCondition(CodeId Question, ReplyTest Reply);

/// <summary>Replies that break the terms, what they break, and which category a finding of it has.</summary>
/// <param name="Term">What the provider has not done, in a sentence.</param>
/// <param name="Category">A code of <see cref="CodeLists.ConcernCategories"/>; null: none fits.</param>
public sealed record BreakRule(ReplyTest Reply, string Term, CodeId? Category = null);

/// <summary>Tells some replies from the others: by what was chosen, or by how large a number is.</summary>
public sealed record ReplyTest
{
    /// <summary>What is replied to a question with yes and no, as a test names it.</summary>
    public const string Yes = "ja";

    public const string No = "nej";

    /// <summary><see cref="Yes"/>, <see cref="No"/> or codes of choices.</summary>
    public IReadOnlyList<string> Is { get; init; } = [];

    /// <summary>A number less than this.</summary>
    public decimal? Below { get; init; }

    /// <summary>A number greater than this.</summary>
    public decimal? Above { get; init; }
}

/// <summary>Whom a question is for. What is empty leaves nobody out; all that is told must hold.</summary>
public sealed record Applicability
{
    /// <summary>Forms of agreement, as <see cref="Requirement.Forms"/> names them.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];

    /// <summary>The acts of the unit's services: <c>lss</c>, <c>sol</c>, <c>hsl</c>.</summary>
    public IReadOnlyList<string> Acts { get; init; } = [];

    /// <summary>avtalsområden.</summary>
    public IReadOnlyList<CodeId> Areas { get; init; } = [];

    /// <summary>What kind of unit it is: the services that it gives.</summary>
    public IReadOnlyList<CodeId> Services { get; init; } = [];

    public IReadOnlyList<BoardId> Boards { get; init; } = [];

    /// <summary>ägarformer, by their stored names: <c>municipal</c>, <c>private</c> ...</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];

    /// <summary>Only units whose work needs a licence (tillstånd), or only the others; null: both.</summary>
    public bool? Licensed { get; init; }
}
