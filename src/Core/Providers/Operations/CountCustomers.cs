namespace Oversight.Providers;

public abstract partial record UnitCommand
{
    public sealed record CountCustomers(DateOnly On, int Customers, int? Children) : OfRegistered
    {
        internal override Decision<UnitEvent> Decide(UnitState.Registered unit, CommandContext context)
        {
            List<Refusal> refusals = [];
            refusals.Day("countedOn", On, context.Today);
            const int most = RegisterChecks.MostCustomers;
            if (Customers is < 0 or > most)
                refusals.Add(new Refusal(UnitRefusals.CustomersOutOfRange, "customers", $"{most}"));
            if (Children is < 0 or > most)
                refusals.Add(new Refusal(UnitRefusals.CustomersOutOfRange, "children", $"{most}"));
            else if (Children > Customers)
                refusals.Add(new Refusal(UnitRefusals.MoreChildrenThanCustomers, "children"));
            if (unit.Count is { } last && On < last.On)
                refusals.Add(new Refusal(RegisterRefusals.ChangeBeforeLast, "countedOn", $"{last.On:yyyy-MM-dd}"));
            var count = new CustomerCount(On, Customers, Children);
            return Decision.Unless<UnitEvent>(refusals, () => unit.Count == count
                ? Decision.Accept<UnitEvent>()
                : new UnitEvent.CustomersCounted(count));
        }
    }
}

public abstract partial record UnitEvent
{
    public sealed record CustomersCounted(CustomerCount Count) : OfRegistered
    {
        internal override UnitState Apply(UnitState.Registered unit) => unit with
        {
            Counts = [.. unit.Counts.Where(count => count.On != Count.On), Count],
        };
    }
}
