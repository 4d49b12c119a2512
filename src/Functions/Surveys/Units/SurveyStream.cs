using System.Globalization;
using Oversight.Functions.Risk;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Waiting;
using Oversight.Risk;
using Oversight.Surveys;
using Oversight.Waiting;

namespace Oversight.Functions.Surveys;

/// <summary>The stream of one unit's avtalsenkät, and its rows: in its round, and among those of its unit.</summary>
public static class SurveyStream
{
    private const string Name = "survey";

    public static StreamKind<SurveyState, SurveyCommand, SurveyEvent> Kind { get; } = new()
    {
        Name = Name,
        Initial = SurveyState.Initial,
        Decide = SurveyDecider.Decide,
        Evolve = SurveyDecider.Evolve,
        Events = new EventTypes<SurveyEvent>()
            .Add<SurveyEvent.Asked>("survey.asked.v1")
            .Add<SurveyEvent.Prompted>("survey.prompted.v1")
            .Add<SurveyEvent.Extended>("survey.extended.v1")
            .Add<SurveyEvent.LinkRenewed>("survey.link-renewed.v1")
            .Add<SurveyEvent.LeftOut>("survey.left-out.v1")
            .Add<SurveyEvent.Answered>("survey.answered.v1")
            .Add<SurveyEvent.AskedAgain>("survey.asked-again.v1")
            .Add<SurveyEvent.FellSilent>("survey.fell-silent.v1")
            .Add<SurveyEvent.SilenceJudged>("survey.silence-judged.v1")
            .Add<SurveyEvent.ReplyJudged>("survey.reply-judged.v1"),
        ProjectionVersion = 2,
        Rows = [typeof(SurveyRow), typeof(SurveySignal), .. WaitingRows.Types],
        Project = Project,
        Effects =
        [
            WakeEffect.Of<SurveyEvent>(Name, SurveyAwaiting.IsChangedBy),
            Effect.OfState<SurveyEvent>(SurveyEffects.Asks, SurveyAwaiting.IsChangedBy),
            Effect.OfEvent<SurveyEvent>(SurveyEffects.Prompts, happened => happened is SurveyEvent.Prompted),
            Effect.OfEvent<SurveyEvent>(SurveyEffects.Renews, happened => happened is SurveyEvent.LinkRenewed),
        ],
    };

    public static WaitingKind<SurveyState, SurveyCommand, SurveyEvent> Waiting { get; } = new()
    {
        Stream = Kind,
        Awaited = SurveyAwaiting.Of,
        CommandFor = (step, _) => step.Name == WaitingStep.EscalateName
            ? new SurveyCommand.FallSilent()
            : new SurveyCommand.Prompt(),
    };

    public static string StreamId(Id id) => $"{Kind.Name}-{id}";

    public static string PartitionOf(Id round) => $"surveys|{round}";

    /// <summary>Those of a unit, by year.</summary>
    public static string PartitionOfUnit(Id unit) => $"surveys-of-unit|{unit}";

    /// <summary>Those that a provider was asked, by year.</summary>
    public static string PartitionOfProvider(Id provider) => $"surveys-of-provider|{provider}";

    private static IEnumerable<ViewRow> Signals(StreamHead head, Survey survey) =>
        SurveySignals.Of(head.Id, $"{head.StreamId}/{head.Version}", survey).Select(signal => new ViewRow(
            SurveySignalLists.Of(survey.Unit.Board),
            $"{SurveySignalLists.OfUnit(signal.UnitId)}{head.Id}|{StoredEnum<SurveySignalKind>.Write(signal.Kind)}|"
                + (signal.Question?.Value ?? ""),
            signal));

    private static IEnumerable<ViewRow> Project(StreamHead head, SurveyState state)
    {
        if (state.Survey is not { } survey)
            yield break;
        var row = new SurveyRow
        {
            Id = head.Id,
            RoundId = survey.RoundId,
            Year = survey.Year,
            Unit = survey.Unit,
            Set = survey.Set,
            Questions = survey.Questions,
            Status = state.Status,
            Until = survey.Until,
            Answer = survey.Answers.Count == 0 ? null : survey.Answers[^1],
            Silence = survey.Silence?.Judgement,
            JudgeUntil = survey.Silence?.JudgeUntil,
            Replies = survey.Replies,
            Deviations = survey.Deviations,
            Judged = survey.Judged,
        };
        yield return new ViewRow(PartitionOf(survey.RoundId), head.Id.Value, row);
        yield return new ViewRow(
            PartitionOfUnit(survey.Unit.UnitId),
            survey.Year.ToString(CultureInfo.InvariantCulture) + "|" + head.Id.Value, row);
        yield return new ViewRow(
            PartitionOfProvider(survey.Unit.ProviderId),
            survey.Year.ToString(CultureInfo.InvariantCulture) + "|" + head.Id.Value, row);
        foreach (var signal in Signals(head, survey))
            yield return signal;
        foreach (var waiting in WaitingRows.Of(head, SurveyAwaiting.Of(state)))
            yield return waiting;
    }
}

/// <summary>What follows the events of a survey by the rooms that ask the provider.</summary>
public static class SurveyEffects
{
    public const string Asks = "survey.asks";
    public const string Prompts = "survey.prompts";
    public const string Renews = "survey.renews";
}

/// <summary>A unit's survey in the lists of its round and of its unit, with what was replied.</summary>
public sealed record SurveyRow
{
    public required Id Id { get; init; }

    public required Id RoundId { get; init; }

    public required int Year { get; init; }

    public required SurveyedUnit Unit { get; init; }

    public required QuestionSetVersion Set { get; init; }

    /// <summary>Those that the unit was asked, by their codes.</summary>
    public required IReadOnlyList<CodeId> Questions { get; init; }

    public required SurveyStatus Status { get; init; }

    public required DateOnly Until { get; init; }

    /// <summary>The newest; null: nothing has been handed in.</summary>
    public required SurveyAnswer? Answer { get; init; }

    public required SilenceJudgement? Silence { get; init; }

    /// <summary>Until when somebody is to say what the silence means.</summary>
    public required DateOnly? JudgeUntil { get; init; }

    public required Replies Replies { get; init; }

    /// <summary>The questions whose replies break the terms.</summary>
    public required IReadOnlyList<CodeId> Deviations { get; init; }

    public required IReadOnlyList<ReplyJudgement> Judged { get; init; }
}
