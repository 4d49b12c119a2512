namespace Oversight.Providers;

public abstract partial record UnitCommand
{
    /// <summary>
    /// The person responsible for daily management (R114). A change is to be notified by a day that the rules give;
    /// whether it was is a fact that the risk analysis uses (R102).
    /// </summary>
    /// <param name="Name">Checked here, but kept apart from the events under <paramref name="Key"/>.</param>
    public sealed record AppointManager(Id Key, string Name, DateOnly From, DateOnly? NoticeOn, RegisterRules Rules)
        : OfRegistered
    {
        internal override Decision<UnitEvent> Decide(UnitState.Registered unit, CommandContext context)
        {
            List<Refusal> refusals = [];
            refusals.Text("managerName", Name, RegisterChecks.NameLength, isRequired: true);
            refusals.Day("managerFrom", From);
            refusals.Day("managerNoticeOn", NoticeOn, context.Today);
            if (From > context.Today && NoticeOn is null)
                refusals.Add(new Refusal(UnitRefusals.NoticeMissing, "managerNoticeOn"));
            if (unit.Manager is { } last && From < last.From)
                refusals.Add(new Refusal(RegisterRefusals.ChangeBeforeLast, "managerFrom", $"{last.From:yyyy-MM-dd}"));
            var term = new ManagerTerm(Key, From, NoticeOn, NoticeDue(unit), unit.Agreement.ProviderId);
            return Decision.Unless<UnitEvent>(refusals, () => unit.Manager == term
                ? Decision.Accept<UnitEvent>()
                : new UnitEvent.ManagerAppointed(term));
        }

        /// <summary>The first manager in the register is no change, nor is a correction of that entry.</summary>
        private DateOnly? NoticeDue(UnitState.Registered unit) =>
            unit.Managers.Any(manager => manager.From < From) ? From.AddDays(Rules.ManagerNoticeDays) : null;
    }
}

public abstract partial record UnitEvent
{
    public sealed record ManagerAppointed(ManagerTerm Manager) : OfRegistered
    {
        internal override UnitState Apply(UnitState.Registered unit) => unit with
        {
            Managers = [.. unit.Managers.Where(manager => manager.From != Manager.From), Manager],
        };
    }
}
