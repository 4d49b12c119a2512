using Oversight.Providers;

namespace Oversight.Functions.Providers;

/// <summary>A provider with its agreements: what its page, the lists and the register's file are made from.</summary>
/// <param name="Number">Null for a sole trader.</param>
public sealed record ProviderRow(
    Id ProviderId, int Version, IReadOnlyList<Dated<string>> Names, OrganisationNumber? Number,
    IReadOnlyList<Dated<Ownership>> Owners, IReadOnlyList<AgreementRow> Agreements);

/// <summary>One agreement of a <see cref="ProviderRow"/>, with every version of its terms.</summary>
public sealed record AgreementRow(
    Id AgreementId, string Key, AgreementForm Form, CodeId Area, BoardId Board,
    IReadOnlyList<Dated<AgreementTerms>> Terms);

/// <summary>A unit with its histories. One that was taken over has a row with every provider that has run it.</summary>
public sealed record UnitRow(
    Id UnitId, int Version, string Key, IReadOnlyList<Dated<string>> Names,
    IReadOnlyList<Dated<AgreementFacts>> Placements, IReadOnlyList<Dated<UnitDetails>> Details, Licence Licence,
    IReadOnlyList<CustomerCount> Counts, IReadOnlyList<ManagerTerm> Managers)
{
    public UnitContact? Contact { get; init; }

    /// <summary>Whether the provider still runs the unit.</summary>
    public bool IsRunBy(Id provider) => Placements.Latest().ProviderId == provider;
}

/// <summary>For pickers and lookups: which units there are, under which agreement and board.</summary>
public sealed record UnitIndexRow
{
    public required Id UnitId { get; init; }

    public required Id ProviderId { get; init; }

    public required Id AgreementId { get; init; }

    public required BoardId Board { get; init; }

    public required string Name { get; init; }

    public required string ProviderName { get; init; }

    public required IReadOnlyList<CodeId> Services { get; init; }

    public required CodeId AgreementArea { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required DateOnly? ValidTo { get; init; }
}

public sealed record ImportRow(Id ImportId, DateTimeOffset At, int Rows, int Steps, ImportStatus Status);

public enum ImportStatus
{
    [StoredName("underway")]
    Underway,
    [StoredName("done")]
    Done,
    [StoredName("stopped")]
    Stopped,
}

/// <summary>The lists of the register.</summary>
public static class RegisterPartitions
{
    public const string Providers = "providers";
    public const string UnitIndex = "unit-index";
    public const string Imports = "imports";

    /// <summary>In <see cref="OfProvider"/>: the provider itself.</summary>
    public const string ProviderKey = "provider";
    public const string UnitPrefix = "unit|";

    /// <summary>
    /// Everything one provider's page shows. What others tell of the provider stands before <see cref="ProviderKey"/>.
    /// </summary>
    public static string OfProvider(Id providerId) => $"provider|{providerId}";

    public static string UnitKey(Id unitId) => $"{UnitPrefix}{unitId}";

    /// <summary>The risk analysis' facts on the units of a board.</summary>
    public static string Units(BoardId board) => $"units|{board}";
}
