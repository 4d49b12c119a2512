namespace Oversight.Providers;

/// <summary>ägarform. The municipality's own production is one provider with many units (R9).</summary>
public enum Ownership
{
    /// <summary>kommunal: egen produktion.</summary>
    [StoredName("municipal")]
    Municipal,

    /// <summary>privat.</summary>
    [StoredName("private")]
    Private,

    /// <summary>idéburen.</summary>
    [StoredName("nonProfit")]
    NonProfit,

    /// <summary>annan offentlig: a region or another municipality.</summary>
    [StoredName("otherPublic")]
    OtherPublic,
}

/// <summary>avtalsform, which decides what the provider is called and which sanctions exist.</summary>
public enum AgreementForm
{
    /// <summary>kundval: an authorised anordnare (R21).</summary>
    [StoredName("kundval")]
    Kundval,

    /// <summary>LOU: a contracted utförare (R22).</summary>
    [StoredName("procured")]
    Procured,

    /// <summary>överenskommelse with the municipality's own production (R23).</summary>
    [StoredName("understanding")]
    Understanding,

    /// <summary>direktupphandling: the deciding delegate answers for the follow-up (R24).</summary>
    [StoredName("directAward")]
    DirectAward,
}

/// <summary>
/// What of an agreement may change during its life, each time from a stated day.
/// </summary>
/// <param name="Services">Insatser (codes); the act (LSS, SoL, HSL) is a mark of the code.</param>
/// <param name="TargetGroups">målgrupper (R113).</param>
/// <param name="ValidTo">Last day, included; null when open-ended.</param>
/// <param name="ResponsibleDelegate">
/// Office and delegation point, never a name. Required for direktupphandling (R24).
/// </param>
/// <param name="DiaryNumber">diarienummer as the registrator wrote it.</param>
public sealed record AgreementTerms(
    IReadOnlyList<CodeId> Services, IReadOnlyList<CodeId> TargetGroups, DateOnly ValidFrom, DateOnly? ValidTo,
    string? ResponsibleDelegate = null, string? DiaryNumber = null)
{
    public bool Equals(AgreementTerms? other) =>
        other is not null && Services.AreSame(other.Services) && TargetGroups.AreSame(other.TargetGroups)
        && (ValidFrom, ValidTo, ResponsibleDelegate, DiaryNumber)
            == (other.ValidFrom, other.ValidTo, other.ResponsibleDelegate, other.DiaryNumber);

    public override int GetHashCode() =>
        HashCode.Combine(ValidFrom, ValidTo, ResponsibleDelegate, DiaryNumber, Services.Count);

    public bool IsValidOn(DateOnly day) => day >= ValidFrom && (ValidTo is not { } last || day <= last);
}

/// <summary>
/// An agreement of a provider: form, area and owning board never change (another board is another agreement).
/// </summary>
/// <param name="Key">avtalsnummer as people write it; unique within the provider.</param>
public sealed record Agreement(
    Id Id, string Key, AgreementForm Form, CodeId Area, BoardId Board, IReadOnlyList<Dated<AgreementTerms>> History)
{
    public AgreementTerms TermsOn(DateOnly day) => History.On(day);
}

/// <summary>Not a member of the stored type, so that nothing derived is ever stored.</summary>
public static class AgreementConclusions
{
    extension(Agreement agreement)
    {
        public AgreementTerms Terms => agreement.History.Latest();
    }
}

/// <summary>
/// What a unit needs to know of the agreement it runs under, resolved when it was written. Follows the provider's
/// stream.
/// </summary>
public sealed record AgreementFacts
{
    public required Id ProviderId { get; init; }

    public required string ProviderName { get; init; }

    public required Ownership Ownership { get; init; }

    public required Id AgreementId { get; init; }

    public required string AgreementKey { get; init; }

    public required AgreementForm Form { get; init; }

    public required CodeId Area { get; init; }

    public required BoardId Board { get; init; }

    public required IReadOnlyList<CodeId> Services { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required DateOnly? ValidTo { get; init; }

    public bool Equals(AgreementFacts? other) =>
        other is not null && Services.AreSame(other.Services)
        && (ProviderId, ProviderName, Ownership, AgreementId, AgreementKey, Form, Area, Board, ValidFrom, ValidTo)
            == (other.ProviderId, other.ProviderName, other.Ownership, other.AgreementId, other.AgreementKey,
                other.Form, other.Area,
                other.Board, other.ValidFrom, other.ValidTo);

    public override int GetHashCode() =>
        HashCode.Combine(AgreementId, ProviderName, ValidFrom, ValidTo, Services.Count);
}

/// <summary>Lists of codes are sets: the order they were written in says nothing.</summary>
public static class CodeSets
{
    public static bool AreSame(this IReadOnlyList<CodeId> codes, IReadOnlyList<CodeId> others) =>
        codes.SequenceEqual(others) || (codes.Count == others.Count && codes.ToHashSet().SetEquals(others));
}
