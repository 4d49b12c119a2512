using System.Globalization;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Internal;

/// <summary>The parts of a transaction's answer; a failed transaction has one part, which says why.</summary>
internal static class TransactionAnswer
{
    internal static IReadOnlyList<Response> Read(Response answer, int expected)
    {
        var parts = Parse(Encoding.UTF8.GetString(answer.Content.ToMemory().Span)).ToList();
        foreach (var part in parts)
        {
            if (part.Status < 400)
                continue;
            var error = TableErrorParser.Parse(part.Body);
            throw TableLimits.Failed(error?.Code ?? "", error?.Message ?? part.ReasonPhrase, part.Status);
        }

        return parts.Count == expected
            ? parts
            : throw TableLimits.Failed("InternalError", $"{expected} actions were sent, {parts.Count} answers came.", 500);
    }

    private static IEnumerable<PartResponse> Parse(string text)
    {
        using var lines = new StringReader(text);
        while (lines.ReadLine() is { } line)
        {
            if (!line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
                continue;
            var status = int.Parse(line.AsSpan(9, 3), CultureInfo.InvariantCulture);
            var headers = new List<HttpHeader>();
            while (lines.ReadLine() is { Length: > 0 } header)
            {
                var colon = header.IndexOf(':', StringComparison.Ordinal);
                if (colon > 0)
                    headers.Add(new HttpHeader(header[..colon], header[(colon + 1)..].Trim()));
            }

            var body = new StringBuilder();
            while (lines.ReadLine() is { } content && !content.StartsWith("--", StringComparison.Ordinal))
                body.Append(content);
            yield return new PartResponse(status, line.Length > 13 ? line[13..] : "", headers, Encoding.UTF8.GetBytes(body.ToString()));
        }
    }
}
