using Oversight.Functions.Identity;

namespace Oversight.Functions.Providers.Chronicle;

/// <summary>What another part of the house knows has happened at units: only what this person may read.</summary>
public interface IChronicleSource
{
    Task<IReadOnlyList<ChronicleEntry>> ReadAsync(
        SignedInUser user, ChronicleScope scope, CancellationToken cancellation);
}

/// <summary>Whose history is asked for.</summary>
/// <param name="Unit">One unit, whoever has run it; null: every unit that the providers have run.</param>
/// <param name="Providers">The provider; of a unit, each that has run it.</param>
/// <param name="From">The first day.</param>
public sealed record ChronicleScope(Id? Unit, IReadOnlyList<Id> Providers, DateOnly From)
{
    public bool Has(Id? unit, Id? provider) =>
        Unit is { } one ? unit == one : provider is { } by && Providers.Contains(by);
}

/// <summary>Something that happened, on the day that the municipality came to know of it.</summary>
/// <param name="Kind">Of what sort it is: "Synpunkt", "Granskning", "Register".</param>
/// <param name="Unit">The name of the unit; null for what is the provider's alone.</param>
public sealed record ChronicleEntry(
    DateOnly On, string Kind, string What, string? Unit, string? Detail = null, string? Href = null);
