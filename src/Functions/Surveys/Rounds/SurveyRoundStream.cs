using Oversight.Functions.Planning;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Planning;
using Oversight.Settings;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys;

/// <summary>The stream of a yearly round, and its row in the list of its board.</summary>
public static class SurveyRoundStream
{
    public static StreamKind<SurveyRoundState, SurveyRoundCommand, SurveyRoundEvent> Kind { get; } = new()
    {
        Name = "survey-round",
        Initial = SurveyRoundState.Initial,
        Decide = SurveyRoundDecider.Decide,
        Evolve = SurveyRoundDecider.Evolve,
        Events = new EventTypes<SurveyRoundEvent>()
            .Add<SurveyRoundEvent.Composed>("survey-round.composed.v1")
            .Add<SurveyRoundEvent.Adjusted>("survey-round.adjusted.v1")
            .Add<SurveyRoundEvent.Dropped>("survey-round.dropped.v1")
            .Add<SurveyRoundEvent.UnitLeftOut>("survey-round.unit-left-out.v1")
            .Add<SurveyRoundEvent.UnitTakenBack>("survey-round.unit-taken-back.v1")
            .Add<SurveyRoundEvent.WaveSent>("survey-round.wave-sent.v2")
            .Upcast("survey-round.wave-sent.v1", StoredJson.Read<SurveyRoundEvent.WaveSent>)
            .Add<SurveyRoundEvent.Closed>("survey-round.closed.v1"),
        ProjectionVersion = 2,
        Rows = [typeof(SurveyRoundRow), typeof(FollowUpFact)],
        Project = Project,
        Effects =
        [
            Effect.OfEvent<SurveyRoundEvent>(
                SurveyReleasing.Name, happened => happened is SurveyRoundEvent.WaveSent) with { OneAtATime = true },
            Effect.OfEvent<SurveyRoundEvent>(
                SurveyDocuments.Name, happened => happened is SurveyRoundEvent.Closed),
        ],
    };

    public static string StreamId(Id id) => $"{Kind.Name}-{id}";

    public static string PartitionOf(BoardId board) => $"survey-rounds|{board}";

    private static IEnumerable<ViewRow> Project(StreamHead head, SurveyRoundState state)
    {
        if (state.Round is not { } round)
            yield break;
        if (round.ReleasedOn is { } released)
            yield return new ViewRow(FollowUpLists.Of(round.Board), head.Id.Value, new FollowUpFact(
                FollowUpMethod.Survey, $"Avtalsenkät {round.Year}", null, released, round.Until,
                $"{head.StreamId}@{head.Version}"));
        yield return new ViewRow(PartitionOf(round.Board), head.Id.Value, new SurveyRoundRow
        {
            Id = head.Id,
            Board = round.Board,
            Year = round.Year,
            Status = state.Status,
            Until = round.Until,
            Asked = round.Asked.Count,
            LeftOut = round.LeftOut.Count,
            ReleasedOn = round.ReleasedOn,
        });
    }
}

/// <summary>A round in the list of its board.</summary>
public sealed record SurveyRoundRow
{
    public required Id Id { get; init; }

    public required BoardId Board { get; init; }

    public required int Year { get; init; }

    public required SurveyRoundStatus Status { get; init; }

    /// <summary>The last day for the answers.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>How many units.</summary>
    public required int Asked { get; init; }

    public required int LeftOut { get; init; }

    public required DateOnly? ReleasedOn { get; init; }
}
