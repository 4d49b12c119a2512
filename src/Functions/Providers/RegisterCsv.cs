using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Oversight.Providers.Import;

namespace Oversight.Functions.Providers;

/// <summary>The register's file as bytes: cut into cells, and written. Guesses encoding and separator as spreadsheets leave them.</summary>
public static class RegisterCsv
{
    private const string SeparatorLine = "sep=";
    private static readonly char[] Quoted = ['"', ';', ',', '\r', '\n'];

    /// <summary>The cells, or the one reason why there are none.</summary>
    public static (RegisterTable? Table, ImportProblem? Problem) Read(ReadOnlyMemory<byte> file)
    {
        var text = Decode(file.Span);
        if (text.Contains('\0', StringComparison.Ordinal))
            return (null, new ImportProblem(0, null, new Refusal(ImportRefusals.NotText)));
        var (body, separator, skipped) = Separate(text);
        if (string.IsNullOrWhiteSpace(body))
            return (null, new ImportProblem(0, null, new Refusal(ImportRefusals.Empty)));
        var broken = 0;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            IgnoreBlankLines = false,
            BadDataFound = found => broken = broken == 0 ? found.Context.Parser!.Row : broken,
        };
        using var parser = new CsvParser(new StringReader(body), configuration);
        List<RegisterLine> lines = [];
        while (parser.Read())
        {
            lines.Add(new RegisterLine(parser.Row + skipped, [.. parser.Record!.Select(CellGuard.Unprotect)]));
            if (broken > 0)
                return (null, new ImportProblem(broken + skipped, null, new Refusal(ImportRefusals.NotReadable)));
        }

        return IsQuoteOpen(body)
            ? (null, new ImportProblem(lines[^1].Number, null, new Refusal(ImportRefusals.NotReadable)))
            : (new RegisterTable(lines[0].Cells, lines[1..]), null);
    }

    /// <summary>UTF-8 with a mark, semicolons: what Excel in Swedish opens as it is.</summary>
    public static byte[] Write(RegisterTable table)
    {
        using var kept = new MemoryStream();
        using (var writer = new StreamWriter(kept, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = ";",
            NewLine = "\r\n",
            ShouldQuote = cell => cell.Field is { Length: > 0 } text && (text.IndexOfAny(Quoted) >= 0 || text[0] == ' ' || text[^1] == ' '),
        }))
        {
            foreach (var cells in table.Lines.Select(line => line.Cells).Prepend(table.Headers))
            {
                foreach (var cell in cells)
                    csv.WriteField(CellGuard.Protect(cell));
                csv.NextRecord();
            }
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

    /// <summary>The separator that the first line uses most, and whether a line that only names it was taken away.</summary>
    private static (string Body, char Separator, int Skipped) Separate(string text)
    {
        var end = text.IndexOfAny(['\r', '\n']);
        var first = end < 0 ? text : text[..end];
        if (first.StartsWith(SeparatorLine, StringComparison.OrdinalIgnoreCase) && first.Length == SeparatorLine.Length + 1)
            return (text[first.Length..].TrimStart('\r', '\n'), first[^1], 1);
        return (text, first.Count(c => c == ',') > first.Count(c => c == ';') ? ',' : ';', 0);
    }

    private static bool IsQuoteOpen(string body) => body.Count(c => c == '"') % 2 != 0;
}
