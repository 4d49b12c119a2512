namespace Oversight.Providers.Import;

/// <summary>
/// A copy of the register on which a file is tried out: each command is decided by the same rules as everywhere, and
/// the events of an accepted one are folded at once, so that later rows meet the register as earlier rows leave it.
/// </summary>
internal sealed class RegisterDraft(Register register, CommandContext context)
{
    private readonly Dictionary<Id, ProviderState.Registered> _providers = new(register.Providers);
    private readonly Dictionary<Id, UnitState.Registered> _units = new(register.Units);
    private readonly Dictionary<Id, string> _managerNames = new(register.ManagerNames);
    private readonly Dictionary<Id, OrganisationNumber> _personalNumbers = new(register.PersonalNumbers);
    private readonly Dictionary<string, Id> _byNumber = register.Providers
        .Where(pair => pair.Value.Number is not null).Select(pair => (Number: pair.Value.Number!.Value.Value, pair.Key))
        .Concat(register.PersonalNumbers.Select(pair => (Number: pair.Value.Value, pair.Key)))
        .GroupBy(pair => pair.Number).ToDictionary(group => group.Key, group => group.First().Key);

    private readonly Dictionary<(Id Provider, string Key), Id> _byUnitKey = register.Units
        .GroupBy(pair => (pair.Value.Agreement.ProviderId, TypedText.Fold(pair.Value.Key)))
        .ToDictionary(group => group.Key, group => group.First().Key);

    private readonly Dictionary<(Id Agreement, string Name), Id> _byUnitName = register.Units
        .GroupBy(pair => (pair.Value.Agreement.AgreementId, TypedText.Fold(pair.Value.Names.Latest())))
        .ToDictionary(group => group.Key, group => group.First().Key);

    private readonly Dictionary<Id, HashSet<string>> _unitKeys = register.Units.Values
        .GroupBy(unit => unit.Agreement.ProviderId)
        .ToDictionary(group => group.Key, group => group.Select(unit => unit.Key).ToHashSet());

    public List<RegisterStep> Steps { get; } = [];

    public Register Result => new(_providers, _units, _managerNames, _personalNumbers);

    public ProviderState.Registered? Provider(Id id) => _providers.GetValueOrDefault(id);

    public UnitState.Registered? Unit(Id id) => _units.GetValueOrDefault(id);

    public Id? ProviderWith(OrganisationNumber number) => _byNumber.TryGetValue(number.Value, out var id) ? id : null;

    public Id? UnitWith(Id provider, Id agreement, string? key, string name)
    {
        if (key is not null)
            return _byUnitKey.TryGetValue((provider, TypedText.Fold(key)), out var byKey) ? byKey : null;
        return _byUnitName.TryGetValue((agreement, TypedText.Fold(name)), out var byName) ? byName : null;
    }

    /// <summary>The codes of the units that the provider has run.</summary>
    public IEnumerable<string> UnitKeys(Id provider) => _unitKeys.TryGetValue(provider, out var keys) ? keys : [];

    public string? ManagerName(Id key) => _managerNames.GetValueOrDefault(key);

    public IReadOnlyList<Refusal> Try(int row, Id id, ProviderCommand command)
    {
        ProviderState state = _providers.TryGetValue(id, out var found) ? found : ProviderState.Initial;
        var decision = ProviderDecider.Decide(state, command, context);
        if (decision is Decision<ProviderEvent>.Refused refused)
            return refused.Reasons;
        var events = ((Decision<ProviderEvent>.Accepted)decision).Events;
        if (events.Count == 0)
            return [];
        _providers[id] = (ProviderState.Registered)events.Aggregate(state, ProviderDecider.Evolve);
        if (command is ProviderCommand.Register { Number: var number })
        {
            _byNumber[number.Value] = id;
            if (number.IsPersonal)
                _personalNumbers[id] = number;
        }

        Steps.Add(new RegisterStep.OfProvider(row, id, found is null, command));
        return [];
    }

    public IReadOnlyList<Refusal> Try(int row, Id id, UnitCommand command)
    {
        UnitState state = _units.TryGetValue(id, out var found) ? found : UnitState.Initial;
        var decision = UnitDecider.Decide(state, command, context);
        if (decision is Decision<UnitEvent>.Refused refused)
            return refused.Reasons;
        var events = ((Decision<UnitEvent>.Accepted)decision).Events;
        if (events.Count == 0)
            return [];
        var unit = (UnitState.Registered)events.Aggregate(state, UnitDecider.Evolve);
        _units[id] = unit;
        if (!_unitKeys.TryGetValue(unit.Agreement.ProviderId, out var keys))
            _unitKeys[unit.Agreement.ProviderId] = keys = [];
        keys.Add(unit.Key);
        _byUnitKey[(unit.Agreement.ProviderId, TypedText.Fold(unit.Key))] = id;
        _byUnitName[(unit.Agreement.AgreementId, TypedText.Fold(unit.Names.Latest()))] = id;
        if (((command as UnitCommand.Register)?.Manager ?? command as UnitCommand.AppointManager) is { } appointed)
            _managerNames[appointed.Key] = appointed.Name;
        Steps.Add(new RegisterStep.OfUnit(row, id, found is null, command));
        return [];
    }
}
