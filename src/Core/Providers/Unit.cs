namespace Oversight.Providers;

/// <summary>What of a unit may change without a life of its own, each time from a stated day.</summary>
/// <param name="Services">Insatser, among those of the agreement; their marks say the act.</param>
/// <param name="ValidTo">Last day in operation, included; null when none is known.</param>
public sealed record UnitDetails(
    string? Address, IReadOnlyList<CodeId> Services, IReadOnlyList<CodeId> TargetGroups, DateOnly ValidFrom,
    DateOnly? ValidTo)
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

/// <summary>
/// ansvarig för den dagliga ledningen, from a day (R114). The name is kept apart, under the pseudonymous key.
/// </summary>
/// <param name="NoticeOn">The day the municipality was notified of the change; null when it was not.</param>
/// <param name="NoticeDue">
/// The last day for that notice, by the rules of the day of the change; null for the unit's first manager.
/// </param>
/// <param name="KeptWith">The provider in whose private partition the name is kept.</param>
public sealed record ManagerTerm(Id Key, DateOnly From, DateOnly? NoticeOn, DateOnly? NoticeDue, Id KeptWith);

/// <summary>
/// What somebody asks of a unit's stream; each stands in <c>Operations</c> with what
/// happens then. A command that changes nothing is accepted without an event.
/// </summary>
public abstract partial record UnitCommand
{
    private UnitCommand()
    {
    }

    internal abstract Decision<UnitEvent> Decide(UnitState state, CommandContext context);

    /// <summary>What only a registered unit can be asked.</summary>
    public abstract record OfRegistered : UnitCommand
    {
        private protected OfRegistered()
        {
        }

        internal override Decision<UnitEvent> Decide(UnitState state, CommandContext context) =>
            state is UnitState.Registered unit ? Decide(unit, context) : new Refusal(UnitRefusals.NotRegistered);

        internal abstract Decision<UnitEvent> Decide(UnitState.Registered unit, CommandContext context);
    }
}

/// <summary>What has happened to a unit.</summary>
public abstract partial record UnitEvent
{
    private UnitEvent()
    {
    }

    /// <summary>The state afterwards.</summary>
    internal abstract UnitState Apply(UnitState state);

    /// <summary>What happens only to a registered unit.</summary>
    public abstract record OfRegistered : UnitEvent
    {
        private protected OfRegistered()
        {
        }

        internal override UnitState Apply(UnitState state) => state is UnitState.Registered unit
            ? Apply(unit)
            : throw new InvalidOperationException($"{GetType().Name} cannot follow {state.GetType().Name}.");

        internal abstract UnitState Apply(UnitState.Registered unit);
    }
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
        /// <summary>Null until somebody has told; a new provider has its own.</summary>
        public UnitContact? Contact { get; init; }

        public string NameOn(DateOnly day) => Names.On(day);

        /// <summary>The provider that ran the unit on a day: another than today's is a "tidigare utförare".</summary>
        public Id ProviderOn(DateOnly day) => Placements.On(day).ProviderId;

        public ManagerTerm? ManagerOn(DateOnly day) => Managers.LastOrDefault(manager => manager.From <= day);
    }
}

/// <summary>
/// What follows from a licence. Not a member of the stored type, so that nothing derived is ever stored.
/// </summary>
public static class LicenceConclusions
{
    extension(Licence licence)
    {
        /// <summary>
        /// Work that needs a licence and has none: shown, because the municipality must report it to IVO (SoL 27:7, LSS
        /// 15 §).
        /// </summary>
        public bool IsMissing => licence.IsRequired && licence.Number is null;
    }
}

/// <summary>What follows from a manager's term; not stored.</summary>
public static class ManagerConclusions
{
    extension(ManagerTerm manager)
    {
        /// <summary>A change that was notified too late or not at all (R102).</summary>
        public bool IsNoticeLate =>
            manager.NoticeDue is { } due && (manager.NoticeOn is not { } notice || notice > due);
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
            unit.Placements.Reverse().TakeWhile(placement => placement.Value.ProviderId == unit.Agreement.ProviderId)
                .Last().From;

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
