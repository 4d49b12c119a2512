using System.Globalization;

namespace Oversight.Planning;

/// <summary>The life of an årsplan: drafted by the calendar or by hand, pointed out for the meeting, adopted by the process owner.</summary>
public static class PlanDecider
{
    public static PlanState Initial { get; } = new PlanState.NotMade();

    /// <summary>One stream per board and year; the same one is always found again.</summary>
    public static Id IdOf(BoardId board, int year) => Id.Derive("plan", $"{board}/{year.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Plans are drafted from the first year that has rules to the year after this one.</summary>
    public static Refusal? CheckYear(int year, int firstYear, DateOnly today) => year < firstYear || year > today.Year + 1
        ? new Refusal(PlanRefusals.YearOutOfRange, "year", Text(firstYear), Text(today.Year + 1))
        : null;

    public static Decision<PlanEvent> Decide(PlanState state, PlanCommand command, CommandContext context) => (state, command) switch
    {
        (PlanState.Adopted, PlanCommand.Draft) => new Refusal(PlanRefusals.AlreadyAdopted),
        (_, PlanCommand.Draft draft) => Draft(state, draft, context),
        (PlanState.Adopted, PlanCommand.PrepareForMeeting) => Decision.Accept<PlanEvent>(),
        (_, PlanCommand.PrepareForMeeting prepare) => Prepare(state, prepare, context),
        (PlanState.NotMade, _) => new Refusal(PlanRefusals.NotMade),
        (PlanState.Adopted, PlanCommand.Adopt) => new Refusal(PlanRefusals.AlreadyAdopted),
        (PlanState.Draft draft, PlanCommand.Adopt adopt) => Adopt(draft.Plan, adopt, context),
        (PlanState.Adopted adopted, PlanCommand.Reopen reopen) => Reopen(adopted.Plan, reopen, context),
        (PlanState.Draft, PlanCommand.Reopen) => new Refusal(PlanRefusals.NotAdopted),
        _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
    };

    public static PlanState Evolve(PlanState state, PlanEvent happened) => (state, happened) switch
    {
        (PlanState.NotMade, PlanEvent.Drafted e) => new PlanState.Draft(new Plan(e.Board, e.Year, [Version(e)], e.Content, null, 1)),
        (PlanState.Draft draft, PlanEvent.Drafted e) =>
            new PlanState.Draft(draft.Plan with { Versions = [.. draft.Plan.Versions, Version(e)], Content = e.Content }),
        (PlanState.Draft draft, PlanEvent.Prepared e) =>
            new PlanState.Draft(draft.Plan with { Presented = new PresentedVersion(e.Version, e.Day, e.MeetingDay) }),
        (PlanState.Draft draft, PlanEvent.Adopted e) => new PlanState.Adopted(draft.Plan, e.On, e.Reason),
        (PlanState.Adopted adopted, PlanEvent.Reopened) => new PlanState.Draft(adopted.Plan with { Presented = null, Revision = adopted.Plan.Revision + 1 }),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    private static Decision<PlanEvent> Draft(PlanState state, PlanCommand.Draft draft, CommandContext context)
    {
        if (CheckYear(draft.Year, draft.FirstYear, context.Today) is { } refusal)
            return refusal;
        return Decision.Accept(DraftIfChanged(state, draft.Board, draft.Year, draft.Content, context));
    }

    private static Decision<PlanEvent> Prepare(PlanState state, PlanCommand.PrepareForMeeting prepare, CommandContext context)
    {
        var drafted = DraftIfChanged(state, prepare.Board, prepare.Year, prepare.Content, context);
        var version = LatestNumber(state) + drafted.Count;
        if (drafted.Count == 0 && state is PlanState.Draft { Plan.Presented: { } presented } && presented.Version == version)
            return Decision.Accept<PlanEvent>();
        return Decision.Accept<PlanEvent>([.. drafted, new PlanEvent.Prepared(version, context.Today, prepare.Content.MeetingDay)]);
    }

    private static IReadOnlyList<PlanEvent> DraftIfChanged(PlanState state, BoardId board, int year, PlanContent content, CommandContext context) =>
        state is PlanState.Draft draft && draft.Plan.Latest.InputHash == content.InputHash
            ? []
            : [new PlanEvent.Drafted(board, year, LatestNumber(state) + 1, content, context.Actor.Role)];

    private static Decision<PlanEvent> Adopt(Plan plan, PlanCommand.Adopt adopt, CommandContext context)
    {
        List<Refusal> reasons = [.. MustBeProcessOwner(context), .. CheckReason(adopt.Reason, adopt.LongestReason)];
        if (adopt.Version != plan.Latest.Number)
            reasons.Add(new Refusal(PlanRefusals.NotLatestVersion, "version", Text(adopt.Version), Text(plan.Latest.Number)));
        if (adopt.On > context.Today)
            reasons.Add(new Refusal(PlanRefusals.AdoptedInFuture, "adoptedOn"));
        if (adopt.On < plan.Latest.AsOf)
            reasons.Add(new Refusal(PlanRefusals.AdoptedBeforeVersion, "adoptedOn", plan.Latest.AsOf.ToString("O", CultureInfo.InvariantCulture)));
        return Decision.Unless<PlanEvent>(reasons, () => new PlanEvent.Adopted(adopt.Version, adopt.On, adopt.Reason.Kept));
    }

    private static Decision<PlanEvent> Reopen(Plan plan, PlanCommand.Reopen reopen, CommandContext context) => Decision.Unless<PlanEvent>(
        [.. MustBeProcessOwner(context), .. CheckReason(reopen.Reason, reopen.LongestReason)],
        () => new PlanEvent.Reopened(plan.Latest.Number, context.Today, reopen.Reason.Kept));

    private static IEnumerable<Refusal> MustBeProcessOwner(CommandContext context)
    {
        if (context.Actor.Role != Role.ProcessOwner)
            yield return new Refusal(PlanRefusals.OnlyProcessOwner);
    }

    private static IEnumerable<Refusal> CheckReason(WrittenText reason, int longest)
    {
        if (reason.IsEmpty)
            yield return new Refusal(PlanRefusals.ReasonMissing, "reason");
        else if (reason.Text.Length > longest)
            yield return new Refusal(PlanRefusals.ReasonTooLong, "reason", Text(longest));
    }

    private static PlanVersion Version(PlanEvent.Drafted e) =>
        new(e.Version, e.Content.AsOf, e.Content.InputHash, e.Content.Reviews.Count, e.Content.NotChosen.Count, e.MadeBy, e.Content.Facts);

    private static int LatestNumber(PlanState state) => state is PlanState.Draft draft ? draft.Plan.Latest.Number : 0;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
