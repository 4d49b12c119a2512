using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Providers;

namespace Oversight.Functions.Providers.Api;

public sealed class ProviderApi(RegisterCalls calls, RegisterApi api, ProviderDesk providers, UnitDesk units, Views views, StockholmTime time)
{
    private const int PageSize = 100;

    [Function("ProviderApi_List")]
    [Requires(Permission.ReadRegister)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/providers")] HttpRequest request, CancellationToken cancellation)
    {
        var (form, board) = (request.Query["form"].ToString(), request.Query["board"].ToString());
        if (form.Length > 0 && !RegisterWords.Forms.ContainsKey(form.ToLowerInvariant()))
            return Problems.BadRequest(WebRefusals.ValueInvalid, "form", "form");
        if (board.Length > 0 && !request.User().KnownBoards.Contains(new BoardId(board)))
            return Problems.BadRequest(WebRefusals.ValueInvalid, "board", "board");
        var filter = new ProviderFilter(
            TypedText.Line(request.Query["name"]), form.Length > 0 ? RegisterWords.Forms[form.ToLowerInvariant()].FormCode() : "", board);
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

    [Function("ProviderApi_Register")]
    [Requires(Permission.EditRegister)]
    public async Task<IResult> Register(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/providers")] HttpRequest request, CancellationToken cancellation)
    {
        var body = await ApiRequest.ReadJsonAsync<ProviderInput>(request, cancellation);
        if (!body.TryGet(out var input, out var problem))
            return problem;
        var call = await calls.OpenAsync(request, Permission.EditRegister, cancellation);
        var fields = ApiFields.Of(input);
        var command = RegisterForms.Provider(fields);
        if (fields.HasFailed)
            return Problems.From(fields.And(RegisterApi.Refusals(ProviderDecider.Decide(ProviderState.Initial, command, call.Context))));
        var id = call.NewId(request.IdempotencyKey(), calls.Fresh());
        var outcome = await providers.RegisterAsync(id, command, call.Envelope(request, input), cancellation);
        return await api.AnswerAsync(outcome, call.Today, cancellation, created: true);
    }

    /// <summary>The number stands in the body because an address is logged, and a sole trader's number is a personnummer.</summary>
    [Function("ProviderApi_Search")]
    [Requires(Permission.ReadRegister)]
    public async Task<IResult> Search(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/providers/search")] HttpRequest request, CancellationToken cancellation)
    {
        var body = await ApiRequest.ReadJsonAsync<NumberInput>(request, cancellation);
        if (!body.TryGet(out var input, out var problem))
            return problem;
        if (OrganisationNumber.Read(input.Number, out var number) is { } wrong)
            return Problems.From([new Refusal(wrong, "number")]);
        return await providers.FindAsync(number, cancellation) is { } id && await providers.LoadAsync(id, cancellation) is { State: ProviderState.Registered found } folded
            ? ApiResult.List([ProviderSummary.Of(ProviderRow.Of(folded.Head, found), time.Today())])
            : ApiResult.List<ProviderSummary>([]);
    }

    [Function("ProviderApi_Get")]
    [Requires(Permission.ReadRegister)]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/providers/{id:length(27)}")] HttpRequest request, string id,
        CancellationToken cancellation) =>
        Id.TryParse(id, out var providerId) && await providers.LoadAsync(providerId, cancellation) is { State: ProviderState.Registered provider } folded
            ? await api.ProviderAsync(folded.Head, provider, time.Today(), created: false, cancellation)
            : Problems.NotFound();

    [Function("ProviderApi_Rename")]
    [Requires(Permission.EditRegister)]
    public Task<IResult> Rename(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/providers/{id:length(27)}/names")] HttpRequest request, string id,
        CancellationToken cancellation) =>
        api.ChangeProviderAsync<NameInput>(request, id, (fields, _, _) => RegisterForms.ProviderName(fields), cancellation);

    [Function("ProviderApi_ChangeOwnership")]
    [Requires(Permission.EditRegister)]
    public Task<IResult> ChangeOwnership(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/providers/{id:length(27)}/owners")] HttpRequest request, string id,
        CancellationToken cancellation) =>
        api.ChangeProviderAsync<OwnershipInput>(request, id, (fields, _, _) => RegisterForms.Ownership(fields), cancellation);

    [Function("ProviderApi_SignAgreement")]
    [Requires(Permission.EditRegister)]
    public Task<IResult> SignAgreement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/providers/{id:length(27)}/agreements")] HttpRequest request, string id,
        CancellationToken cancellation) =>
        api.ChangeProviderAsync<AgreementInput>(
            request, id, (fields, call, _) => RegisterForms.Agreement(fields, call.NewId(request.IdempotencyKey(), calls.Fresh(), "agreement"), call.Rules),
            cancellation, (command, _) => ((ProviderCommand.SignAgreement)command).Board);

    [Function("ProviderApi_ChangeAgreement")]
    [Requires(Permission.EditRegister)]
    public Task<IResult> ChangeAgreement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/providers/{id:length(27)}/agreements/{agreementId:length(27)}/terms")]
        HttpRequest request, string id, string agreementId, CancellationToken cancellation) =>
        Id.TryParse(agreementId, out var agreement)
            ? api.ChangeProviderAsync<TermsInput>(
                request, id, (fields, call, _) => RegisterForms.AgreementChange(fields, agreement, call.Rules), cancellation,
                (_, stands) => stands.Agreement(agreement)?.Board)
            : Task.FromResult(Problems.NotFound());

    [Function("ProviderApi_RegisterUnit")]
    [Requires(Permission.EditRegister)]
    public async Task<IResult> RegisterUnit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/providers/{id:length(27)}/units")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        var body = await ApiRequest.ReadJsonAsync<UnitInput>(request, cancellation);
        if (!body.TryGet(out var input, out var problem))
            return problem;
        if (!Id.TryParse(id, out var providerId) || await providers.LoadAsync(providerId, cancellation) is not { State: ProviderState.Registered provider })
            return Problems.NotFound();
        if (!Id.TryParse(input.AgreementId, out var agreementId) || provider.Agreement(agreementId) is not { } agreement)
            return Problems.From([new Refusal(RegisterEdgeRefusals.AgreementUnknown, "agreementId")]);
        var call = await calls.OpenAsync(request, Permission.EditRegister, cancellation);
        if (!call.MayEdit(agreement.Board))
            return Problems.Forbidden();
        var (key, fresh, fields) = (request.IdempotencyKey(), calls.Fresh(), ApiFields.Of(input));
        var unitId = call.NewId(key, fresh);
        var command = RegisterForms.Unit(fields, unitId, call.NewId(key, fresh, "manager"), provider.Facts(providerId, agreement), call.Rules);
        if (fields.HasFailed)
            return Problems.From(fields.And(RegisterApi.Refusals(UnitDecider.Decide(UnitState.Initial, command, call.Context))));
        var outcome = await units.RegisterAsync(unitId, command, call.Envelope(request, input), cancellation);
        return await api.AnswerAsync(outcome, call.Today, cancellation, created: true);
    }

    /// <summary>A page that is filtered goes on reading until it is full, so that only the last one is short.</summary>
    private async Task<(IReadOnlyList<ProviderRow> Rows, string? Next)> PageAsync(ProviderFilter filter, string? token, CancellationToken cancellation)
    {
        var rows = new List<ProviderRow>();
        do
        {
            var page = await views.ReadPageAsync<ProviderRow>(RegisterPartitions.Providers, PageSize, token, cancellation);
            rows.AddRange(page.Items.Where(filter.Takes));
            token = page.NextPage;
        }
        while (token is not null && rows.Count < PageSize);
        return (rows, token);
    }
}
