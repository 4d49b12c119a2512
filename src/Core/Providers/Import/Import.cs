namespace Oversight.Providers.Import;

/// <summary>
/// What is asked of an import's stream. Acceptance is the commit point: from then on the file is carried out, whatever
/// happens.
/// </summary>
public abstract record ImportCommand
{
    private ImportCommand()
    {
    }

    /// <param name="Sha256">Names the stored file's content.</param>
    public sealed record Accept(string Sha256, int Rows, int Steps) : ImportCommand;

    public sealed record Finish : ImportCommand;

    /// <summary>
    /// The register has changed so that the rest of the file contradicts it; what had been carried out stays.
    /// </summary>
    public sealed record Stop(IReadOnlyList<ImportProblem> Problems) : ImportCommand;
}

public abstract record ImportEvent
{
    private ImportEvent()
    {
    }

    public sealed record Accepted(string Sha256, int Rows, int Steps) : ImportEvent;

    public sealed record Finished : ImportEvent;

    public sealed record Stopped(IReadOnlyList<ImportProblem> Problems) : ImportEvent;
}

public abstract record ImportState
{
    private ImportState()
    {
    }

    public static ImportState Initial { get; } = new Unknown();

    public sealed record Unknown : ImportState;

    /// <summary>Accepted and being carried out, or waiting to be taken up again.</summary>
    public sealed record Underway(string Sha256, int Rows, int Steps) : ImportState;

    public sealed record Done(int Rows, int Steps) : ImportState;

    public sealed record Halted(int Rows, IReadOnlyList<ImportProblem> Problems) : ImportState;
}

public static class ImportDecider
{
    public static Decision<ImportEvent> Decide(ImportState state, ImportCommand command, CommandContext context) =>
        (state, command) switch
        {
            (ImportState.Unknown, ImportCommand.Accept accept) =>
                new ImportEvent.Accepted(accept.Sha256, accept.Rows, accept.Steps),
            (ImportState.Unknown, _) => new Refusal(ImportRefusals.NotAccepted),
            (_, ImportCommand.Accept) => new Refusal(ImportRefusals.AlreadyAccepted),
            (ImportState.Underway, ImportCommand.Finish) => new ImportEvent.Finished(),
            (ImportState.Underway, ImportCommand.Stop stop) => new ImportEvent.Stopped(stop.Problems),
            _ => Decision.Accept<ImportEvent>(),
        };

    public static ImportState Evolve(ImportState state, ImportEvent happened) => (state, happened) switch
    {
        (_, ImportEvent.Accepted accepted) => new ImportState.Underway(accepted.Sha256, accepted.Rows, accepted.Steps),
        (ImportState.Underway underway, ImportEvent.Finished) => new ImportState.Done(underway.Rows, underway.Steps),
        (ImportState.Underway underway, ImportEvent.Stopped stopped) =>
            new ImportState.Halted(underway.Rows, stopped.Problems),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot follow {state.GetType().Name}."),
    };
}
