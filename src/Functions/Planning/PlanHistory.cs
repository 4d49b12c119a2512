using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Planning;

namespace Oversight.Functions.Planning;

/// <summary>Reads what has happened to a plan, with the reasons and comments that are kept apart from it.</summary>
public sealed class PlanHistory(Streams streams, PrivateTexts texts)
{
    public async Task<PlanTold> ReadAsync(Folded<PlanState> plan, CancellationToken cancellation)
    {
        var history = await streams.HistoryAsync(PlanStream.Kind, plan.Head.Id, cancellation);
        // A plan that has only been drafted has no texts.
        var kept = history.Any(recorded => recorded.Event is not PlanEvent.Drafted and not PlanEvent.Prepared)
            ? await texts.ReadAllAsync(plan.Head.StreamId, cancellation)
            : new Dictionary<string, PrivateEntry>();
        return new PlanTold([.. history.Where(recorded => recorded.Version <= plan.Head.Version)], kept);
    }

    /// <summary>The content of each version, by its number.</summary>
    public async Task<IReadOnlyDictionary<int, PlanContent>> ContentsAsync(
        Folded<PlanState> plan, CancellationToken cancellation) =>
        (await streams.HistoryAsync(PlanStream.Kind, plan.Head.Id, cancellation))
            .Select(recorded => recorded.Event).OfType<PlanEvent.Drafted>()
            .ToDictionary(drafted => drafted.Version, drafted => drafted.Content);
}

/// <summary>What has happened to a plan, oldest first.</summary>
public sealed class PlanTold(
    IReadOnlyList<Recorded<PlanEvent>> history, IReadOnlyDictionary<string, PrivateEntry> kept)
{
    /// <summary>Each adoption and reopening with its reason.</summary>
    public IReadOnlyList<PlanDecision> Decisions => [.. history.Select(Decision).OfType<PlanDecision>()];

    public IReadOnlyList<PlanHappening> Happenings =>
    [
        .. history.Select(recorded => new PlanHappening(
            recorded.Version, recorded.At, recorded.Actor.Role, What(recorded.Event), Find(Words(recorded.Event)))),
    ];

    /// <summary>What has been said of the plan while it was made: why a unit was steered, and comments.</summary>
    public IReadOnlyList<PlanRemark> Remarks =>
    [
        .. history.Where(recorded => recorded.Event is PlanEvent.Steered or PlanEvent.ChoicesSet
                or PlanEvent.Commented or PlanEvent.MissExplained)
            .Select(recorded => new PlanRemark(
                recorded.Event, recorded.At, recorded.Actor.Role, Find(Words(recorded.Event)))),
    ];

    private static string What(PlanEvent happened) => happened switch
    {
        PlanEvent.Adopted { Outcome: BoardOutcome.Noted } => "Noterad av nämnden",
        PlanEvent.Adopted { Outcome: BoardOutcome.Established } => "Fastställd av nämnden",
        PlanEvent.Adopted => "Fastställd",
        PlanEvent.Reopened => "Öppnad för revidering",
        PlanEvent.Drafted => "Nytt utkast",
        PlanEvent.Steered => "En enhets plats i planen bestämd",
        PlanEvent.ChoicesSet => "Kapaciteten ändrad",
        PlanEvent.Commented => "Kommentar",
        PlanEvent.MissExplained => "Varför en granskning inte blev av",
        PlanEvent.Prepared { FinishedBy: not null } => "Färdigställd för nämnden",
        _ => "Versionen för nämnden utpekad",
    };

    /// <summary>The name of the text that goes with it.</summary>
    private static string? Words(PlanEvent happened) => happened switch
    {
        // Where the reason of an adoption stood before events referred to it.
        PlanEvent.Adopted e => e.Reason?.Name ?? $"adoption-{e.Version}#{Plans.ReasonField}",
        PlanEvent.Reopened e => e.Reason?.Name,
        PlanEvent.Steered e => e.Steering.Reason.Name,
        PlanEvent.ChoicesSet e => e.Reason.Name,
        PlanEvent.Commented e => e.Text.Name,
        PlanEvent.MissExplained e => e.Miss.Reason.Name,
        _ => null,
    };

    private PlanDecision? Decision(Recorded<PlanEvent> recorded) => recorded.Event switch
    {
        PlanEvent.Adopted e => new PlanDecision(
            PlanDecisionKind.Adopted, e.Version, e.On, recorded.Actor.Role, Find(Words(e)))
        {
            Outcome = e.Outcome,
            Paragraph = e.Paragraph,
        },
        PlanEvent.Reopened e => new PlanDecision(
            PlanDecisionKind.Reopened, e.FromVersion, e.Day, recorded.Actor.Role, Find(Words(e))),
        _ => null,
    };

    private string? Find(string? reference) =>
        RequestTexts.Locate(reference) is var (entry, field) && kept.TryGetValue(entry, out var found)
            ? found.Fields.GetValueOrDefault(field)
            : null;
}

/// <summary>Something decided about a plan. The reason is null when it has been erased.</summary>
public sealed record PlanDecision(PlanDecisionKind Kind, int Version, DateOnly Day, Role Role, string? Reason)
{
    public BoardOutcome? Outcome { get; init; }

    public string? Paragraph { get; init; }
}

/// <summary>Something said of a plan while it was made or followed. The words are null when they are erased.</summary>
public sealed record PlanRemark(PlanEvent Event, DateTimeOffset At, Role Role, string? Words);

/// <summary>Something that happened to a plan, in words.</summary>
public sealed record PlanHappening(int Version, DateTimeOffset At, Role Role, string What, string? Reason);

public enum PlanDecisionKind
{
    Adopted,
    Reopened,
}
