using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Oversight.Settings;

namespace Oversight.Surveys;

/// <summary>A reply to a question; one kind for each kind of question. A text is kept apart.</summary>
public abstract record ReplyValue
{
    private ReplyValue()
    {
    }

    public sealed record YesNo(bool IsYes) : ReplyValue;

    public sealed record Choice(CodeId Code) : ReplyValue;

    public sealed record Number(decimal Value) : ReplyValue;

    public sealed record Text(TextReference Kept) : ReplyValue;

    public sealed record Date(DateOnly Day) : ReplyValue;

    /// <param name="Sha256">The fingerprints of its files.</param>
    public sealed record File(IReadOnlyList<string> Sha256) : ReplyValue
    {
        public bool Equals(File? other) => other is not null && Sha256.SequenceEqual(other.Sha256);

        public override int GetHashCode() => Sha256.Count;
    }

    public sealed record Table(IReadOnlyList<TableRow> Rows) : ReplyValue
    {
        public bool Equals(Table? other) => other is not null && Rows.SequenceEqual(other.Rows);

        public override int GetHashCode() => Rows.Count;
    }
}

/// <summary>A row of a table: a cell for each column, null where nothing is written.</summary>
public sealed record TableRow(IReadOnlyList<ReplyValue?> Cells)
{
    public bool Equals(TableRow? other) => other is not null && Cells.SequenceEqual(other.Cells);

    public override int GetHashCode() => Cells.Count;
}

/// <summary>What follows from a reply; not stored.</summary>
public static class ReplyConclusions
{
    extension(ReplyValue value)
    {
        public ReplyKind Kind => value switch
        {
            ReplyValue.YesNo => ReplyKind.YesNo,
            ReplyValue.Choice => ReplyKind.Choice,
            ReplyValue.Number => ReplyKind.Number,
            ReplyValue.Text => ReplyKind.Text,
            ReplyValue.Date => ReplyKind.Date,
            ReplyValue.File => ReplyKind.File,
            ReplyValue.Table => ReplyKind.Table,
            _ => throw new ArgumentOutOfRangeException(nameof(value)),
        };

        /// <summary>The texts in it, in order.</summary>
        public IEnumerable<TextReference> Texts => value switch
        {
            ReplyValue.Text text => [text.Kept],
            ReplyValue.Table table => table.Rows.SelectMany(row => row.Cells).OfType<ReplyValue.Text>()
                .Select(text => text.Kept),
            _ => [],
        };
    }

    /// <summary>
    /// Tells two replies to a question apart without holding any words: equal for equal replies, "" for none.
    /// </summary>
    public static string Mark(ReplyValue? value) => value switch
    {
        null => "",
        ReplyValue.YesNo { IsYes: var isYes } => isYes ? ReplyTest.Yes : ReplyTest.No,
        ReplyValue.Choice choice => choice.Code.Value,
        ReplyValue.Number number => number.Value.ToString("0.####", CultureInfo.InvariantCulture),
        ReplyValue.Text text => text.Kept.Hash,
        ReplyValue.Date date => $"{date.Day:yyyy-MM-dd}",
        ReplyValue.File file => Short(string.Join(',', file.Sha256.Order(StringComparer.Ordinal))),
        ReplyValue.Table table => Short(string.Join('\n', table.Rows.Select(row =>
            string.Join('\t', row.Cells.Select(Mark))))),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    /// <summary>Whether a reply is among those that a test tells; none is not.</summary>
    public static bool Holds(this ReplyTest test, ReplyValue? value) => value switch
    {
        ReplyValue.YesNo or ReplyValue.Choice => test.Is.Contains(Mark(value)),
        ReplyValue.Number { Value: var number } => number < test.Below || number > test.Above,
        _ => false,
    };

    private static string Short(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
