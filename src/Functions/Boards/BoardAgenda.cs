using Oversight.Functions.Identity;
using Oversight.Functions.Planning;
using Oversight.Functions.Sanctions;
using Oversight.Functions.Settings;
using Oversight.Sanctions;
using Oversight.Settings;

namespace Oversight.Functions.Boards;

/// <summary>A meeting of a board with what it has to decide on, and what it is told of.</summary>
/// <param name="ToDecide">Matters whose papers are for it, or were.</param>
/// <param name="Plans">årsplaner that are to be presented there.</param>
/// <param name="Told">What a delegate or the chair has decided since the meeting before (KL 6:39-40).</param>
public sealed record MeetingAgenda(
    Meeting Meeting, string BoardName, IReadOnlyList<SanctionRow> ToDecide,
    IReadOnlyList<PlanListRow> Plans, IReadOnlyList<ToldDecision> Told)
{
    public int Matters => ToDecide.Count + Plans.Count;
}

/// <summary>A decision of a delegate or the chair that the board is told of.</summary>
public sealed record ToldDecision(SanctionRow Of, DecidedRow Decision);

/// <summary>What the meetings of the person's boards are about, as far as the person may know of it.</summary>
public sealed class BoardAgenda(SanctionDesk sanctions, PlanLists plans, SettingsProvider settings)
{
    private const int Ahead = 12;

    /// <summary>The last one and those to come, the nearest first.</summary>
    public async Task<IReadOnlyList<MeetingAgenda>> ListAsync(
        SignedInUser user, DateOnly today, CancellationToken cancellation)
    {
        var rows = await sanctions.ListAsync(user, cancellation);
        var yearly = await plans.ForAsync(user, cancellation);
        var rules = settings.Current.Settings;
        return
        [
            .. Access.Boards(user, Permission.ReadSanctions).SelectMany(board =>
                {
                    var all = rules.Meetings.Where(meeting => meeting.Board == board).OrderBy(meeting => meeting.Day)
                        .ToList();
                    var next = all.FindIndex(meeting => meeting.Day >= today);
                    return next < 0 ? all.TakeLast(1) : all.Skip(Math.Max(0, next - 1)).Take(Ahead);
                })
                .Select(meeting => Agenda(meeting, rows, yearly, rules))
                .OrderBy(agenda => agenda.Meeting.Day).ThenBy(agenda => agenda.BoardName, SwedishOrder.Comparer),
        ];
    }

    /// <summary>Null: the board has no meeting on that day, or it is not one of the person's boards.</summary>
    public async Task<MeetingAgenda?> FindAsync(
        SignedInUser user, string board, string day, CancellationToken cancellation)
    {
        var id = new BoardId(board);
        if (!TypedDay.TryRead(day, out var on) || !Access.Allows(user, Permission.ReadSanctions, id)
            || settings.Current.Settings.Meetings.Where(meeting => meeting.Board == id).On(on) is not { } meeting)
            return null;
        return Agenda(
            meeting, await sanctions.ListAsync(user, cancellation), await plans.ForAsync(user, cancellation),
            settings.Current.Settings);
    }

    private static MeetingAgenda Agenda(
        Meeting meeting, IReadOnlyList<SanctionRow> rows, IReadOnlyList<PlanListRow> plans,
        MunicipalitySettings rules)
    {
        var own = rows.Where(row => row.Unit.Board == meeting.Board).ToList();
        var calendar = rules.Meetings.Where(other => other.Board == meeting.Board).ToList();
        return new MeetingAgenda(
            meeting, rules.Board(meeting.Board)?.Name ?? meeting.Board.Value,
            [
                .. own.Where(row => row.Meetings.Contains(meeting.Day))
                    .OrderBy(row => row.Unit.Name, SwedishOrder.Comparer),
            ],
            [.. plans.Where(plan => plan.Board == meeting.Board && plan.MeetingDay == meeting.Day)],
            [
                .. own.SelectMany(row => row.Decisions.Where(made => made.Route != DecisionRoute.Board)
                        .Select(made => new ToldDecision(row, made)))
                    .Where(told => calendar.After(told.Decision.On).FirstOrDefault()?.Day == meeting.Day)
                    .OrderBy(told => told.Decision.On),
            ]);
    }
}
