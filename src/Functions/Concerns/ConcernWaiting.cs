using Oversight.Concerns;
using Oversight.Functions.Waiting;

namespace Oversight.Functions.Concerns;

/// <summary>A concern waits for the decision on a proposed påkallad granskning.</summary>
public static class ConcernWaiting
{
    public static WaitingKind<ConcernState, ConcernCommand, ConcernEvent> Kind { get; } = new()
    {
        Stream = ConcernStream.Kind,
        Awaited = ConcernAwaiting.Of,
        CommandFor = (step, settings) => ConcernAwaiting.CommandFor(step, ConcernRules.From(settings)),
    };
}
