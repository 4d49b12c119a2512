using System.Collections.Frozen;

namespace Oversight.Documents;

/// <summary>
/// The rules of a kept document: versions are only added, the status only moves forward, a number may be corrected.
/// </summary>
public static class DocumentDecider
{
    /// <summary>
    /// Arbetsmaterial becomes upprättad and then expedierad; what is sent away is upprättad by that (TF 2 kap. 10 §).
    /// </summary>
    private static readonly FrozenDictionary<DocumentStatus, DocumentStatus[]> Onwards =
        new Dictionary<DocumentStatus, DocumentStatus[]>
        {
            [DocumentStatus.WorkingMaterial] = [DocumentStatus.Established, DocumentStatus.Dispatched],
            [DocumentStatus.Established] = [DocumentStatus.Dispatched],
            [DocumentStatus.Received] = [],
            [DocumentStatus.Dispatched] = [],
        }.ToFrozenDictionary();

    public static DocumentState Initial { get; } = new DocumentState.Absent();

    /// <summary>
    /// A received document is somebody else's and a dispatched one has left: neither is ever another version.
    /// </summary>
    public static bool TakesVersions(DocumentStatus status) => Onwards[status].Length > 0;

    /// <summary>
    /// Whether a version made from <paramref name="madeFrom"/> comes too late: one made from something newer stands.
    /// </summary>
    public static bool IsOvertaken(DocumentState.Kept kept, int? madeFrom) => madeFrom < kept.Latest.MadeFrom;

    public static bool IsNewer(int? madeFrom, DocumentState.Kept kept) =>
        madeFrom is { } from && !(from <= kept.Latest.MadeFrom);

    public static Decision<DocumentEvent> Decide(
        DocumentState state, DocumentCommand command, CommandContext context) => command.Decide(state, context);

    public static DocumentState Evolve(DocumentState state, DocumentEvent happened) => happened.Apply(state);

    internal static bool Allows(DocumentStatus from, DocumentStatus to) => Onwards[from].Contains(to);
}
