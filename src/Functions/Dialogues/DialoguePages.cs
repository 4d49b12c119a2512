using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;
using Oversight.Dialogues;
using Oversight.Functions.Concerns;
using Oversight.Functions.Dialogues.Operations;
using Oversight.Functions.Dialogues.Papers;
using Oversight.Functions.Dialogues.Reading;
using Oversight.Functions.Dialogues.Screens;
using Oversight.Functions.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Reviews;
using Oversight.Functions.Surveys;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Dialogues;

/// <summary>The pages <em>Kvalitetsdialoger</em>.</summary>
public sealed class DialoguePages(
    DialogueDesk desk, DialogueSubject subject, OccasionSubject meetings, OperationEdge<OpenOccasion> edge,
    Creation<OpeningScene> opening, DialogueMatters matters, DialogueRegister register, Conflicts conflicts,
    Municipality municipality, ListExport export, StockholmTime time)
{
    private const string SeriesRoute = "dialoger/{id:length(27)}";
    private const string MeetingRoute = SeriesRoute + "/moten/{number}";

    [Function("DialoguePages_List")]
    [Requires(Permission.ReadDialogues)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "dialoger")] HttpRequest request,
        CancellationToken cancellation)
    {
        var all = await desk.ListAsync(request.User(), cancellation);
        return Pages.Show<DialogueListPage>(new
        {
            All = all,
            List = DialogueColumns.Of(request.User(), municipality, time.Today()).Show(
                all, request.Query, ListExport.For(request.User(), DialogueFunctions.List)),
            Today = time.Today(),
            MayOpen = Access.Allows(request.User(), Permission.LeadDialogues),
        });
    }

    [Function("DialoguePages_Excel")]
    [Requires(Permission.ExportMatters)]
    public async Task<IResult> Excel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "dialoger/excel")] HttpRequest request,
        CancellationToken cancellation) => export.Of(
            "Kvalitetsdialoger", DialogueColumns.Of(request.User(), municipality, time.Today()),
            await desk.ListAsync(request.User(), cancellation), request);

    [Function("DialoguePages_Read")]
    [Requires(Permission.ReadDialogues)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = SeriesRoute)] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        var opened = await subject.OpenAsync(request, id, cancellation);
        if (opened is not Opening<OpenDialogue>.Opened { Subject: var open })
            return opened is Opening<OpenDialogue>.Missing ? Pages.NotFound() : Pages.Forbidden();
        return Pages.Show<DialoguePage>(new
        {
            Open = open,
            WithoutAddress = await register.WithoutAddressAsync(open.Series.Participants, open.Today, cancellation),
            History = await subject.HistoryAsync(open, cancellation),
            Operations = (IReadOnlyList<IOperation>)[.. subject.Operations, opening],
            Links = subject.Links(open),
        });
    }

    /// <summary>All meetings of a series, for a calendar.</summary>
    [Function("DialoguePages_Calendar")]
    [Requires(Permission.ReadDialogues)]
    public async Task<IResult> Calendar(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = SeriesRoute + "/kalender")]
        HttpRequest request, string id, CancellationToken cancellation)
    {
        var opened = await subject.OpenAsync(request, id, cancellation);
        return opened is Opening<OpenDialogue>.Opened { Subject: var open }
            ? File(open, [.. open.Series.Occasions])
            : opened is Opening<OpenDialogue>.Missing ? Pages.NotFound() : Pages.Forbidden();
    }

    [Function("DialoguePages_Meeting")]
    [Requires(Permission.ReadDialogues)]
    public async Task<IResult> Meeting(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = MeetingRoute)] HttpRequest request,
        string id, string number, CancellationToken cancellation)
    {
        var opened = await meetings.OpenAsync(request, OccasionSubject.IdOf(id, number), cancellation);
        if (opened is not Opening<OpenOccasion>.Opened { Subject: var open })
            return opened is Opening<OpenOccasion>.Missing ? Pages.NotFound() : Pages.Forbidden();
        var about = open.Series.For(open.Occasion);
        var note = meetings.Operations.OfType<WriteNote>().Single();
        var closed = await conflicts.OfAsync(open.User, cancellation);
        return Pages.Show<OccasionPage>(new
        {
            Open = open,
            Concerns = open.Occasion.IsOpen
                ? await matters.ConcernsAsync(open.User, open.Of.Board, about, cancellation)
                : (IReadOnlyList<ConcernRow>)[],
            Reviews = open.Occasion.IsOpen
                ? await matters.ReviewsAsync(open.User, open.Of.Board, about, cancellation)
                : (IReadOnlyList<ReviewRow>)[],
            Surveys = open.Occasion.IsOpen
                ? await matters.SurveysAsync(open.User, open.Of.Board, about, cancellation)
                : (IReadOnlyList<SurveyLine>)[],
            TakenUp = (IReadOnlyList<TakenUpConcern>)
                [.. open.Occasion.TakenUp.Where(taken => DialogueTimeline.Reads(open.Of, taken, closed))],
            Note = note.IsFor(open) && note.Fits(open) ? await edge.EmbedAsync(note, open, cancellation) : null,
            History = await meetings.HistoryAsync(open, cancellation),
            Operations = (IReadOnlyList<IOperation>)[.. meetings.Operations, .. subject.Operations],
            Links = (IReadOnlyList<Crumb>)[.. meetings.Links(open).Where(
                link => !link.Href.EndsWith($"/{note.Name.Segment}", StringComparison.Ordinal))],
        });
    }

    [Function("DialoguePages_MeetingCalendar")]
    [Requires(Permission.ReadDialogues)]
    public async Task<IResult> MeetingCalendar(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = MeetingRoute + "/kalender")]
        HttpRequest request, string id, string number, CancellationToken cancellation)
    {
        var opened = await meetings.OpenAsync(request, OccasionSubject.IdOf(id, number), cancellation);
        return opened is Opening<OpenOccasion>.Opened { Subject: var open }
            ? File(open.Of, open.Occasion)
            : opened is Opening<OpenOccasion>.Missing ? Pages.NotFound() : Pages.Forbidden();
    }

    private static FileContentHttpResult File(OpenDialogue open, params DialogueOccasion[] shown) => TypedResults.File(
        Encoding.UTF8.GetBytes(DialogueCalendar.Of(open.Head, open.Series, open.Texts, shown)),
        DialogueCalendar.ContentType, DialogueCalendar.FileName);
}
