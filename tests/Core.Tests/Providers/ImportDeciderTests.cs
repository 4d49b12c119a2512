using Oversight.Providers.Import;

namespace Oversight.Core.Tests.Providers;

public class ImportDeciderTests
{
    private static readonly ImportCommand.Accept Accept = new("abc", 10, 4);
    private static readonly ImportEvent.Accepted Accepted = new("abc", 10, 4);
    private static readonly ImportProblem[] Problems = [new(2, "anordnare", new Refusal("a"))];

    [Fact]
    public void An_import_is_accepted_once_and_finished_or_stopped_once()
    {
        Answer([], Accept).ShouldBe(Accepted);
        Answer([], new ImportCommand.Finish()).ShouldBe(ImportRefusals.NotAccepted);
        Answer([], new ImportCommand.Stop(Problems)).ShouldBe(ImportRefusals.NotAccepted);
        Answer([Accepted], Accept).ShouldBe(ImportRefusals.AlreadyAccepted);
        Answer([Accepted], new ImportCommand.Finish()).ShouldBe(new ImportEvent.Finished());
        Answer([Accepted], new ImportCommand.Stop(Problems)).ShouldBe(new ImportEvent.Stopped(Problems));
        foreach (var end in new ImportEvent[] { new ImportEvent.Finished(), new ImportEvent.Stopped(Problems) })
        {
            Answer([Accepted, end], Accept).ShouldBe(ImportRefusals.AlreadyAccepted);
            Answer([Accepted, end], new ImportCommand.Finish()).ShouldBeNull();
            Answer([Accepted, end], new ImportCommand.Stop(Problems)).ShouldBeNull();
        }
    }

    [Fact]
    public void An_import_is_what_has_happened_to_it()
    {
        After([Accepted]).ShouldBe(new ImportState.Underway("abc", 10, 4));
        After([Accepted, new ImportEvent.Finished()]).ShouldBe(new ImportState.Done(10, 4));
        After([Accepted, new ImportEvent.Stopped(Problems)]).ShouldBe(new ImportState.Halted(10, Problems));
        Should.Throw<InvalidOperationException>(() => After([new ImportEvent.Finished()])).Message
            .ShouldBe("Finished cannot follow Unknown.");
    }

    private static ImportState After(IEnumerable<ImportEvent> events) =>
        events.Aggregate(ImportState.Initial, ImportDecider.Evolve);

    /// <summary>The code of the refusal, the event, or null.</summary>
    private static object? Answer(IEnumerable<ImportEvent> before, ImportCommand command) =>
        ImportDecider.Decide(After(before), command, RandomRegister.Context) switch
        {
            Decision<ImportEvent>.Refused refused => refused.Reasons.Single().Code,
            Decision<ImportEvent>.Accepted accepted => accepted.Events.SingleOrDefault(),
            _ => throw new InvalidOperationException(),
        };
}
