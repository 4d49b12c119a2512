using Oversight.Documents;

namespace Oversight.Functions.Documents;

/// <summary>A document to be kept as the first or the next version of <paramref name="Id"/>.</summary>
/// <param name="Id">
/// The same for every version; derive it from what the document is about, so that a repeat finds it.
/// </param>
/// <param name="Type">A stable code: <c>arsplan</c>.</param>
/// <param name="Content">What it tells, and so who reads it.</param>
/// <param name="About">The reviews and concerns that it tells of; none for a plan.</param>
/// <param name="MadeFrom">
/// Version of the stream that the document tells of, so that a late one never takes the place of a newer.
/// </param>
public sealed record DocumentDraft(
    Id Id, BoardId Board, CodeId Type, ContentClass Content, Document Document, IReadOnlyList<Id> About,
    int? MadeFrom = null);
