namespace Oversight.Providers;

/// <summary>
/// The person responsible for daily management (R114). A change is to be notified by a day that the rules give; whether it was
/// is a fact that the risk analysis uses (R102).
/// </summary>
internal static class ManagerRules
{
    public static Decision<UnitEvent> Appoint(UnitState.Registered unit, UnitCommand.AppointManager command, CommandContext context)
    {
        List<Refusal> refusals = [];
        refusals.Text("managerName", command.Name, RegisterChecks.NameLength, isRequired: true);
        refusals.Day("managerFrom", command.From);
        refusals.Day("managerNoticeOn", command.NoticeOn, context.Today);
        if (command.From > context.Today && command.NoticeOn is null)
            refusals.Add(new Refusal(UnitRefusals.NoticeMissing, "managerNoticeOn"));
        if (unit.Manager is { } last && command.From < last.From)
            refusals.Add(new Refusal(RegisterRefusals.ChangeBeforeLast, "managerFrom", $"{last.From:yyyy-MM-dd}"));
        var term = new ManagerTerm(command.Key, command.From, command.NoticeOn, NoticeDue(unit, command), unit.Agreement.ProviderId);
        return Decision.Unless<UnitEvent>(refusals, () => unit.Manager == term
            ? Decision.Accept<UnitEvent>()
            : new UnitEvent.ManagerAppointed(term));
    }

    public static Decision<UnitEvent> RecordNotice(UnitState.Registered unit, UnitCommand.RecordManagerNotice command, CommandContext context)
    {
        if (unit.Managers.FirstOrDefault(manager => manager.Key == command.Key) is not { } manager)
            return new Refusal(UnitRefusals.ManagerUnknown, "managerKey");
        List<Refusal> refusals = [];
        refusals.Day("managerNoticeOn", command.NoticeOn, context.Today);
        return Decision.Unless<UnitEvent>(refusals, () => manager.NoticeOn == command.NoticeOn
            ? Decision.Accept<UnitEvent>()
            : new UnitEvent.ManagerNoticeRecorded(command.Key, command.NoticeOn));
    }

    /// <summary>The first manager that the register learns of is no change; a correction of that entry is none either.</summary>
    private static DateOnly? NoticeDue(UnitState.Registered unit, UnitCommand.AppointManager command) =>
        unit.Managers.Any(manager => manager.From < command.From) ? command.From.AddDays(command.Rules.ManagerNoticeDays) : null;
}
