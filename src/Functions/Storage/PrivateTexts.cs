namespace Oversight.Functions.Storage;

/// <summary>
/// Personal data apart from the record (table <c>private</c>): free text, contact details, who a reporter is. Written before the
/// append that refers to it, with purpose and retention class. A reader must tolerate that it is gone (gallrad).
/// </summary>
public sealed class PrivateTexts
{
    /// <summary>Keeps fields for a stream under a name (<c>report</c>, <c>assessment-3</c>). The same owner and name again overwrites.</summary>
    public Task WriteAsync(string streamId, string name, PrivateEntry entry, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>The entry, or null when it never was or has been erased.</summary>
    public Task<PrivateEntry?> FindAsync(string streamId, string name, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>All entries of a stream by name.</summary>
    public Task<IReadOnlyDictionary<string, PrivateEntry>> ReadAllAsync(string streamId, CancellationToken cancellation) => throw new NotSupportedException();
}

/// <param name="Fields">Named texts.</param>
/// <param name="Purpose">Why it is kept, for the registerutdrag: <c>concern-report</c>.</param>
/// <param name="RetentionClass">Which rule erases it, for the gallring: a code of the settings.</param>
public sealed record PrivateEntry(IReadOnlyDictionary<string, string> Fields, string Purpose, string RetentionClass);
