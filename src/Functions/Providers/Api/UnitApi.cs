using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Web;
using Oversight.Providers;

namespace Oversight.Functions.Providers.Api;

public sealed class UnitApi(RegisterCalls calls, RegisterApi api, UnitDesk units, ProviderDesk providers, StockholmTime time)
{
    [Function("UnitApi_Get")]
    [Requires(Permission.ReadRegister)]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/units/{id:length(27)}")] HttpRequest request, string id,
        CancellationToken cancellation) =>
        Id.TryParse(id, out var unitId) && await units.LoadAsync(unitId, cancellation) is { State: UnitState.Registered unit } folded
            ? await api.UnitAsync(folded.Head, unit, time.Today(), created: false, cancellation)
            : Problems.NotFound();

    [Function("UnitApi_Rename")]
    [Requires(Permission.EditRegister)]
    public Task<IResult> Rename(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/units/{id:length(27)}/names")] HttpRequest request, string id,
        CancellationToken cancellation) =>
        api.ChangeUnitAsync<NameInput>(request, id, (fields, _) => RegisterForms.UnitName(fields), cancellation);

    [Function("UnitApi_ChangeDetails")]
    [Requires(Permission.EditRegister)]
    public Task<IResult> ChangeDetails(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/units/{id:length(27)}/details")] HttpRequest request, string id,
        CancellationToken cancellation) =>
        api.ChangeUnitAsync<DetailsInput>(request, id, (fields, call) => RegisterForms.UnitChange(fields, call.Rules), cancellation);

    [Function("UnitApi_CountCustomers")]
    [Requires(Permission.EditRegister)]
    public Task<IResult> CountCustomers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/units/{id:length(27)}/customers")] HttpRequest request, string id,
        CancellationToken cancellation) =>
        api.ChangeUnitAsync<CustomersInput>(request, id, (fields, _) => RegisterForms.Count(fields), cancellation);

    [Function("UnitApi_RecordLicence")]
    [Requires(Permission.EditRegister)]
    public Task<IResult> RecordLicence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/units/{id:length(27)}/licence")] HttpRequest request, string id,
        CancellationToken cancellation) =>
        api.ChangeUnitAsync<LicenceInput>(
            request, id, (fields, _) => new UnitCommand.RecordLicence(RegisterForms.Licence(fields)), cancellation);

    [Function("UnitApi_AppointManager")]
    [Requires(Permission.EditRegister)]
    public Task<IResult> AppointManager(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/units/{id:length(27)}/managers")] HttpRequest request, string id,
        CancellationToken cancellation) =>
        api.ChangeUnitAsync<ManagerInput>(
            request, id, (fields, call) => RegisterForms.Manager(fields, call.NewId(request.IdempotencyKey(), calls.Fresh(), "manager"), call.Rules),
            cancellation);

    [Function("UnitApi_RecordManagerNotice")]
    [Requires(Permission.EditRegister)]
    public Task<IResult> RecordManagerNotice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/units/{id:length(27)}/managers/notice")] HttpRequest request, string id,
        CancellationToken cancellation) =>
        api.ChangeUnitAsync<ManagerNoticeInput>(request, id, (fields, _) => UnitForms.Notice(fields), cancellation);

    [Function("UnitApi_TakeOver")]
    [Requires(Permission.EditRegister)]
    public async Task<IResult> TakeOver(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/units/{id:length(27)}/placements")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        var body = await ApiRequest.ReadJsonAsync<TakeOverInput>(request, cancellation);
        if (!body.TryGet(out var input, out var problem))
            return problem;
        return await UnitForms.FactsAsync(providers, input.ProviderId, input.AgreementId, cancellation) is { } facts
            ? await api.ChangeUnitAsync(request, id, input, (fields, _) => new UnitCommand.TakeOver(fields.Date("from"), facts), cancellation)
            : Problems.From([new Refusal(RegisterEdgeRefusals.AgreementUnknown, "agreementId")]);
    }
}
