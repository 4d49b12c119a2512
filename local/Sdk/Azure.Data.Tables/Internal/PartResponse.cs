using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace Azure.Data.Tables.Internal;

/// <summary>The answer to one action of a transaction.</summary>
internal sealed class PartResponse(int status, string reason, IReadOnlyList<HttpHeader> headers, byte[] body) : Response
{
    public override int Status => status;

    public override string ReasonPhrase => reason;

    public override Stream? ContentStream { get; set; } = new MemoryStream(body, 0, body.Length, false, true);

    public override string ClientRequestId { get; set; } = "";

    internal ReadOnlyMemory<byte> Body => body;

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = headers.FirstOrDefault(header => Named(header, name)).Value;
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = headers.Where(header => Named(header, name)).Select(header => header.Value).ToList();
        return values.Any();
    }

    protected override bool ContainsHeader(string name) => headers.Any(header => Named(header, name));

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers;

    private static bool Named(HttpHeader header, string name) => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase);
}
