using Oversight.Attachments;
using Oversight.Concerns;
using Oversight.Providers;

namespace Oversight.Local.Demonstration;

/// <summary>
/// A municipality on paper: who provides what, and what has been said about it. Made by a generator from a day and a
/// seed, written by <see cref="DemonstrationWriter"/> through the same commands as everything else. Keys name things
/// within the data; identities are derived from them, so that a load that broke off can be taken up again.
/// </summary>
public sealed record DemonstrationData(
    IReadOnlyList<DemonstrationProvider> Providers, IReadOnlyList<DemonstrationConcern> Concerns)
{
    public IEnumerable<DemonstrationUnit> Units =>
        Providers.SelectMany(provider => provider.Agreements).SelectMany(agreement => agreement.Units);

    /// <summary>The identity of a provider, agreement or unit.</summary>
    public static Id IdOf(string key) => Id.Derive(DemonstrationPeople.Procurement, key);
}

public sealed record DemonstrationProvider(
    string Key, string Name, Ownership Ownership, OrganisationNumber Number,
    IReadOnlyList<DemonstrationAgreement> Agreements);

public sealed record DemonstrationAgreement(
    string Key, AgreementForm Form, string Area, string Board, AgreementTerms Terms,
    IReadOnlyList<DemonstrationUnit> Units);

/// <param name="Pattern">How concerns about it come.</param>
public sealed record DemonstrationUnit(
    string Key, string Name, string Address, UnitDetails Details, Licence Licence, int Customers, int? Children,
    ConcernPattern Pattern)
{
    public IReadOnlyList<DemonstrationManager> Managers { get; init; } = [];

    public string Board { get; init; } = "";

    public Id Id => DemonstrationData.IdOf(Key);
}

/// <param name="NoticeOn">Null: the municipality was never told.</param>
public sealed record DemonstrationManager(DateOnly From, DateOnly? NoticeOn);

/// <summary>How concerns about a unit come over time.</summary>
public enum ConcernPattern
{
    /// <summary>Now and then, by size and season.</summary>
    Ordinary,

    /// <summary>Nothing at all.</summary>
    Silent,

    /// <summary>More and graver month by month, from many.</summary>
    Downhill,

    /// <summary>A tiny unit and one reporter who wrote often in one month.</summary>
    LoudMonth,

    /// <summary>A large unit, mild concerns, a little more each month.</summary>
    SteadyRise,
}

/// <summary>One concern with what became of it.</summary>
/// <param name="UnitKey">Null: the reporter did not know the provider.</param>
/// <param name="Reporter">The user id of the handläggare.</param>
public sealed record DemonstrationConcern(
    string Key, string? UnitKey, string Board, string Service, string Text, DateTimeOffset At, Occurrence Occurred,
    string Consequence, string Reporter)
{
    public Id Id => Id.Derive(Reporter, Key);

    /// <summary>What the reporter called a provider that the register does not have.</summary>
    public string? UnknownProvider { get; init; }

    public string? RegisteredFor { get; init; }

    /// <summary>A note that came with it, as a text file.</summary>
    public string? Attachment { get; init; }

    public DemonstrationAssessment? Assessment { get; init; }

    /// <summary>Taken back by the reporter, with this reason.</summary>
    public string? Withdrawn { get; init; }
}

public sealed record DemonstrationAssessment(
    DateTimeOffset At, string? Kind, string? Category, string? Area, int? Severity, ConcernOutcome Outcome,
    string Reason)
{
    public DemonstrationDecision? Decision { get; init; }
}

/// <summary>The enhetschef's decision on a proposed påkallad granskning.</summary>
public sealed record DemonstrationDecision(DateTimeOffset At, bool Approved, string Reason, string? Scope);
