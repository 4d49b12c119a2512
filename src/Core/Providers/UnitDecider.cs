namespace Oversight.Providers;

/// <summary>The rules of a unit's stream. A command that changes nothing is accepted without an event.</summary>
public static class UnitDecider
{
    public static Decision<UnitEvent> Decide(UnitState state, UnitCommand command, CommandContext context) => (state, command) switch
    {
        (UnitState.Unknown, UnitCommand.Register register) => Register(register, context),
        (UnitState.Unknown, _) => new Refusal(UnitRefusals.NotRegistered),
        (UnitState.Registered, UnitCommand.Register) => new Refusal(UnitRefusals.AlreadyRegistered),
        (UnitState.Registered unit, UnitCommand.Rename rename) => Rename(unit, rename, context),
        (UnitState.Registered unit, UnitCommand.ChangeDetails change) => Change(unit, change, context),
        (UnitState.Registered unit, UnitCommand.CountCustomers count) => Count(unit, count, context),
        (UnitState.Registered unit, UnitCommand.RecordLicence record) => Record(unit, record, context),
        (UnitState.Registered unit, UnitCommand.AppointManager appoint) => ManagerRules.Appoint(unit, appoint, context),
        (UnitState.Registered unit, UnitCommand.RecordManagerNotice record) => ManagerRules.RecordNotice(unit, record, context),
        (UnitState.Registered unit, UnitCommand.TakeOver takeOver) => TakeOver(unit, takeOver, context),
        (UnitState.Registered unit, UnitCommand.FollowAgreement follow) => Follow(unit, follow),
        _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
    };

