using Oversight.Texts;

namespace Oversight.Concerns;

public abstract partial record ConcernCommand
{
    /// <summary>
    /// Whoever asks works with it from now on, also where a colleague has had it: it closes nothing to anybody.
    /// </summary>
    public sealed record Take(WrittenText Name) : ConcernCommand
    {
        internal override Decision<ConcernEvent> Decide(ConcernState state, CommandContext context)
        {
            var (file, user) = (state.RequiredFile, context.Actor.UserId);
            if (file.InConflict.Contains(user))
                return new Refusal(ConcernRefusals.InConflictOfInterest);
            return file.Holder?.UserId == user
                ? new Refusal(ConcernRefusals.AlreadyHeld)
                : new ConcernEvent.Taken(context.Today, new ConcernHolder(user, Name.Kept, context.Today));
        }
    }

    /// <summary>Gives it to a colleague, who works with it from now on.</summary>
    /// <param name="UserId">Entra object id of the colleague; null: nobody was chosen.</param>
    public sealed record HandOver(string? UserId, WrittenText Name) : ConcernCommand
    {
        internal override Decision<ConcernEvent> Decide(ConcernState state, CommandContext context)
        {
            var file = state.RequiredFile;
            if (!context.Holds(file))
                return new Refusal(ConcernRefusals.NotHeldByYou);
            return WhyNot(file) is { } code
                ? new Refusal(code, "colleague")
                : new ConcernEvent.HandedOver(context.Today, new ConcernHolder(UserId!, Name.Kept, context.Today));
        }

        /// <summary>Null: the colleague may have it.</summary>
        private string? WhyNot(ConcernFile file) => UserId switch
        {
            null or "" => ConcernRefusals.ColleagueRequired,
            _ when UserId == file.Holder?.UserId => ConcernRefusals.AlreadyHeld,
            _ when !file.MayBeHeldBy(UserId) => ConcernRefusals.ColleagueIsOutside,
            _ => null,
        };
    }

    /// <summary>lämna tillbaka: nobody works with it any longer.</summary>
    public sealed record PutBack : ConcernCommand
    {
        internal override Decision<ConcernEvent> Decide(ConcernState state, CommandContext context) =>
            context.Holds(state.RequiredFile)
                ? new ConcernEvent.PutBack(context.Today)
                : new Refusal(ConcernRefusals.NotHeldByYou);
    }
}

public abstract partial record ConcernEvent
{
    public sealed record Taken(DateOnly On, ConcernHolder Holder) : ConcernEvent(On)
    {
        internal override ConcernState Apply(ConcernState state) =>
            state.Change(file => file with { Holder = Holder });
    }

    public sealed record HandedOver(DateOnly On, ConcernHolder Holder) : ConcernEvent(On)
    {
        internal override ConcernState Apply(ConcernState state) =>
            state.Change(file => file with { Holder = Holder });
    }

    public sealed record PutBack(DateOnly On) : ConcernEvent(On)
    {
        internal override ConcernState Apply(ConcernState state) => state.Change(file => file with { Holder = null });
    }
}

/// <summary>Who works with a concern, and since when.</summary>
/// <param name="UserId">Entra object id.</param>
public sealed record ConcernHolder(string UserId, TextReference Name, DateOnly Since);

/// <summary>Not members of the stored types, so that nothing derived is ever stored.</summary>
public static class ConcernHolding
{
    extension(ConcernFile file)
    {
        /// <summary>
        /// Neither whoever has declared a conflict of interest nor anybody outside what is sealed works with it.
        /// </summary>
        public bool MayBeHeldBy(string userId) =>
            !file.InConflict.Contains(userId) && (file.Seal is not { } seal || seal.Inside.Contains(userId));

        /// <summary>After something that may have closed it to whoever works with it.</summary>
        internal ConcernFile HeldByWhoMay() => file with
        {
            Holder = file.Holder is { } now && file.MayBeHeldBy(now.UserId) ? now : null,
        };

        /// <summary>What one board's people have had, another board's have not.</summary>
        internal ConcernFile HeldByNobodyElsewhere(BoardId board) =>
            board == file.Board ? file : file with { Holder = null };
    }

    /// <summary>Whether the actor works with it, or stands in for whoever does.</summary>
    internal static bool Holds(this CommandContext context, ConcernFile file) => file.Holder is { } holder
        && (holder.UserId == context.Actor.UserId || context.StandsInFor.Contains(holder.UserId));
}
