using Oversight.Dialogues;
using Oversight.Functions.Dialogues.Papers;
using Oversight.Functions.Planning;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Planning;
using Oversight.Settings;

namespace Oversight.Functions.Dialogues;

/// <summary>The stream of a series of kvalitetsdialoger, and its row in the list of its board.</summary>
public static class DialogueStream
{
    public static StreamKind<DialogueState, DialogueCommand, DialogueEvent> Kind { get; } = new()
    {
        Name = "dialogue",
        Initial = DialogueState.Initial,
        Decide = DialogueDecider.Decide,
        Evolve = DialogueDecider.Evolve,
        Events = new EventTypes<DialogueEvent>()
            .Add<DialogueEvent.SeriesOpened>("dialogue.series-opened.v1")
            .Add<DialogueEvent.ParticipantsSet>("dialogue.participants-set.v1")
            .Add<DialogueEvent.LeadTaken>("dialogue.lead-taken.v1")
            .Add<DialogueEvent.OccasionPlanned>("dialogue.occasion-planned.v1")
            .Add<DialogueEvent.OccasionMoved>("dialogue.occasion-moved.v1")
            .Add<DialogueEvent.OccasionCancelled>("dialogue.occasion-cancelled.v1")
            .Add<DialogueEvent.Invited>("dialogue.invited.v1")
            .Add<DialogueEvent.PointAdded>("dialogue.point-added.v1")
            .Add<DialogueEvent.Noted>("dialogue.noted.v1")
            .Add<DialogueEvent.AreaAgreed>("dialogue.area-agreed.v1")
            .Add<DialogueEvent.AreaFollowed>("dialogue.area-followed.v1")
            .Add<DialogueEvent.Held>("dialogue.held.v1")
            .Add<DialogueEvent.ConcernTakenUp>("dialogue.concern-taken-up.v1")
            .Add<DialogueEvent.MinutesEstablished>("dialogue.minutes-established.v1")
            .Add<DialogueEvent.SeriesEnded>("dialogue.series-ended.v1"),
        ProjectionVersion = 2,
        Rows = [typeof(DialogueRow), typeof(FollowUpFact)],
        Project = Project,
        Effects =
        [
            Effect.OfEvent<DialogueEvent>(DialogueInvitations.Name, DialogueInvitations.Follows),
            Effect.OfEvent<DialogueEvent>(
                ConcernAnswering.Name, happened => happened is DialogueEvent.ConcernTakenUp),
            Effect.OfEvent<DialogueEvent>(
                DialogueMinutes.Name, happened => happened is DialogueEvent.MinutesEstablished),
        ],
    };

    public static string StreamId(Id id) => $"{Kind.Name}-{id}";

    public static string PartitionOf(BoardId board) => $"dialogues|{board}";

    private static IEnumerable<ViewRow> Project(StreamHead head, DialogueState state)
    {
        if (state.Series is not { } series)
            yield break;
        yield return new ViewRow(PartitionOf(series.Board), head.Id.Value, new DialogueRow
        {
            Id = head.Id,
            Board = series.Board,
            Area = series.Area,
            Name = series.Name,
            Lead = series.Lead.UserId,
            Status = state.Status,
            Units = [.. series.Participants.Select(one => one.UnitId)],
            Occasions = [.. series.Occasions.Select(occasion => Of(series, occasion))],
            OpenAreas =
            [
                .. series.Areas.Where(area => area.Status == AreaStatus.Open)
                    .Select(area => new OpenAreaRow(area.Number, area.Until)),
            ],
        });
        foreach (var occasion in series.Occasions.Where(one => one.Status != OccasionStatus.Cancelled))
            yield return new ViewRow(
                FollowUpLists.Of(series.Board), $"{head.Id}|{occasion.Number}", new FollowUpFact(
                    FollowUpMethod.Dialogue, series.Name,
                    occasion.With is { } with ? [with.UnitId] : [.. series.Participants.Select(one => one.UnitId)],
                    occasion.Time.On, occasion.Time.On, $"{head.StreamId}@{head.Version}"));
    }

    private static OccasionRow Of(DialogueSeries series, DialogueOccasion occasion) => new()
    {
        Number = occasion.Number,
        Status = occasion.Status,
        On = occasion.Time.On,
        From = occasion.Time.From,
        With = occasion.With?.Name,
        NotInvited = series.NotInvited(occasion).Count,
        HasMinutes = occasion.MinutesOn is not null,
    };
}

/// <summary>A series in the list of its board.</summary>
public sealed record DialogueRow
{
    public required Id Id { get; init; }

    public required BoardId Board { get; init; }

    public required CodeId Area { get; init; }

    public required string Name { get; init; }

    /// <summary>Entra object id of the samordnare.</summary>
    public required string Lead { get; init; }

    public required DialogueStatus Status { get; init; }

    public required IReadOnlyList<Id> Units { get; init; }

    public required IReadOnlyList<OccasionRow> Occasions { get; init; }

    public required IReadOnlyList<OpenAreaRow> OpenAreas { get; init; }
}

/// <param name="Until">The last day as it stands now.</param>
public sealed record OpenAreaRow(int Number, DateOnly Until);

/// <summary>A meeting in the row of its series.</summary>
public sealed record OccasionRow
{
    public required int Number { get; init; }

    public required OccasionStatus Status { get; init; }

    public required DateOnly On { get; init; }

    public required TimeOnly From { get; init; }

    /// <summary>The unit whose own meeting it is; null: it is for all.</summary>
    public required string? With { get; init; }

    /// <summary>How many it is for who have no invitation.</summary>
    public required int NotInvited { get; init; }

    public required bool HasMinutes { get; init; }
}
