namespace Oversight.Risk;

/// <summary>
/// What the risk analysis needs to know about one unit, as the register tells it. Ownership and agreement form are
/// deliberately absent: private and municipal units are judged alike (R18-R20).
/// </summary>
/// <param name="Customers">Number of customers, null when unknown.</param>
/// <param name="Children">How many of them are children, null when unknown.</param>
/// <param name="ManagerChangeNotNotified">
/// A change of the person responsible for daily management that was not notified in time.
/// </param>
public sealed record UnitFact(
    Id UnitId, Id ProviderId, Id AgreementId, BoardId Board, string Name, string ProviderName, CodeId AgreementArea,
    IReadOnlyList<CodeId> Services, int? Customers, int? Children, bool ManagerChangeNotNotified,
    DateOnly ValidFrom, DateOnly? ValidTo, string Source);

/// <summary>
/// What the risk analysis needs to know about one concern. <paramref name="ReporterKey"/> is a pseudonym: it tells
/// reporters apart and nothing else.
/// </summary>
/// <param name="Weighting">How far the concern may weigh at all.</param>
/// <param name="Severity">1-4 after assessment, null before.</param>
/// <param name="Area">Quality area after assessment, null before.</param>
/// <param name="Source">The event that made it so: stream id and version.</param>
public sealed record ConcernFact(
    Id ConcernId, string Reference, Id UnitId, BoardId Board, DateOnly Occurred, DateOnly Received, string ReporterKey,
    ConcernWeighting Weighting, int? Severity, CodeId? Area, CodeId? Category, CodeId Consequence, string Source);

/// <summary>An unfounded or withdrawn concern weighs nothing, an unassessed one less than an assessed one.</summary>
public enum ConcernWeighting
{
    [StoredName("nothing")]
    Nothing,
    [StoredName("unassessed")]
    Unassessed,
    [StoredName("assessed")]
    Assessed,
}
