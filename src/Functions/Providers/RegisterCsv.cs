using System.Text;
using CsvHelper;
using Oversight.Providers.Import;

namespace Oversight.Functions.Providers;

/// <summary>The register's file as bytes: cut into cells, and written. Guesses encoding and separator as spreadsheets leave them.</summary>
public static class RegisterCsv
{
    private static readonly CsvReaderOptions Reading = new()
    {
        HasHeader = false,
        SkipEmptyLines = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        TrackLineNumbers = true,
    };

    /// <summary>What Excel in Swedish opens as it is. A cell that holds another separator is quoted, so that none but ours is guessed.</summary>
    private static readonly CsvWriterOptions Writing = new()
    {
        Separator = ';',
        WriteByteOrderMark = true,
        Quoting = CsvQuoting.WhenNeededOrWhitespace,
        ShouldQuote = (text, _, _, _) => text.IndexOfAny(",\t|") >= 0,
    };

    /// <summary>The cells, or the one reason why there are none.</summary>
    public static (RegisterTable? Table, ImportProblem? Problem) Read(ReadOnlyMemory<byte> file)
    {
        var text = Decode(file.Span);
        if (text.Contains('\0', StringComparison.Ordinal))
            return (null, new ImportProblem(0, null, new Refusal(ImportRefusals.NotText)));
        List<RegisterLine> lines = [];
        var skipped = 0;
        try
        {
            using var reader = CsvReader.FromText(text, Reading);
            while (reader.Read())
            {
                // A line that only names the separator comes before the first record: a person counts it too.
                if (lines.Count == 0)
                    skipped = (int)reader.LineNumber - 1;
                lines.Add(new RegisterLine((int)reader.RowNumber + skipped, [.. reader.Current.ToArray().Select(CellGuard.Unprotect)]));
            }
        }
        catch (CsvFormatException broken)
        {
            var row = lines.Count == 0 ? broken.LineNumber : broken.RecordNumber + skipped;
            return (null, new ImportProblem((int)row, null, new Refusal(ImportRefusals.NotReadable)));
        }

        return lines.TrueForAll(line => line.IsBlank)
            ? (null, new ImportProblem(0, null, new Refusal(ImportRefusals.Empty)))
            : (new RegisterTable(lines[0].Cells, lines[1..]), null);
    }

    public static byte[] Write(RegisterTable table)
    {
        using var kept = new MemoryStream();
        using (var csv = CsvWriter.Create(kept, Writing))
        {
            foreach (var cells in table.Lines.Select(line => line.Cells).Prepend(table.Headers))
                csv.WriteRecord([.. cells.Select(CellGuard.Protect)]);
        }

        return kept.ToArray();
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        else if (bytes.StartsWith(Encoding.Unicode.Preamble))
            return Encoding.Unicode.GetString(bytes[Encoding.Unicode.Preamble.Length..]);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }
}
