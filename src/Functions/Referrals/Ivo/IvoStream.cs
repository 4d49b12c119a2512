using Oversight.Functions.Identity;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Waiting;
using Oversight.Referrals;
using Oversight.Waiting;

namespace Oversight.Functions.Referrals;

/// <summary>The stream of a position on a report to IVO, and its row in the list of its board.</summary>
public static class IvoStream
{
    private const string Name = "ivo-position";

    public static StreamKind<IvoState, IvoCommand, IvoEvent> Kind { get; } = new()
    {
        Name = Name,
        Initial = IvoState.Initial,
        Decide = IvoDecider.Decide,
        Evolve = IvoDecider.Evolve,
        Events = new EventTypes<IvoEvent>()
            .Add<IvoEvent.Raised>("ivo-position.raised.v1")
            .Add<IvoEvent.FindingJoined>("ivo-position.finding-joined.v1")
            .Add<IvoEvent.Reminded>("ivo-position.reminded.v1")
            .Add<IvoEvent.Escalated>("ivo-position.escalated.v1")
            .Add<IvoEvent.WentOver>("ivo-position.went-over.v1")
            .Add<IvoEvent.ConflictDeclared>("ivo-position.conflict-declared.v1")
            .Add<IvoEvent.Decided>("ivo-position.decided.v1")
            .Add<IvoEvent.ReportRecorded>("ivo-position.report-recorded.v1"),
        ProjectionVersion = 3,
        Rows = [typeof(IvoRow), typeof(ConflictRow), .. WaitingRows.Types],
        Project = Project,
        Effects =
        [
            WakeEffect.Of<IvoEvent>(Name, IvoAwaiting.IsChangedBy),
            Effect.OfEvent<IvoEvent>(IvoDocuments.Name, happened => happened is IvoEvent.Decided),
            Effect.OfEvent<IvoEvent>(
                IvoEnding.Name, happened => happened is IvoEvent.Decided or IvoEvent.ReportRecorded),
        ],
    };

    public static WaitingKind<IvoState, IvoCommand, IvoEvent> Waiting { get; } = new()
    {
        Stream = Kind,
        Awaited = IvoAwaiting.Of,
        CommandFor = (step, settings) => step.Name == WaitingStep.EscalateName
            ? new IvoCommand.Escalate(settings.IvoRulesOn(step.Day))
            : new IvoCommand.Remind(),
    };

    public static string StreamId(Id id) => $"{Kind.Name}-{id}";

    public static string PartitionOf(BoardId board) => $"ivo-positions|{board}";

    private static IEnumerable<ViewRow> Project(StreamHead head, IvoState state)
    {
        if (state.Position is not { } position)
            yield break;
        yield return new ViewRow(PartitionOf(position.Unit.Board), head.Id.Value, new IvoRow
        {
            Id = head.Id,
            Review = position.Review,
            Concerns = position.Concerns,
            Board = position.Unit.Board,
            Unit = position.Unit.Name,
            ProviderName = position.Unit.ProviderName,
            Number = position.Report?.Number,
            ProviderId = position.Unit.ProviderId,
            DecidedOn = position.Decision?.On,
            Status = state.Status,
            IsDuty = position.IsDuty,
            RaisedOn = position.RaisedOn,
            Until = position.Wait.Until,
            Deciders = [.. new[] { position.Decider, position.Wait.From }.Distinct()],
            InConflict = position.InConflict,
        });
        foreach (var conflict in ConflictRow.Of(head, position.InConflict))
            yield return conflict;
        foreach (var waiting in WaitingRows.Of(head, IvoAwaiting.Of(state)))
            yield return waiting;
    }
}

/// <summary>A position in the list of its board.</summary>
public sealed record IvoRow
{
    public required Id Id { get; init; }

    public required Id? Review { get; init; }

    /// <summary>Closed with them where there is no review.</summary>
    public required IReadOnlyList<Id> Concerns { get; init; }

    public required BoardId Board { get; init; }

    public required string Unit { get; init; }

    public required string ProviderName { get; init; }

    /// <summary>What IVO has given it; null before it is reported.</summary>
    public required string? Number { get; init; }

    public required Id ProviderId { get; init; }

    /// <summary>Null until it is decided.</summary>
    public required DateOnly? DecidedOn { get; init; }

    public required IvoStatus Status { get; init; }

    public required bool IsDuty { get; init; }

    public required DateOnly RaisedOn { get; init; }

    /// <summary>The last day for the decision.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The roles that may decide now.</summary>
    public required IReadOnlyList<Role> Deciders { get; init; }

    public required IReadOnlyList<string> InConflict { get; init; }
}
