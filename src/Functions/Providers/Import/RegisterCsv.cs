using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using Oversight.Functions.Input;
using Oversight.Providers.Import;

namespace Oversight.Functions.Providers;

/// <summary>
/// The register's file as bytes: cut into cells, and written. Guesses encoding and separator as spreadsheets leave
/// them.
/// </summary>
public static partial class RegisterCsv
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static readonly CsvReaderOptions Reading = new()
    {
        HasHeader = false,
        SkipEmptyLines = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        TrackLineNumbers = true,
    };

    /// <summary>
    /// What Excel in Swedish opens as it is. A cell that holds another separator is quoted, so that none but ours is
    /// guessed.
    /// </summary>
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
        var (separator, above) = SeparatorLine(ref text);
        if (text.Contains('\0', StringComparison.Ordinal))
            return (null, new ImportProblem(0, null, new Refusal(ImportRefusals.NotText)));
        List<RegisterLine> lines = [];
        var skipped = above;
        try
        {
            using var reader = CsvReader.FromText(text, separator is { } said
                ? Reading with { Separator = said }
                : Reading);
            while (reader.Read())
            {
                // A line that only names the separator comes before the first record: a person counts it too.
                if (lines.Count == 0)
                    skipped = above + (int)reader.LineNumber - 1;
                lines.Add(new RegisterLine((int)reader.RowNumber + skipped,
                    [.. reader.Current.ToArray().Select(CellGuard.Unprotect)]));
            }
        }
        catch (CsvFormatException broken)
        {
            var row = lines.Count == 0 ? above + broken.LineNumber : broken.RecordNumber + skipped;
            return (null, new ImportProblem((int)row, null, new Refusal(ImportRefusals.NotReadable)));
        }

        var first = lines.FindIndex(line => !line.IsBlank);
        return first < 0
            ? (null, new ImportProblem(0, null, new Refusal(ImportRefusals.Empty)))
            : (new RegisterTable(lines[first].Cells, lines[(first + 1)..]), null);
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

    /// <summary>
    /// A first line that only names the separator, however a spreadsheet has padded and quoted it, is taken off the
    /// text.
    /// </summary>
    private static (char? Separator, int Lines) SeparatorLine(ref string text)
    {
        if (Named().Match(text) is not { Success: true } line)
            return (null, 0);
        text = text[line.Length..];
        return (line.Groups[2].Value[0], 1);
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Incoming.Text(bytes, LooksLikeUtf16(bytes) ?? StrictUtf8).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }

    /// <summary>UTF-16 that has lost its mark: every other byte of the headings is zero.</summary>
    private static Encoding? LooksLikeUtf16(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
        [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    [GeneratedRegex("""\A["' \t]*sep=(["'])?([;,|\t])["';,| \t]*(?:\r\n|\r|\n|\z)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
