using System.Globalization;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Planning;

namespace Oversight.Functions.Planning;

/// <summary>The plan stream, one per board and year: stored names of its events and the row of the list.</summary>
public static class PlanStream
{
    public const string Partition = "plans";

    public static StreamKind<PlanState, PlanCommand, PlanEvent> Kind { get; } = new()
    {
        Name = "plan",
        Initial = PlanDecider.Initial,
        Decide = PlanDecider.Decide,
        Evolve = PlanDecider.Evolve,
        Events = new EventTypes<PlanEvent>()
            .Add<PlanEvent.Drafted>("plan.drafted.v3")
            .Add<PlanEvent.Prepared>("plan.prepared.v2")
            .Add<PlanEvent.Adopted>("plan.adopted.v3")
            .Add<PlanEvent.Reopened>("plan.reopened.v2")
            .Add<PlanEvent.Steered>("plan.steered.v1")
            .Add<PlanEvent.ChoicesSet>("plan.choices-set.v1")
            .Add<PlanEvent.Commented>("plan.commented.v1")
            .Add<PlanEvent.MissExplained>("plan.miss-explained.v1")
            // v3 of a draft has days, reasons for the choice and every provider.
            .Upcast("plan.drafted.v2", StoredJson.Read<PlanEvent.Drafted>)
            // v2 says who finished it, v3 of an adoption what the board made of it.
            .Upcast("plan.prepared.v1", StoredJson.Read<PlanEvent.Prepared>)
            .Upcast("plan.adopted.v2", StoredJson.Read<PlanEvent.Adopted>)
            // v2 says which facts a draft was made from, and refers to reasons.
            .Upcast("plan.drafted.v1", StoredJson.Read<PlanEvent.Drafted>)
            .Upcast("plan.adopted.v1", StoredJson.Read<PlanEvent.Adopted>)
            .Upcast("plan.reopened.v1", StoredJson.Read<PlanEvent.Reopened>),
        ProjectionVersion = 2,
        Rows = [typeof(PlanListRow)],
        Project = Project,
        Effects =
        [
            Effect.OfEvent<PlanEvent>(
                PlanDocuments.EffectName,
                happened => happened is not PlanEvent.Commented and not PlanEvent.MissExplained),
            Effect.OfEvent<PlanEvent>(PlanEffects.ReviewsOpen, happened => happened is PlanEvent.Adopted),
        ],
    };

    public static string Key(BoardId board, int year) => $"{board}|{year.ToString("D4", CultureInfo.InvariantCulture)}";

    private static IEnumerable<ViewRow> Project(StreamHead head, PlanState state)
    {
        if (state.PlanOrNone is not { } plan)
            yield break;
        yield return new ViewRow(Partition, Key(plan.Board, plan.Year), new PlanListRow
        {
            Board = plan.Board,
            Year = plan.Year,
            Version = plan.Latest.Number,
            Standing = PlanStandings.Of(state),
            PeriodFirst = plan.Content.PeriodFirst,
            PeriodLast = plan.Content.PeriodLast,
            MeetingDay = plan.Content.MeetingDay,
            AsOf = plan.Latest.AsOf,
            Reviews = plan.Latest.Reviews,
            NotChosen = plan.Latest.NotChosen,
            PresentedVersion = plan.Presented?.Version,
            AdoptedOn = (state as PlanState.Adopted)?.On,
            ForBoard = plan is { HasNewerDraft: true, PresentedContent: not null } && state is PlanState.Draft
                ? Of(plan.AsPresented())
                : null,
        });
    }

    private static PlanOfBoard Of(Plan presented) => new(
        presented.Latest.Number, presented.Latest.AsOf, presented.Latest.Reviews, presented.Latest.NotChosen);
}

public sealed record PlanListRow
{
    public required BoardId Board { get; init; }

    public required int Year { get; init; }

    public required int Version { get; init; }

    public required PlanStanding Standing { get; init; }

    public required DateOnly PeriodFirst { get; init; }

    public required DateOnly PeriodLast { get; init; }

    public required DateOnly? MeetingDay { get; init; }

    public required DateOnly AsOf { get; init; }

    public required int Reviews { get; init; }

    public required int NotChosen { get; init; }

    public required int? PresentedVersion { get; init; }

    public required DateOnly? AdoptedOn { get; init; }

    /// <summary>The version that the board has, where a newer draft has been made; otherwise null.</summary>
    public required PlanOfBoard? ForBoard { get; init; }

    /// <summary>As the board has it.</summary>
    public PlanListRow AsPresented() => ForBoard is { } board
        ? this with
        {
            Version = board.Version,
            Standing = PlanStanding.ForMeeting,
            AsOf = board.AsOf,
            Reviews = board.Reviews,
            NotChosen = board.NotChosen,
            ForBoard = null,
        }
        : this;
}

public sealed record PlanOfBoard(int Version, DateOnly AsOf, int Reviews, int NotChosen);

/// <summary>How far a plan has come.</summary>
public enum PlanStanding
{
    [StoredName("draft")]
    Draft,
    [StoredName("forMeeting")]
    ForMeeting,
    [StoredName("adopted")]
    Adopted,
}

public static class PlanStandings
{
    public static PlanStanding Of(PlanState state) => state switch
    {
        PlanState.Adopted => PlanStanding.Adopted,
        PlanState.Draft { Plan: { Presented: { } presented } plan }
            when presented.Version == plan.Latest.Number => PlanStanding.ForMeeting,
        _ => PlanStanding.Draft,
    };
}

/// <summary>The daily run's memory; nobody reads it in a list.</summary>
public static class DailyRunStream
{
    public static StreamKind<DailyRunState, DailyRunCommand, DailyRunEvent> Kind { get; } = new()
    {
        Name = "daily-run",
        Initial = DailyRunDecider.Initial,
        Decide = DailyRunDecider.Decide,
        Evolve = DailyRunDecider.Evolve,
        Events = new EventTypes<DailyRunEvent>().Add<DailyRunEvent.Completed>("daily-run.completed.v1"),
        ProjectionVersion = 1,
        Rows = [],
        Project = (_, _) => [],
    };
}

/// <summary>What follows in other capabilities from what happens to a plan.</summary>
public static class PlanEffects
{
    public const string ReviewsOpen = "plan.reviews-open";
}
