namespace Oversight.Functions.Storage;

/// <summary>Bytes in Blob Storage. Names are ours, never a user's; content is immutable once written.</summary>
public sealed class Blobs
{
    /// <summary>Stores bytes under a name that is written once; the same bytes again are fine, other bytes are an error.</summary>
    public Task<StoredBlob> WriteOnceAsync(string container, string name, BinaryData content, string contentType, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<BinaryData?> FindAsync(string container, string name, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>A read-only address of one blob that stops working after five real minutes; the browser is told to save it under <paramref name="fileName"/>.</summary>
    public Task<Uri> LinkAsync(string container, string name, string fileName, CancellationToken cancellation) => throw new NotSupportedException();
}

public sealed record StoredBlob(string Container, string Name, long Length, string Sha256);
