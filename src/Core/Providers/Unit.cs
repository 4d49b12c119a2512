namespace Oversight.Providers;

/// <summary>What of a unit may change without a life of its own, each time from a stated day.</summary>
/// <param name="Services">Insatser, among those of the agreement; their marks say the act.</param>
/// <param name="ValidTo">Last day in operation, included; null when none is known.</param>
public sealed record UnitDetails(
    string? Address, IReadOnlyList<CodeId> Services, IReadOnlyList<CodeId> TargetGroups, DateOnly ValidFrom, DateOnly? ValidTo)
{
    public bool Equals(UnitDetails? other) =>
        other is not null && Services.AreSame(other.Services) && TargetGroups.AreSame(other.TargetGroups)
        && (Address, ValidFrom, ValidTo) == (other.Address, other.ValidFrom, other.ValidTo);

    public override int GetHashCode() => HashCode.Combine(Address, ValidFrom, ValidTo, Services.Count);
}

/// <summary>Whether the unit's work needs a licence from IVO (tillståndsplikt), and the licence held, if any.</summary>
public sealed record Licence(bool IsRequired, string? Number, DateOnly? GrantedOn);

/// <summary>How many customers the unit had on a day, and how many of them were children (null: not told).</summary>
public sealed record CustomerCount(DateOnly On, int Customers, int? Children);

/// <summary>ansvarig för den dagliga ledningen, from a day (R114). The name is kept apart, under the pseudonymous key.</summary>
/// <param name="NoticeOn">The day the municipality was notified of the change; null when it was not.</param>
/// <param name="NoticeDue">The last day for that notice, by the rules of the day of the change; null for the unit's first manager.</param>
/// <param name="KeptWith">The provider in whose private partition the name is kept.</param>
public sealed record ManagerTerm(Id Key, DateOnly From, DateOnly? NoticeOn, DateOnly? NoticeDue, Id KeptWith);

/// <summary>What somebody asks of a unit's stream.</summary>
public abstract record UnitCommand
{
    private UnitCommand()
    {
    }

    /// <param name="Key">enhetskod as people write it; unique within the provider, which the edge reserves.</param>
    /// <param name="Count">What is known of the customers from the start, if anything.</param>
    /// <param name="Manager">Who is responsible from the start, if known.</param>
    public sealed record Register(
        string Key, string Name, AgreementFacts Agreement, UnitDetails Details, Licence Licence, RegisterRules Rules,
        CountCustomers? Count = null, AppointManager? Manager = null) : UnitCommand;

    public sealed record Rename(DateOnly From, string Name) : UnitCommand;

    public sealed record ChangeDetails(DateOnly From, UnitDetails Details, RegisterRules Rules) : UnitCommand;

    public sealed record CountCustomers(DateOnly On, int Customers, int? Children) : UnitCommand;

    public sealed record RecordLicence(Licence Licence) : UnitCommand;

    /// <param name="Name">Checked here, but kept apart from the events under <paramref name="Key"/>.</param>
    public sealed record AppointManager(Id Key, string Name, DateOnly From, DateOnly? NoticeOn, RegisterRules Rules) : UnitCommand;

    public sealed record RecordManagerNotice(Id Key, DateOnly NoticeOn) : UnitCommand;

    /// <summary>Another provider takes over, or the unit moves to another agreement of the same one. History follows the unit.</summary>
    public sealed record TakeOver(DateOnly From, AgreementFacts Agreement) : UnitCommand;

    /// <summary>The provider or the agreement has changed name, owner or terms: the unit's copy of it follows.</summary>
    public sealed record FollowAgreement(AgreementFacts Agreement) : UnitCommand;
}

/// <summary>What has happened to a unit.</summary>
public abstract record UnitEvent
{
    private UnitEvent()
    {
    }

    public sealed record Registered(string Key, string Name, AgreementFacts Agreement, UnitDetails Details, Licence Licence) : UnitEvent;

