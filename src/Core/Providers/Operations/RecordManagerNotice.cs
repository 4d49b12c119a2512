namespace Oversight.Providers;

public abstract partial record UnitCommand
{
    public sealed record RecordManagerNotice(Id Key, DateOnly NoticeOn) : OfRegistered
    {
        internal override Decision<UnitEvent> Decide(UnitState.Registered unit, CommandContext context)
        {
            if (unit.Managers.FirstOrDefault(manager => manager.Key == Key) is not { } manager)
                return new Refusal(UnitRefusals.ManagerUnknown, "managerKey");
            List<Refusal> refusals = [];
            refusals.Day("managerNoticeOn", NoticeOn, context.Today);
            return Decision.Unless<UnitEvent>(refusals, () => manager.NoticeOn == NoticeOn
                ? Decision.Accept<UnitEvent>()
                : new UnitEvent.ManagerNoticeRecorded(Key, NoticeOn));
        }
    }
}

public abstract partial record UnitEvent
{
    public sealed record ManagerNoticeRecorded(Id Key, DateOnly NoticeOn) : OfRegistered
    {
        internal override UnitState Apply(UnitState.Registered unit) => unit with
        {
            Managers =
            [
                .. unit.Managers.Select(manager => manager.Key == Key ? manager with { NoticeOn = NoticeOn } : manager),
            ],
        };
    }
}
