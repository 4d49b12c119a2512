namespace Oversight.Documents;

/// <summary>A part of a document's body. Closed: a renderer that knows every case can render every document.</summary>
public abstract record Block
{
    private Block()
    {
    }

    /// <summary>A heading of level 1, 2 or 3 below the title. Levels must not be skipped on the way down.</summary>
    public sealed record Heading(int Level, string Text) : Block
    {
        public int Level { get; } = Level is >= 1 and <= 3
            ? Level
            : throw new ArgumentOutOfRangeException(nameof(Level), Level, "A heading has level 1, 2 or 3.");
    }

    /// <summary>Running text; a line break in it is kept.</summary>
    public sealed record Paragraph(string Text) : Block;

    public sealed record Bullets(params IReadOnlyList<string> Items) : Block
    {
        public bool Equals(Bullets? other) => other is not null && Items.SequenceEqual(other.Items);

        public override int GetHashCode() => Items.Count;
    }

    /// <summary>förslag till beslut: numbered from 1 in each list.</summary>
    public sealed record DecisionPoints(params IReadOnlyList<string> Items) : Block
    {
        public bool Equals(DecisionPoints? other) => other is not null && Items.SequenceEqual(other.Items);

        public override int GetHashCode() => Items.Count;
    }

    /// <summary>
    /// A table with one header row, repeated on every page. Each row has as many cells as there are columns; the first
    /// cell names the row.
    /// </summary>
    public sealed record Table(string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
        : Block
    {
        public IReadOnlyList<IReadOnlyList<string>> Rows { get; } =
            Columns.Count > 0 && Rows.All(row => row.Count == Columns.Count)
                ? Rows
                : throw new ArgumentException($"Every row of '{Caption}' needs {Columns.Count} cells.", nameof(Rows));

        public bool Equals(Table? other) =>
            other is not null && Caption == other.Caption && Columns.SequenceEqual(other.Columns)
            && Rows.Count == other.Rows.Count
            && Rows.Zip(other.Rows).All(pair => pair.First.SequenceEqual(pair.Second));

        public override int GetHashCode() => HashCode.Combine(Caption, Columns.Count, Rows.Count);
    }

    /// <summary>
    /// Horizontal bars. The values always stand beside the bars, so nobody has to see them to read them.
    /// </summary>
    /// <param name="LabelHeading">What the bars are: "Kvalitetsområde".</param>
    /// <param name="ValueHeading">What the values are, with unit: "Antal synpunkter".</param>
    public sealed record BarChart(string Caption, string LabelHeading, string ValueHeading, IReadOnlyList<Bar> Bars)
        : Block
    {
        public IReadOnlyList<Bar> Bars { get; } = Bars.All(bar => bar.Value >= 0)
            ? Bars
            : throw new ArgumentException($"The bars of '{Caption}' cannot be negative.", nameof(Bars));

        public decimal Largest => Bars.Select(bar => bar.Value).DefaultIfEmpty().Max();

        public bool Equals(BarChart? other) =>
            other is not null && Caption == other.Caption && LabelHeading == other.LabelHeading
            && ValueHeading == other.ValueHeading && Bars.SequenceEqual(other.Bars);

        public override int GetHashCode() => HashCode.Combine(Caption, Bars.Count);
    }

    /// <summary>
    /// A grid whose cells are shaded, such as a risk matrix. The text of a cell says what the shade says: colour is
    /// never the only bearer.
    /// </summary>
    /// <param name="RowAxis">What the rows are: "Allvarlighetsgrad".</param>
    /// <param name="ColumnAxis">What the columns are: "Sannolikhet".</param>
    /// <param name="RowLabels">From the top down.</param>
    /// <param name="Cells">One list per row, one cell per column.</param>
    public sealed record Matrix(
        string Caption, string RowAxis, string ColumnAxis, IReadOnlyList<string> RowLabels,
        IReadOnlyList<string> ColumnLabels, IReadOnlyList<IReadOnlyList<MatrixCell>> Cells) : Block
    {
        public IReadOnlyList<IReadOnlyList<MatrixCell>> Cells { get; } =
            Cells.Count == RowLabels.Count && ColumnLabels.Count > 0
                && Cells.All(row => row.Count == ColumnLabels.Count)
                ? Cells
                : throw new ArgumentException($"'{Caption}' needs a cell for each of its rows and columns.",
                    nameof(Cells));

        public bool Equals(Matrix? other) =>
            other is not null && Caption == other.Caption && RowAxis == other.RowAxis && ColumnAxis == other.ColumnAxis
            && RowLabels.SequenceEqual(other.RowLabels) && ColumnLabels.SequenceEqual(other.ColumnLabels)
            && Cells.Zip(other.Cells).All(pair => pair.First.SequenceEqual(pair.Second));

        public override int GetHashCode() => HashCode.Combine(Caption, RowLabels.Count, ColumnLabels.Count);
    }
}

/// <summary>A column of a table: its heading and how its cells stand.</summary>
public sealed record Column(string Heading, ColumnAlignment Alignment = ColumnAlignment.Start);

/// <summary>Numbers stand at the end, so that their digits line up.</summary>
public enum ColumnAlignment
{
    [StoredName("start")]
    Start,
    [StoredName("center")]
    Center,
    [StoredName("end")]
    End,
}

/// <param name="Value">Not negative.</param>
/// <param name="ValueText">The value as read; null writes the number in Swedish.</param>
public sealed record Bar(string Label, decimal Value, string? ValueText = null);

public sealed record MatrixCell(string Text, Shade Shade);

/// <summary>How strongly a cell stands out, from not at all to most.</summary>
public enum Shade
{
    [StoredName("none")]
    None,
    [StoredName("low")]
    Low,
    [StoredName("moderate")]
    Moderate,
    [StoredName("high")]
    High,
    [StoredName("highest")]
    Highest,
}