    public sealed record Renamed(DateOnly From, string Name) : UnitEvent;

    public sealed record DetailsChanged(DateOnly From, UnitDetails Details) : UnitEvent;

    public sealed record CustomersCounted(CustomerCount Count) : UnitEvent;

    public sealed record LicenceRecorded(Licence Licence) : UnitEvent;

    public sealed record ManagerAppointed(ManagerTerm Manager) : UnitEvent;

    public sealed record ManagerNoticeRecorded(Id Key, DateOnly NoticeOn) : UnitEvent;

    public sealed record TakenOver(DateOnly From, AgreementFacts Agreement) : UnitEvent;

    public sealed record AgreementFollowed(AgreementFacts Agreement) : UnitEvent;
}

/// <summary>A unit (verksamhet, enhet) as its events leave it.</summary>
public abstract record UnitState
{
    private UnitState()
    {
    }

    public static UnitState Initial { get; } = new Unknown();

    public sealed record Unknown : UnitState;

    /// <param name="Placements">Under which agreement, and so with which provider, since when.</param>
    public sealed record Registered(
        string Key, IReadOnlyList<Dated<string>> Names, IReadOnlyList<Dated<AgreementFacts>> Placements,
        IReadOnlyList<Dated<UnitDetails>> History, Licence Licence, IReadOnlyList<CustomerCount> Counts,
        IReadOnlyList<ManagerTerm> Managers) : UnitState
    {
        public string NameOn(DateOnly day) => Names.On(day);

        /// <summary>The provider that ran the unit on a day: another than today's is a "tidigare utförare".</summary>
        public Id ProviderOn(DateOnly day) => Placements.On(day).ProviderId;

        public ManagerTerm? ManagerOn(DateOnly day) => Managers.LastOrDefault(manager => manager.From <= day);
    }
}

/// <summary>What follows from a licence. Not a member of the stored type, so that nothing derived is ever stored.</summary>
public static class LicenceConclusions
{
    extension(Licence licence)
    {
        /// <summary>Work that needs a licence and has none: shown, because the municipality must report it to IVO (SoL 27:7, LSS 15 §).</summary>
        public bool IsMissing => licence.IsRequired && licence.Number is null;
    }
}

/// <summary>What follows from a manager's term; not stored.</summary>
public static class ManagerConclusions
{
    extension(ManagerTerm manager)
    {
        /// <summary>A change that was notified too late or not at all (R102).</summary>
        public bool IsNoticeLate => manager.NoticeDue is { } due && (manager.NoticeOn is not { } notice || notice > due);
    }
}

/// <summary>What follows from a unit's state; not stored.</summary>
public static class UnitConclusions
{
    extension(UnitState.Registered unit)
    {
        public AgreementFacts Agreement => unit.Placements.Latest();

        public UnitDetails Details => unit.History.Latest();

        public CustomerCount? Count => unit.Counts.Count == 0 ? null : unit.Counts[^1];

        public ManagerTerm? Manager => unit.Managers.Count == 0 ? null : unit.Managers[^1];

        /// <summary>Since when the present provider runs the unit; null when it always has.</summary>
        public DateOnly? WithProviderSince =>
            unit.Placements.Reverse().TakeWhile(placement => placement.Value.ProviderId == unit.Agreement.ProviderId).Last().From;

        /// <summary>The first day that counts for the present provider.</summary>
        public DateOnly RunsFrom =>
            unit.WithProviderSince is { } since && since > unit.Details.ValidFrom ? since : unit.Details.ValidFrom;

        /// <summary>The last day of unit and agreement, whichever comes first; null when both are open-ended.</summary>
        public DateOnly? RunsTo => (unit.Details.ValidTo, unit.Agreement.ValidTo) switch
        {
            ({ } own, { } agreement) => own < agreement ? own : agreement,
            var (own, agreement) => own ?? agreement,
        };
    }
}
