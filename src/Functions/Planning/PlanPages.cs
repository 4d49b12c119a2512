using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Planning;

namespace Oversight.Functions.Planning;

public sealed class PlanPages(Plans plans, Views views, SettingsProvider settings, CommandContexts contexts, StockholmTime time)
{
    [Function("PlanPages_List")]
    [Requires(Permission.ReadPlan)]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "arsplan")] HttpRequest request, CancellationToken cancellation) =>
        ShowListAsync(request, NewForm(), StatusCodes.Status200OK, cancellation);

    [Function("PlanPages_Read")]
    [Requires(Permission.ReadPlan)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "arsplan/{board}/{year:int}")] HttpRequest request,
        string board, int year, CancellationToken cancellation)
    {
        if (Refuse(request, board, Permission.ReadPlan) is { } refusal)
            return refusal;
        if (await plans.FindAsync(new BoardId(board), year, cancellation) is not { } plan)
        {
            return Pages.Message(
                StatusCodes.Status404NotFound, "Årsplanen finns inte", "Det finns ingen årsplan för det året än. Gör ett utkast på sidan Årsplan.");
        }

        return ContentAccess.Reads(request.User(), PlanContents.Of(plan.State), new BoardId(board))
            ? await ShowAsync(request, plan, NewForm(plan.Head.Version), StatusCodes.Status200OK, cancellation)
            : Pages.Forbidden();
    }

    [Function("PlanPages_Draft")]
    [Requires(Permission.DraftPlan)]
    public async Task<IResult> Draft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "arsplan/utkast")] HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        List<Refusal> wrong = [];
        var board = new BoardId(form["board"]);
        if (settings.Current.Settings.Board(board) is null)
            wrong.Add(new Refusal(PlanFormRefusals.BoardUnknown, "board"));
        if (!int.TryParse(form["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            wrong.Add(new Refusal(PlanFormRefusals.YearMalformed, "year"));
        if (wrong.Count > 0)
            return await ShowListAsync(request, form.WithErrors(wrong), StatusCodes.Status422UnprocessableEntity, cancellation);
        if (Refuse(request, board.Value, Permission.DraftPlan) is { } refusal)
            return refusal;

        var envelope = await EnvelopeAsync(request, Permission.DraftPlan, board, form, "draft", cancellation);
        return await plans.DraftAsync(board, year, envelope, cancellation) switch
        {
            Outcome<PlanState>.Done done => Pages.SeeOther($"{Path(board, year)}?klart={(done.Repeated ? "samma" : "utkast")}"),
            Outcome<PlanState>.Refused refused =>
                await ShowListAsync(request, form.WithErrors(refused.Reasons), StatusCodes.Status422UnprocessableEntity, cancellation),
            // Others have drafted newer ones all the while.
            Outcome<PlanState>.Conflict => Pages.SeeOther($"{Path(board, year)}?klart=utkast"),
            var other => throw new InvalidOperationException($"A draft ended as {other.GetType().Name}."),
        };
    }

    [Function("PlanPages_Adopt")]
    [Requires(Permission.AdoptPlan)]
    public async Task<IResult> Adopt(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "arsplan/{board}/{year:int}/faststallelse")] HttpRequest request,
        string board, int year, CancellationToken cancellation)
    {
        if (Refuse(request, board, Permission.AdoptPlan) is { } refusal)
            return refusal;
        var form = await FormState.ReadAsync(request, cancellation);
        if (await plans.FindAsync(new BoardId(board), year, cancellation) is not { } plan)
            return Pages.NotFound();
        if (!TypedDay.TryRead(form["on"], out var on))
        {
            return await ShowAsync(
                request, plan, form.WithErrors(new Refusal(PlanFormRefusals.DayMissing, "on")), StatusCodes.Status422UnprocessableEntity, cancellation);
        }

        _ = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        var envelope = await ChangeEnvelopeAsync(request, new BoardId(board), form, cancellation);
        var outcome = await plans.AdoptAsync(new BoardId(board), year, version, on, form["reason"], envelope, cancellation);
        return await AnswerAsync(request, plan, form, outcome, "faststalld", cancellation);
    }

    [Function("PlanPages_Reopen")]
    [Requires(Permission.AdoptPlan)]
    public async Task<IResult> Reopen(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "arsplan/{board}/{year:int}/revidering")] HttpRequest request,
        string board, int year, CancellationToken cancellation)
    {
        if (Refuse(request, board, Permission.AdoptPlan) is { } refusal)
            return refusal;
        var form = await FormState.ReadAsync(request, cancellation);
        if (await plans.FindAsync(new BoardId(board), year, cancellation) is not { } plan)
            return Pages.NotFound();
        var envelope = await ChangeEnvelopeAsync(request, new BoardId(board), form, cancellation);
        var outcome = await plans.ReopenAsync(new BoardId(board), year, form["reason"], envelope, cancellation);
        return await AnswerAsync(request, plan, form, outcome, "oppnad", cancellation);
    }

    private async Task<IResult> AnswerAsync(
        HttpRequest request, Folded<PlanState> plan, FormState form, Outcome<PlanState> outcome, string done, CancellationToken cancellation)
    {
        var seen = plan.State.PlanOrNone!;
        return outcome switch
        {
            Outcome<PlanState>.Done => Pages.SeeOther($"{Path(seen.Board, seen.Year)}?klart={done}"),
            Outcome<PlanState>.Refused refused =>
                await ShowAsync(request, plan, form.WithErrors(refused.Reasons), StatusCodes.Status422UnprocessableEntity, cancellation),
            Outcome<PlanState>.Conflict conflict => await ShowAsync(
                request, new Folded<PlanState>(conflict.Head, conflict.State),
                form.With(NewKey(), conflict.Head.Version).WithErrors(new Refusal(WebRefusals.Conflict)), StatusCodes.Status409Conflict, cancellation),
            Outcome<PlanState>.KeyReused => await ShowAsync(
                request, plan, form.With(NewKey(), plan.Head.Version).WithErrors(new Refusal(WebRefusals.KeyReused)),
                StatusCodes.Status422UnprocessableEntity, cancellation),
            _ => Pages.NotFound(),
        };
    }

    private async Task<IResult> ShowListAsync(HttpRequest request, FormState form, int status, CancellationToken cancellation)
    {
        var user = request.User();
        var boards = Access.Boards(user, Permission.ReadPlan);
        var all = await views.ReadAllAsync<PlanListRow>(PlanStream.Partition, cancellation);
        return Pages.Show<PlanListPage>(
            new
            {
                Plans = (IReadOnlyList<PlanListRow>)[.. all.Where(plan => boards.Contains(plan.Board) && ContentAccess.Reads(user, PlanContents.Of(plan.Standing), plan.Board)).OrderByDescending(plan => plan.Year).ThenBy(plan => plan.Board.Value, StringComparer.Ordinal)],
                DraftBoards = Access.Boards(user, Permission.DraftPlan),
                Today = time.Today(),
                Form = form,
            },
            status);
    }

    private async Task<IResult> ShowAsync(HttpRequest request, Folded<PlanState> plan, FormState form, int status, CancellationToken cancellation)
    {
        var user = request.User();
        var board = plan.State.PlanOrNone!.Board;
        return Pages.Show<PlanPage>(
            new
            {
                plan.State,
                Form = form,
                Decisions = await plans.DecisionsAsync(plan, cancellation),
                Today = time.Today(),
                Done = request.Query["klart"].ToString(),
                MayAdopt = Access.Allows(user, Permission.AdoptPlan, board),
                MayDraft = Access.Allows(user, Permission.DraftPlan, board),
                Versions = PlanContents.VersionsFor(user, plan.State),
                Exact = ContentAccess.Reads(user, ContentClass.PlanAnnex, board),
                MayReadRisk = Access.Allows(user, Permission.ReadRisk, board),
                MayReadDocuments = Access.Allows(user, Permission.ReadDocuments, board),
                DraftForm = FormState.New(NewKey()),
            },
            status);
    }

    private IResult? Refuse(HttpRequest request, string board, Permission permission)
    {
        if (settings.Current.Settings.Board(new BoardId(board)) is null)
            return Pages.NotFound();
        return Access.Allows(request.User(), permission, new BoardId(board)) ? null : Pages.Forbidden();
    }

    private async Task<Envelope> EnvelopeAsync(
        HttpRequest request, Permission permission, BoardId board, FormState form, object body, CancellationToken cancellation)
    {
        var inForce = await settings.GetAsync(cancellation);
        var user = request.User();
        return Envelopes.For(contexts.For(user, Access.ActingRole(user, permission, board)), inForce.Hash, form, body);
    }

    private async Task<Envelope> ChangeEnvelopeAsync(
        HttpRequest request, BoardId board, FormState form, CancellationToken cancellation)
    {
        var inForce = await settings.GetAsync(cancellation);
        var user = request.User();
        return Envelopes.ForChange(
            contexts.For(user, Access.ActingRole(user, Permission.AdoptPlan, board)), inForce.Hash, form, form.Body);
    }

    private FormState NewForm(int? version = null) => FormState.New(NewKey(), version);

    private string NewKey() => Guid.CreateVersion7(contexts.ForSystem().At).ToString("N");

    private static string Path(BoardId board, int year) => $"/arsplan/{board}/{year.ToString(CultureInfo.InvariantCulture)}";
}
