namespace Oversight.Providers;

/// <summary>
/// Where letters and svarslänkar go. The address may name a person and is kept apart, under the pseudonymous key.
/// </summary>
/// <param name="KeptWith">The provider in whose private partition it is kept.</param>
public sealed record UnitContact(Id Key, Id KeptWith);

public abstract partial record UnitCommand
{
    /// <param name="Address">
    /// An e-mail address: checked here, but kept apart from the events under <paramref name="Key"/>.
    /// </param>
    public sealed record SetContact(Id Key, string Address) : OfRegistered
    {
        internal override Decision<UnitEvent> Decide(UnitState.Registered unit, CommandContext context)
        {
            List<Refusal> refusals = [];
            refusals.Text("contact", Address, MailAddresses.Longest, isRequired: true);
            if (refusals.Count == 0 && !MailAddresses.IsPossible(Address))
                refusals.Add(new Refusal(UnitRefusals.AddressImpossible, "contact"));
            return Decision.Unless<UnitEvent>(refusals,
                () => new UnitEvent.ContactSet(new UnitContact(Key, unit.Agreement.ProviderId)));
        }
    }
}

public abstract partial record UnitEvent
{
    public sealed record ContactSet(UnitContact Contact) : OfRegistered
    {
        internal override UnitState Apply(UnitState.Registered unit) => unit with { Contact = Contact };
    }
}
