using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Providers;

namespace Oversight.Functions.Providers.Api;

public sealed record NumberInput(string Number);

public sealed class ProviderApi(ProviderSubject subject, ProviderDesk providers, Views views, StockholmTime time)
{
    private const int PageSize = 100;

    [Function("ProviderApi_List")]
    [Requires(Permission.ReadRegister)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/providers")] HttpRequest request,
        CancellationToken cancellation)
    {
        var (form, board) = (request.Query["form"].ToString(), request.Query["board"].ToString());
        if (form.Length > 0 && !RegisterWords.Forms.ContainsKey(form.ToLowerInvariant()))
            return Problems.BadRequest(WebRefusals.ValueInvalid, "form", "form");
        if (board.Length > 0 && !request.User().KnownBoards.Contains(new BoardId(board)))
            return Problems.BadRequest(WebRefusals.ValueInvalid, "board", "board");
        var filter = new ProviderFilter(
            TypedText.Line(request.Query["name"]), form.Length > 0
                ? RegisterWords.Forms[form.ToLowerInvariant()].FormCode()
                : "", board);
        try
        {
            var (rows, next) = await PageAsync(filter, request.Query["page"].ToString(), cancellation);
            return ApiResult.List([.. rows.Select(row => ProviderSummary.Of(row, time.Today()))], next);
        }
        catch (FormatException)
        {
            return Problems.BadRequest(WebRefusals.ValueInvalid, "page", "page");
        }
    }

    /// <summary>
    /// The number stands in the body because an address is logged, and a sole trader's number is a personnummer.
    /// </summary>
    [Function("ProviderApi_Search")]
    [Requires(Permission.ReadRegister)]
    public async Task<IResult> Search(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/providers/search")] HttpRequest request,
        CancellationToken cancellation)
    {
        var body = await ApiRequest.ReadJsonAsync<NumberInput>(request, cancellation);
        if (!body.TryGet(out var input, out var problem))
            return problem;
        if (OrganisationNumber.Read(input.Number, out var number) is { } wrong)
            return Problems.From([new Refusal(wrong, "number")]);
        return await providers.FindAsync(number, cancellation) is { } id
            && await providers.LoadAsync(id, cancellation) is { State: ProviderState.Registered found } folded
            ? ApiResult.List([ProviderSummary.Of(ProviderRow.Of(folded.Head, found), time.Today())])
            : ApiResult.List<ProviderSummary>([]);
    }

    [Function("ProviderApi_Get")]
    [Requires(Permission.ReadRegister)]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/providers/{id:length(27)}")]
        HttpRequest request, string id,
        CancellationToken cancellation) =>
        await subject.OpenAsync(request, id, cancellation) is Opening<OpenProvider>.Opened { Subject: var open }
            ? ApiResult.Json(await subject.DescribeAsync(open, cancellation), open.Head.Version)
            : Problems.NotFound();

    /// <summary>A page that is filtered goes on reading until it is full, so that only the last one is short.</summary>
    private async Task<(IReadOnlyList<ProviderRow> Rows, string? Next)> PageAsync(
        ProviderFilter filter, string? token, CancellationToken cancellation)
    {
        var rows = new List<ProviderRow>();
        do
        {
            var page = await views.ReadPageAsync<ProviderRow>(RegisterPartitions.Providers, PageSize, token,
                cancellation);
            rows.AddRange(page.Items.Where(filter.Takes));
            token = page.NextPage;
        }
        while (token is not null && rows.Count < PageSize);
        return (rows, token);
    }
}
