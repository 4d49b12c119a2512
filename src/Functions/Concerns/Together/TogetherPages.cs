using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Settings;
using Oversight.Functions.Web;

namespace Oversight.Functions.Concerns.Together;

/// <summary>Several concerns that are marked in the inbox, assessed with one reason.</summary>
public sealed class TogetherPages(
    MarkedConcerns concerns, TogetherForm together, TogetherAssessing assessing, ConcernLists lists,
    ConcernColleagues colleagues, Lookups lookups, SettingsProvider settings, StockholmTime time, TimeProvider clock)
{
    private const string Route = "synpunkter/inkorg/tillsammans";

    [Function("Concerns_Together")]
    [Requires(Permission.AssessConcern)]
    public async Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        CancellationToken cancellation)
    {
        var query = InboxQuery.ReadKept(request.Query[InboxQuery.KeptKey], time.Today());
        var ids = Ids(request.Query[TogetherForm.MarkKey]);
        if (WhyNot(ids) is { } no)
            return no;
        var marked = await concerns.ReadAsync(request, ids, time.Today(), cancellation);
        var able = marked.Where(one => one.WhyAlone is null).ToList();
        var values = able.Count > 0
            ? together.Start(able, request.Query[AssessmentStartKey])
            : [];
        values[TogetherForm.MarkKey] = [.. able.Where(one => !one.IsColleagues).Select(one => one.Id.Value)];
        foreach (var one in able)
            values[TogetherForm.SeenKey(one.Id)] = [$"{one.Open!.Head.Version}"];
        return await ShowAsync(
            marked, FormState.Of(values).With(clock.NewKey(), null), query, StatusCodes.Status200OK, cancellation);
    }

    [Function("Concerns_TogetherPost")]
    [Requires(Permission.AssessConcern)]
    public async Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        var query = InboxQuery.ReadKept(form[InboxQuery.KeptKey], time.Today());
        var ticked = Ids(form.All(TogetherForm.MarkKey));
        var shown = Ids([.. form.All(TogetherForm.ShownKey), .. ticked.Select(id => id.Value)]);
        if (WhyNot(shown) is { } no)
            return no;
        if (form.IdempotencyKey is null)
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, new Refusal(WebRefusals.Malformed));
        var marked = await concerns.ReadAsync(request, shown, time.Today(), cancellation);
        var chosen = marked.Where(one => ticked.Contains(one.Id)).ToList();
        var values = await FieldValues.ReadAsync(Operations.Assess.Together, form, lookups, cancellation);
        var faults = chosen.Count == 0
            ? [new Refusal(ConcernEdgeRefusals.NothingMarked)]
            : await assessing.FaultsAsync(
                chosen.Where(one => one.WhyAlone is null), values, form, cancellation);
        if (faults.Count > 0)
        {
            return await ShowAsync(
                marked, form.WithErrors(faults), query, StatusCodes.Status422UnprocessableEntity, cancellation);
        }

        return Pages.Show<TogetherResultPage>(new
        {
            Results = await assessing.AssessAsync(chosen, values, form, cancellation),
            Unmarked = marked.Count - chosen.Count,
            Reason = form["reason"],
            Query = query,
        });
    }

    private const string AssessmentStartKey = Operations.AssessmentStart.PhraseKey;

    private static List<Id> Ids(IEnumerable<string?> sent) =>
    [
        .. sent.Select(text => Id.TryParse(text, out var id) ? id : (Id?)null).OfType<Id>().Distinct(),
    ];

    /// <summary>Null: as many as can be assessed at a time.</summary>
    private IResult? WhyNot(List<Id> ids) => (ids.Count, Most) switch
    {
        (_, null) => Pages.Message(
            StatusCodes.Status422UnprocessableEntity, "Synpunkterna bedöms en och en",
            "Kommunens inställningar säger inte att flera synpunkter får bedömas tillsammans."),
        (0, _) => Pages.Message(
            StatusCodes.Status422UnprocessableEntity, "Inget är markerat",
            "Gå tillbaka till inkorgen och markera de synpunkter som ska bedömas tillsammans."),
        var (marked, most) when marked > most => Pages.Message(
            StatusCodes.Status422UnprocessableEntity, "För många är markerade",
            $"Högst {most} synpunkter kan bedömas åt gången. Gå tillbaka och ta bort några."),
        _ => null,
    };

    /// <summary>Null: the rules of the day let nobody assess several at once.</summary>
    private int? Most => settings.Current.Settings.AssessmentRulesOn(time.Today())?.Together?.Most;

    private async Task<IResult> ShowAsync(
        IReadOnlyList<MarkedConcern> marked, FormState form, InboxQuery query, int status,
        CancellationToken cancellation)
    {
        var able = marked.Where(one => one.WhyAlone is null).ToList();
        var rows = able.Select(one => one.Row!).ToList();
        OperationForm? shown = able.Count > 0 ? await together.ShowAsync(able, form, cancellation) : null;
        return Pages.Show<TogetherPage>(
            new
            {
                Marked = marked,
                Shown = shown,
                Words = await lists.WordsAsync(rows, cancellation),
                Holders = await colleagues.HoldersAsync(rows, cancellation),
                Phrases = able.Count > 0 ? together.Phrases(able) : [],
                Areas = able.Count > 0 ? together.Areas(able) : [],
                Query = query,
                Today = time.Today(),
            },
            status);
    }
}
