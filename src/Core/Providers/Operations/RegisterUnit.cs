namespace Oversight.Providers;

public abstract partial record UnitCommand
{
    /// <param name="Key">enhetskod as people write it; unique within the provider, which the edge reserves.</param>
    /// <param name="Count">What is known of the customers from the start, if anything.</param>
    /// <param name="Manager">Who is responsible from the start, if known.</param>
    public sealed record Register(
        string Key, string Name, AgreementFacts Agreement, UnitDetails Details, Licence Licence, RegisterRules Rules,
        CountCustomers? Count = null, AppointManager? Manager = null) : UnitCommand
    {
        internal override Decision<UnitEvent> Decide(UnitState state, CommandContext context)
        {
            if (state is not UnitState.Unknown)
                return new Refusal(UnitRefusals.AlreadyRegistered);
            List<Refusal> refusals = [];
            refusals.Text("key", Key, RegisterChecks.KeyLength, isRequired: true);
            refusals.Text("name", Name, RegisterChecks.NameLength, isRequired: true);
            refusals.Details(Details, null, Agreement, Rules);
            refusals.Licence(Licence, context.Today);
            var registered = new UnitEvent.Registered(Key, Name, Agreement, Details, Licence);
            var unit = registered.Apply(state);
            List<UnitEvent> events = [registered];
            foreach (var more in new UnitCommand?[] { Count, Manager })
                Add(more?.Decide(unit, context), refusals, events);
            return Decision.Unless<UnitEvent>(refusals, () => Decision.Accept<UnitEvent>(events));
        }

        private static void Add(Decision<UnitEvent>? decision, List<Refusal> refusals, List<UnitEvent> events)
        {
            if (decision is Decision<UnitEvent>.Refused refused)
                refusals.AddRange(refused.Reasons);
            else if (decision is Decision<UnitEvent>.Accepted accepted)
                events.AddRange(accepted.Events);
        }
    }
}

public abstract partial record UnitEvent
{
    public sealed record Registered(
        string Key, string Name, AgreementFacts Agreement, UnitDetails Details, Licence Licence) : UnitEvent
    {
        internal override UnitState Apply(UnitState state) => new UnitState.Registered(
            Key, DatedHistory.Begin(Name), DatedHistory.Begin(Agreement), DatedHistory.Begin(Details), Licence, [], []);
    }
}
