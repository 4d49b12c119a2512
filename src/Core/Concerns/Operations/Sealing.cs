namespace Oversight.Concerns;

public abstract partial record ConcernCommand
{
    /// <summary>
    /// Seals the concern when crime or irregularity is suspected: from then on only whoever seals it, those admitted
    /// and the enhetschef read it.
    /// </summary>
    public sealed record Seal(WrittenText Reason, ConcernRules Rules) : ConcernCommand
    {
        internal override Decision<ConcernEvent> Decide(ConcernState state, CommandContext context) =>
            state.RequiredFile switch
            {
                { Seal: not null } => new Refusal(ConcernRefusals.AlreadySealed),
                { } file when file.InConflict.Contains(context.Actor.UserId) =>
                    new Refusal(ConcernRefusals.InConflictOfInterest),
                _ => Decision.Unless<ConcernEvent>(
                    [.. ConcernChecks.Reason(Reason, Rules)],
                    () => new ConcernEvent.Sealed(context.Today, Reason.Kept, context.Actor.UserId)),
            };
    }

    /// <summary>Takes the seal away. The enhetschef's to decide.</summary>
    public sealed record Unseal(WrittenText Reason, ConcernRules Rules) : ConcernCommand
    {
        internal override Decision<ConcernEvent> Decide(ConcernState state, CommandContext context) =>
            state.RequiredFile.Seal is null
                ? new Refusal(ConcernRefusals.NotSealed)
                : Decision.Unless<ConcernEvent>(
                    [.. ConcernChecks.Reason(Reason, Rules)],
                    () => new ConcernEvent.Unsealed(context.Today, Reason.Kept));
    }

    /// <summary>Lets those who review because of a sealed concern read it. The system's.</summary>
    /// <param name="Users">Entra object ids.</param>
    public sealed record Admit(IReadOnlyList<string> Users) : ConcernCommand
    {
        internal override Decision<ConcernEvent> Decide(ConcernState state, CommandContext context) =>
            state.RequiredFile.Seal is not { } seal
                ? new Refusal(ConcernRefusals.NotSealed)
                : Users.Except(seal.Inside).ToList() is { Count: > 0 } users
                    ? new ConcernEvent.Admitted(context.Today, users)
                    : Decision.Accept<ConcernEvent>();
    }
}

public abstract partial record ConcernEvent
{
    /// <param name="By">Entra object id of whoever sealed it.</param>
    public sealed record Sealed(DateOnly On, TextReference Reason, string By) : ConcernEvent(On)
    {
        internal override ConcernState Apply(ConcernState state) =>
            state.Change(file => (file with { Seal = new ConcernSeal(On, Reason, [By]) }).HeldByWhoMay());
    }

    public sealed record Unsealed(DateOnly On, TextReference Reason) : ConcernEvent(On)
    {
        internal override ConcernState Apply(ConcernState state) => state.Change(file => file with { Seal = null });
    }

    /// <param name="Users">Entra object ids.</param>
    public sealed record Admitted(DateOnly On, IReadOnlyList<string> Users) : ConcernEvent(On)
    {
        internal override ConcernState Apply(ConcernState state) => state.Change(file => file with
        {
            Seal = file.Seal! with { Inside = [.. file.Seal.Inside, .. Users] },
        });
    }
}

/// <summary>spärr: since when, why, and who reads it besides the enhetschef, by their Entra object ids.</summary>
public sealed record ConcernSeal(DateOnly On, TextReference Reason, IReadOnlyList<string> Inside);
