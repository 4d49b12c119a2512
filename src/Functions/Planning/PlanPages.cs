using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Planning.Operations;
using Oversight.Functions.Planning.Screens;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Planning;

namespace Oversight.Functions.Planning;

public sealed class PlanPages(
    PlanInputs inputs, PlanHistory history, PlanSubject subject, OperationEdge<OpenPlan> edge,
    CreationEdge<PlanScene> drafts, Creation<PlanScene> draft, PlanLists lists, Conflicts conflicts,
    StockholmTime time)
{
    [Function("PlanPages_List")]
    [Requires(Permission.ReadPlan)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "arsplan")] HttpRequest request,
        CancellationToken cancellation)
    {
        var user = request.User();
        return Pages.Show<PlanListPage>(new
        {
            Plans = await lists.ForAsync(user, cancellation),
            Draft = Access.Allows(user, Permission.DraftPlan)
                ? await drafts.EmbedAsync(request, null, cancellation)
                : null,
        });
    }

    [Function("PlanPages_Read")]
    [Requires(Permission.ReadPlan)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "arsplan/{board}/{year:int}")]
        HttpRequest request,
        string board, int year, CancellationToken cancellation) =>
        await subject.OpenAsync(request, PlanSubject.IdOf(board, year), cancellation) switch
        {
            Opening<OpenPlan>.Opened { Subject: var open } => await ShowAsync(open, cancellation),
            Opening<OpenPlan>.Closed => Pages.Forbidden(),
            _ => Pages.Message(
                StatusCodes.Status404NotFound, "Årsplanen finns inte",
                "Det finns ingen årsplan för det året än. Gör ett utkast på sidan Årsplan."),
        };

    /// <summary>A review that the person is kept from is told as if it had none.</summary>
    private async Task<IReadOnlyList<ReviewOutcome>> OutcomeAsync(OpenPlan open, CancellationToken cancellation)
    {
        var closed = await conflicts.OfAsync(open.User, cancellation);
        return
        [
            .. (await inputs.OutcomeAsync(open.State, time.Today(), cancellation)).Select(one =>
                one.Review is { } review
                    && (closed.Contains(review.ReviewId) || review.Concerns.Any(closed.Contains))
                    ? one with { Review = null }
                    : one),
        ];
    }

    private async Task<IResult> ShowAsync(OpenPlan open, CancellationToken cancellation)
    {
        var (user, board) = (open.User, open.Board);
        var forms = new List<OperationForm>();
        foreach (var offered in subject.Offered(open).OfType<PlanOperation>().Where(offered => offered.IsEmbedded))
            forms.Add(await edge.EmbedAsync(offered, open, cancellation));
        var told = await history.ReadAsync(open.Read, cancellation);
        var mayDraft = Access.Allows(user, Permission.DraftPlan, board) && open.State is PlanState.Draft;
        var view = new PlanView(
            open, new PlanWords(open.InForce.Settings, open.Exact), Access.Allows(user, Permission.ReadRisk, board),
            Access.Allows(user, Permission.ReadReviews, board),
            await OutcomeAsync(open, cancellation),
            // What is said while a plan is made is for those who read drafts.
            ContentAccess.Reads(user, ContentClass.PlanDraft, board)
                ? told.Remarks
                : [])
        {
            MaySteer = mayDraft,
        };
        return Pages.Show<PlanPage>(new
        {
            View = view,
            told.Decisions,
            Forms = forms,
            Links = (IReadOnlyList<Crumb>)
            [
                .. subject.Links(open),
                .. mayDraft && open.Exact
                    ? [new Crumb("Pröva en annan kapacitet", $"{PlanSubject.PageOf(board, open.Year)}/prova")]
                    : Array.Empty<Crumb>(),
                .. mayDraft
                    ? [new Crumb(draft.Title, $"/arsplan/utkast?board={board}&year={open.Year}")]
                    : Array.Empty<Crumb>(),
            ],
            Operations = (IReadOnlyList<IOperation>)[.. subject.Operations, draft],
            Versions = PlanContents.VersionsFor(user, open.State),
            MayReadDocuments = Access.Allows(user, Permission.ReadDocuments, board),
        });
    }
}
