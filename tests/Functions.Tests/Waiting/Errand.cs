using Oversight.Functions.Storage;
using Oversight.Functions.Waiting;
using Oversight.Waiting;

namespace Oversight.Functions.Tests.Waiting;

/// <summary>
/// A small kind of stream that waits for several answers at once, and can go wrong in the ways that a loop must bear.
/// </summary>
public sealed record Errand(bool IsOpen, bool IsBroken, IReadOnlyList<AwaitedAnswer> Open)
{
    public static Errand None { get; } = new(false, false, []);
}

public abstract record ErrandCommand
{
    private ErrandCommand()
    {
    }

    public sealed record Begin(params IReadOnlyList<AwaitedAnswer> Answers) : ErrandCommand;

    public sealed record Answer(string What) : ErrandCommand;

    /// <summary>Changes nothing that is awaited.</summary>
    public sealed record Note : ErrandCommand;

    /// <summary>From now on it cannot be worked out what is awaited, or it can again.</summary>
    public sealed record Break(bool IsBroken) : ErrandCommand;

    public sealed record Do(DueStep Step) : ErrandCommand;
}

public abstract record ErrandEvent
{
    private ErrandEvent()
    {
    }

    public sealed record Begun(IReadOnlyList<AwaitedAnswer> Answers) : ErrandEvent;

    public sealed record Answered(string What) : ErrandEvent;

    public sealed record Noted : ErrandEvent;

    public sealed record Broken(bool IsBroken) : ErrandEvent;

    public sealed record Did(DueStep Step) : ErrandEvent;
}

public static class Errands
{
    /// <summary>
    /// A step that stays due though it was taken: a fault of a capability, which must not keep its loop busy for ever.
    /// </summary>
    public const string Stubborn = "stubborn";

    public static AwaitedParty Party { get; } = new(Role.Registrar, new BoardId("socialnamnden"));

    public static StreamKind<Errand, ErrandCommand, ErrandEvent> Kind { get; } = new()
    {
        Name = "errand",
        Initial = Errand.None,
        Decide = Decide,
        Evolve = Evolve,
        Events = new EventTypes<ErrandEvent>()
            .Add<ErrandEvent.Begun>("errand.begun.v1")
            .Add<ErrandEvent.Answered>("errand.answered.v1")
            .Add<ErrandEvent.Noted>("errand.noted.v1")
            .Add<ErrandEvent.Broken>("errand.broken.v1")
            .Add<ErrandEvent.Did>("errand.did.v1"),
        ProjectionVersion = 1,
        Rows = WaitingRows.Types,
        Project = (head, state) => WaitingRows.Of(head, Awaits(state)),
        Effects =
            [WakeEffect.Of<ErrandEvent>("errand", happened => happened is not (ErrandEvent.Noted or ErrandEvent.Did))],
    };

    public static WaitingKind<Errand, ErrandCommand, ErrandEvent> Waiting { get; } = new()
    {
        Stream = Kind,
        Awaited = Awaits,
        CommandFor = (step, _) => new ErrandCommand.Do(step),
    };

    public static AwaitedAnswer Answer(string what, params WaitingStep[] steps) => new(what, Party, null, steps);

    private static Awaited Awaits(Errand errand) => Awaited.Of(() =>
        errand.IsBroken ? throw new InvalidOperationException("This errand cannot be worked out.") : errand.Open);

    private static Decision<ErrandEvent> Decide(Errand errand, ErrandCommand command, CommandContext context) =>
        command switch
        {
            ErrandCommand.Begin begin => new ErrandEvent.Begun(begin.Answers),
            ErrandCommand.Answer answer => new ErrandEvent.Answered(answer.What),
            ErrandCommand.Note => new ErrandEvent.Noted(),
            ErrandCommand.Break broken => new ErrandEvent.Broken(broken.IsBroken),
            ErrandCommand.Do step => errand.Open.Any(open => open.What == step.Step.What)
                ? new ErrandEvent.Did(step.Step)
                : Decision.Accept<ErrandEvent>(),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };

    private static Errand Evolve(Errand errand, ErrandEvent happened) => happened switch
    {
        ErrandEvent.Begun begun => new(true, false, begun.Answers),
        ErrandEvent.Answered answered =>
            errand with { Open = [.. errand.Open.Where(open => open.What != answered.What)] },
        ErrandEvent.Broken broken => errand with { IsBroken = broken.IsBroken },
        ErrandEvent.Did did =>
            errand with
            { Open = [.. errand.Open.Select(open => open.What == did.Step.What ? After(open, did.Step) : open)] },
        _ => errand,
    };

    private static AwaitedAnswer After(AwaitedAnswer open, DueStep done) =>
        open with { Steps = [.. open.Steps.Where(step => step.Day > done.Day || step.Name == Stubborn)] };
}
