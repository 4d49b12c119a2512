using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Providers.Import;

namespace Oversight.Functions.Providers;

/// <summary>The import stream: one file, from its acceptance to the register saying what it says.</summary>
public static class ImportStream
{
    public static StreamKind<ImportState, ImportCommand, ImportEvent> Kind { get; } = new()
    {
        Name = "import",
        Initial = ImportState.Initial,
        Decide = ImportDecider.Decide,
        Evolve = ImportDecider.Evolve,
        Events = new EventTypes<ImportEvent>()
            .Add<ImportEvent.Accepted>("import.accepted.v1")
            .Add<ImportEvent.Finished>("import.finished.v1")
            .Add<ImportEvent.Stopped>("import.stopped.v1"),
        ProjectionVersion = 1,
        Rows = [typeof(ImportRow)],
        Project = Project,
        Containers = [ImportFiles.Container],
        Effects = [Effect.OfEvent<ImportEvent>(ImportRun.EffectName, happened => happened is ImportEvent.Accepted) with
            { OneAtATime = true }],
    };

    private static IEnumerable<ViewRow> Project(StreamHead head, ImportState state)
    {
        if (state is not ImportState.Unknown)
            yield return new ViewRow(
                RegisterPartitions.Imports, $"{DateTime.MaxValue.Ticks - head.CreatedAt.UtcTicks:D19}|{head.Id}",
                Row(head, state));
    }

    private static ImportRow Row(StreamHead head, ImportState state) => state switch
    {
        ImportState.Underway underway =>
            new ImportRow(head.Id, head.CreatedAt, underway.Rows, underway.Steps, ImportStatus.Underway),
        ImportState.Done done => new ImportRow(head.Id, head.CreatedAt, done.Rows, done.Steps, ImportStatus.Done),
        ImportState.Halted halted => new ImportRow(head.Id, head.CreatedAt, halted.Rows, 0, ImportStatus.Stopped),
        _ => throw new InvalidOperationException("An import that was never accepted has no row."),
    };
}