    public static UnitState Evolve(UnitState state, UnitEvent happened) => (state, happened) switch
    {
        (_, UnitEvent.Registered registered) => new UnitState.Registered(
            registered.Key, DatedHistory.Begin(registered.Name), DatedHistory.Begin(registered.Agreement),
            DatedHistory.Begin(registered.Details), registered.Licence, [], []),
        (UnitState.Registered unit, UnitEvent.Renamed renamed) => unit with { Names = unit.Names.With(renamed.From, renamed.Name) },
        (UnitState.Registered unit, UnitEvent.DetailsChanged changed) =>
            unit with { History = unit.History.With(changed.From, changed.Details) },
        (UnitState.Registered unit, UnitEvent.CustomersCounted counted) => unit with
        {
            Counts = [.. unit.Counts.Where(count => count.On != counted.Count.On), counted.Count],
        },
        (UnitState.Registered unit, UnitEvent.LicenceRecorded recorded) => unit with { Licence = recorded.Licence },
        (UnitState.Registered unit, UnitEvent.ManagerAppointed appointed) => unit with
        {
            Managers = [.. unit.Managers.Where(manager => manager.From != appointed.Manager.From), appointed.Manager],
        },
        (UnitState.Registered unit, UnitEvent.ManagerNoticeRecorded recorded) => unit with
        {
            Managers = [.. unit.Managers.Select(manager => manager.Key == recorded.Key ? manager with { NoticeOn = recorded.NoticeOn } : manager)],
        },
        (UnitState.Registered unit, UnitEvent.TakenOver taken) =>
            unit with { Placements = unit.Placements.With(taken.From, taken.Agreement) },
        (UnitState.Registered unit, UnitEvent.AgreementFollowed followed) =>
            unit with { Placements = unit.Placements.WithLatest(followed.Agreement) },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    private static Decision<UnitEvent> Register(UnitCommand.Register command, CommandContext context)
    {
        List<Refusal> refusals = [];
        refusals.Text("key", command.Key, RegisterChecks.KeyLength, isRequired: true);
        refusals.Text("name", command.Name, RegisterChecks.NameLength, isRequired: true);
        CheckDetails(refusals, command.Details, null, command.Agreement, command.Rules);
        CheckLicence(refusals, command.Licence, context.Today);
        UnitEvent registered = new UnitEvent.Registered(command.Key, command.Name, command.Agreement, command.Details, command.Licence);
        var unit = (UnitState.Registered)Evolve(UnitState.Initial, registered);
        List<UnitEvent> events = [registered];
        if (command.Count is { } count)
            Add(Count(unit, count, context), refusals, events);
        if (command.Manager is { } manager)
            Add(ManagerRules.Appoint(unit, manager, context), refusals, events);
        return Decision.Unless<UnitEvent>(refusals, () => Decision.Accept<UnitEvent>(events));
    }

    private static void Add(Decision<UnitEvent> decision, List<Refusal> refusals, List<UnitEvent> events)
    {
        if (decision is Decision<UnitEvent>.Refused refused)
            refusals.AddRange(refused.Reasons);
        else if (decision is Decision<UnitEvent>.Accepted accepted)
            events.AddRange(accepted.Events);
    }

    private static Decision<UnitEvent> Rename(UnitState.Registered unit, UnitCommand.Rename command, CommandContext context)
    {
        List<Refusal> refusals = [];
        refusals.Text("name", command.Name, RegisterChecks.NameLength, isRequired: true);
        refusals.Change(unit.Names, command.From, context.Today);
        return Decision.Unless<UnitEvent>(refusals, () => unit.Names.Latest() == command.Name
            ? Decision.Accept<UnitEvent>()
            : new UnitEvent.Renamed(command.From, command.Name));
    }

    private static Decision<UnitEvent> Change(UnitState.Registered unit, UnitCommand.ChangeDetails command, CommandContext context)
    {
        List<Refusal> refusals = [];
        refusals.Change(unit.History, command.From, context.Today);
        CheckDetails(refusals, command.Details, unit.Details, unit.Agreement, command.Rules);
        return Decision.Unless<UnitEvent>(refusals, () => unit.Details == command.Details
            ? Decision.Accept<UnitEvent>()
            : new UnitEvent.DetailsChanged(command.From, command.Details));
    }

    private static Decision<UnitEvent> Count(UnitState.Registered unit, UnitCommand.CountCustomers command, CommandContext context)
    {
        List<Refusal> refusals = [];
        refusals.Day("countedOn", command.On, context.Today);
        if (command.Customers is < 0 or > RegisterChecks.MostCustomers)
            refusals.Add(new Refusal(UnitRefusals.CustomersOutOfRange, "customers", $"{RegisterChecks.MostCustomers}"));
        if (command.Children is < 0 or > RegisterChecks.MostCustomers)
            refusals.Add(new Refusal(UnitRefusals.CustomersOutOfRange, "children", $"{RegisterChecks.MostCustomers}"));
        else if (command.Children > command.Customers)
            refusals.Add(new Refusal(UnitRefusals.MoreChildrenThanCustomers, "children"));
        if (unit.Count is { } last && command.On < last.On)
            refusals.Add(new Refusal(RegisterRefusals.ChangeBeforeLast, "countedOn", $"{last.On:yyyy-MM-dd}"));
        var count = new CustomerCount(command.On, command.Customers, command.Children);
        return Decision.Unless<UnitEvent>(refusals, () => unit.Count == count
            ? Decision.Accept<UnitEvent>()
            : new UnitEvent.CustomersCounted(count));
    }

    private static Decision<UnitEvent> Record(UnitState.Registered unit, UnitCommand.RecordLicence command, CommandContext context)
    {
        List<Refusal> refusals = [];
        CheckLicence(refusals, command.Licence, context.Today);
        return Decision.Unless<UnitEvent>(refusals, () => unit.Licence == command.Licence
            ? Decision.Accept<UnitEvent>()
            : new UnitEvent.LicenceRecorded(command.Licence));
    }

    private static Decision<UnitEvent> TakeOver(UnitState.Registered unit, UnitCommand.TakeOver command, CommandContext context)
    {
        if (unit.Agreement.AgreementId == command.Agreement.AgreementId)
            return new Refusal(UnitRefusals.SameAgreement, "agreementId");
        List<Refusal> refusals = [];
        refusals.Change(unit.Placements, command.From, context.Today);
        if (unit.Details.Services.FirstOrDefault(service => !command.Agreement.Services.Contains(service)) is { Value: { } outside })
            refusals.Add(new Refusal(UnitRefusals.ServiceNotInAgreement, "agreementId", outside));
        if (command.From < command.Agreement.ValidFrom || command.From > command.Agreement.ValidTo)
            refusals.Add(new Refusal(UnitRefusals.OutsideAgreement, "from"));
        return Decision.Unless<UnitEvent>(refusals, () => new UnitEvent.TakenOver(command.From, command.Agreement));
    }

    private static Decision<UnitEvent> Follow(UnitState.Registered unit, UnitCommand.FollowAgreement command) =>
        unit.Agreement.AgreementId != command.Agreement.AgreementId || unit.Agreement == command.Agreement
            ? Decision.Accept<UnitEvent>()
            : new UnitEvent.AgreementFollowed(command.Agreement);

    private static void CheckDetails(
        List<Refusal> refusals, UnitDetails details, UnitDetails? already, AgreementFacts agreement, RegisterRules rules)
    {
        refusals.Text("address", details.Address, RegisterChecks.AddressLength);
        refusals.Codes("services", details.Services, rules.Services, isRequired: true, already?.Services ?? agreement.Services);
        refusals.Codes("targetGroups", details.TargetGroups, rules.TargetGroups, isRequired: false, already?.TargetGroups);
        if (details.Services.FirstOrDefault(service => !agreement.Services.Contains(service)) is { Value: { } outside })
            refusals.Add(new Refusal(UnitRefusals.ServiceNotInAgreement, "services", outside));
        refusals.Period(details.ValidFrom, details.ValidTo);
        if (details.ValidFrom > agreement.ValidTo)
            refusals.Add(new Refusal(UnitRefusals.OutsideAgreement, "validFrom"));
    }

    private static void CheckLicence(List<Refusal> refusals, Licence licence, DateOnly? today)
    {
        refusals.Text("licenceNumber", licence.Number, RegisterChecks.LicenceLength);
        refusals.Day("licenceGrantedOn", licence.GrantedOn, today);
        if (licence is { Number: null, GrantedOn: not null })
            refusals.Add(new Refusal(UnitRefusals.LicenceNumberMissing, "licenceNumber"));
    }
}
