using Oversight.Functions.Storage;

namespace Oversight.Functions.Operations;

public static class Outcomes
{
    /// <summary>What became of a command, told of the subject instead of its state.</summary>
    /// <param name="at">The subject as the state leaves it.</param>
    public static Outcome<TOpen> Of<TState, TOpen>(this Outcome<TState> outcome, Func<StreamHead, TState, TOpen> at) =>
        outcome switch
        {
            Outcome<TState>.Done done => new Outcome<TOpen>.Done(done.Head, at(done.Head, done.State), done.Repeated),
            Outcome<TState>.Refused refused => new Outcome<TOpen>.Refused(refused.Reasons),
            Outcome<TState>.Conflict conflict =>
                new Outcome<TOpen>.Conflict(conflict.Head, at(conflict.Head, conflict.State)),
            Outcome<TState>.KeyReused used => new Outcome<TOpen>.KeyReused(used.Head),
            _ => new Outcome<TOpen>.Missing(),
        };

    /// <summary>What became of a creation.</summary>
    /// <param name="page">The page of what was made.</param>
    /// <param name="address">Where callers of the API find it.</param>
    /// <param name="describe">What they are told about it.</param>
    public static async Task<Outcome<Made>> MadeAsync<TOpen>(
        this Outcome<TOpen> outcome, Func<TOpen, string> page, Func<TOpen, string> address,
        Func<TOpen, Task<object>> describe)
        where TOpen : IOpened => outcome is Outcome<TOpen>.Done { State: var open } done
            ? new Outcome<Made>.Done(
                done.Head, new Made(page(open), address(open), await describe(open), done.Head.Version), done.Repeated)
            : outcome.Of<TOpen, Made>(
                (_, _) => throw new InvalidOperationException("What is to be made was changed by somebody else."));
}
