using System.Globalization;
using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Planning.Operations;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Planning;

namespace Oversight.Functions.Planning;

/// <summary>An årsplan opened by somebody who may read it.</summary>
public sealed record OpenPlan(Folded<PlanState> Read, SignedInUser User, SettingsInForce InForce) : IOpened
{
    public StreamHead Head => Read.Head;

    public PlanState State => Read.State;

    public Plan Plan => State.PlanOrNone!;

    public BoardId Board => Plan.Board;

    public int Year => Plan.Year;

    /// <summary>
    /// What a choice of reviews has to keep to: the rules, with what people have decided in their place.
    /// </summary>
    public Oversight.Settings.PlanChoiceRules Choice =>
        Plan.Steering.Choices.Over(InForce.Settings.PlanningRulesOn(new DateOnly(Year, 1, 1)).Choice);

    /// <summary>Points and the time of unannounced visits are the content of the annex.</summary>
    public bool Exact => ContentAccess.Reads(User, ContentClass.PlanAnnex, Board);
}

/// <summary>The årsplan of a board and a year as a subject of operations.</summary>
public sealed class PlanSubject(
    IEnumerable<Operation<OpenPlan>> operations, Plans plans, PlanHistory history, SettingsProvider settings)
    : Subject<OpenPlan>(operations)
{
    public const string SubjectName = "plan";

    public override string Name => SubjectName;

    public override string ApiFunction => PlanOperationFunctions.ApiName;

    public override Type ApiAnswer => typeof(PlanAnswer);

    /// <summary>What a plan is found by in an address.</summary>
    public static string IdOf(string board, int year) => $"{board}/{year.ToString(CultureInfo.InvariantCulture)}";

    public static string PageOf(BoardId board, int year) => $"/arsplan/{IdOf(board.Value, year)}";

    /// <param name="id">As <see cref="IdOf"/> writes it.</param>
    public override async Task<Opening<OpenPlan>> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation)
    {
        var inForce = await settings.GetAsync(cancellation);
        var user = request.User();
        if (id.Split('/') is not [var named, var digits]
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || inForce.Settings.Board(new BoardId(named)) is not { Id: var board })
            return new Opening<OpenPlan>.Missing();
        if (!Access.Allows(user, Permission.ReadPlan, board))
            return new Opening<OpenPlan>.Closed();
        if (await plans.FindAsync(board, year, cancellation) is not { } plan)
            return new Opening<OpenPlan>.Missing();
        if (ContentAccess.Reads(user, PlanContents.Of(plan.State), board))
            return new Opening<OpenPlan>.Opened(new OpenPlan(plan, user, inForce));
        // Whoever reads what the board has keeps it, whatever is drafted after.
        var presented = plan.State is PlanState.Draft { Plan: { PresentedContent: not null } kept }
            ? new PlanState.Draft(kept.AsPresented())
            : plan.State;
        return ContentAccess.Reads(user, PlanContents.Of(presented), board)
            ? new Opening<OpenPlan>.Opened(new OpenPlan(plan with { State = presented }, user, inForce))
            : new Opening<OpenPlan>.Closed();
    }

    public override string PageOf(OpenPlan open) => PageOf(open.Board, open.Year);

    public override IReadOnlyList<Crumb> Trail(OpenPlan open) =>
    [
        new Crumb("Årsplan", "/arsplan"),
        new Crumb($"{open.Year}, {open.InForce.Settings.Board(open.Board)?.Name ?? open.Board.Value}", PageOf(open)),
    ];

    public override Task<object> DescribeAsync(OpenPlan open, CancellationToken cancellation) =>
        Task.FromResult<object>(PlanAnswer.From(open.Head, open.State, open.Exact));

    public override async Task<IReadOnlyList<TimelineEntry>> HistoryAsync(
        OpenPlan open, CancellationToken cancellation) =>
        [.. (await history.ReadAsync(open.Read, cancellation)).Happenings.Select(happened => new TimelineEntry(
            happened.Version, happened.At, RoleNames.Title(happened.Role), happened.What, [], happened.Reason))];

    public override BoardId? BoardOf(OpenPlan open, Permission permission) => open.Board;

    public override async Task<Outcome<OpenPlan>> RunAsync(
        Operation<OpenPlan> operation, OpenPlan open, FieldValues values, Envelope envelope,
        CancellationToken cancellation) =>
        await ((PlanOperation)operation).RunAsync(open, values, envelope, cancellation) switch
        {
            null => new Outcome<OpenPlan>.Refused(values.Faults),
            var outcome => outcome.Of((head, state) => open with { Read = new(head, state) }),
        };
}
