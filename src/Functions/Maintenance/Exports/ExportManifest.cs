namespace Oversight.Functions.Maintenance.Exports;

/// <summary>
/// What a whole export consists of: written last, once. An export without it is half, and nothing reads it. Stored.
/// </summary>
/// <param name="Format">Raised when the lines of the parts change.</param>
/// <param name="Day">Which day's, by the domain clock.</param>
/// <param name="StartedAt">Real time: what was written after this may be in it or not.</param>
internal sealed record ExportManifest(
    string Id, int Format, DateOnly Day, DateTimeOffset StartedAt, DateTimeOffset FinishedAt,
    IReadOnlyList<ExportPart> Parts)
{
    internal const int CurrentFormat = 1;

    internal int RowsOf(string table) => Parts.Where(part => part.Table == table).Sum(part => part.Rows);
}

/// <param name="Name">The blob, below the export's id.</param>
/// <param name="Rows">Lines in it.</param>
/// <param name="Bytes">Length as it is kept.</param>
/// <param name="Sha256">Of the bytes as they are kept.</param>
internal sealed record ExportPart(string Name, string Table, int Rows, long Bytes, string Sha256);

/// <summary>How far an export has come: its checkpoint, while it is half. Stored.</summary>
/// <param name="Table">Which of the tables is next.</param>
/// <param name="LastPartition">With <paramref name="LastKey"/>, the last row that is in a part.</param>
internal sealed record ExportProgress(
    string Id, DateOnly Day, DateTimeOffset StartedAt, int Table, string? LastPartition, string? LastKey,
    IReadOnlyList<ExportPart> Parts);
