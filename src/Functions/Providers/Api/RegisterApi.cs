using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Providers;

namespace Oversight.Functions.Providers.Api;

/// <summary>What the register's API functions share: read the body, check that the caller may, carry out, answer.</summary>
public sealed class RegisterApi(RegisterCalls calls, ProviderDesk providers, UnitDesk units, Views views, ManagerNames names)
{
    /// <summary>A change of a provider against the version in If-Match.</summary>
    public async Task<IResult> ChangeProviderAsync<TBody>(
        HttpRequest request, string id, Func<FieldReader, RegisterCall, ProviderState.Registered, ProviderCommand> read, CancellationToken cancellation,
        Func<ProviderCommand, ProviderState.Registered, BoardId?>? board = null)
        where TBody : notnull
    {
        var body = await ApiRequest.ReadJsonAsync<TBody>(request, cancellation);
        if (!body.TryGet(out var value, out var problem))
            return problem;
        if (!Id.TryParse(id, out var providerId) || await providers.LoadAsync(providerId, cancellation) is not { State: ProviderState.Registered stands })
            return Problems.NotFound();
        if (request.ExpectedVersion() is null)
            return Problems.VersionMissing();
        var call = await calls.OpenAsync(request, Permission.EditRegister, cancellation);
        var fields = ApiFields.Of(value);
        var command = read(fields, call, stands);
        if (board?.Invoke(command, stands) is { } owner && call.Settings.Board(owner) is not null && !call.MayEdit(owner))
            return Problems.Forbidden();
        if (fields.HasFailed)
            return Problems.From(fields.And(Refusals(ProviderDecider.Decide(stands, command, call.Context))));
        var outcome = await providers.ChangeAsync(providerId, command, call.Envelope(request, value), cancellation);
        return await AnswerAsync(outcome, call.Today, cancellation);
    }

    /// <summary>A change of a unit against the version in If-Match.</summary>
    public async Task<IResult> ChangeUnitAsync<TBody>(
        HttpRequest request, string id, Func<FieldReader, RegisterCall, UnitCommand> read, CancellationToken cancellation)
        where TBody : notnull
    {
        var body = await ApiRequest.ReadJsonAsync<TBody>(request, cancellation);
        return body.TryGet(out var value, out var problem) ? await ChangeUnitAsync(request, id, value, read, cancellation) : problem;
    }

    public async Task<IResult> ChangeUnitAsync(
        HttpRequest request, string id, object value, Func<FieldReader, RegisterCall, UnitCommand> read, CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var unitId) || await units.LoadAsync(unitId, cancellation) is not { State: UnitState.Registered stands })
            return Problems.NotFound();
        if (request.ExpectedVersion() is null)
            return Problems.VersionMissing();
        var call = await calls.OpenAsync(request, Permission.EditRegister, cancellation);
        if (!call.MayEdit(stands.Agreement.Board))
            return Problems.Forbidden();
        var fields = ApiFields.Of(value);
        var command = read(fields, call);
        if (fields.HasFailed)
            return Problems.From(fields.And(Refusals(UnitDecider.Decide(stands, command, call.Context))));
        if (command is UnitCommand.TakeOver takeOver && !call.MayEdit(takeOver.Agreement.Board))
            return Problems.Forbidden();
        var outcome = await units.ChangeAsync(unitId, command, call.Envelope(request, value), cancellation);
        return await AnswerAsync(outcome, call.Today, cancellation);
    }

    public async Task<IResult> AnswerAsync(Outcome<ProviderState> outcome, DateOnly today, CancellationToken cancellation, bool created = false) =>
        outcome switch
        {
            Outcome<ProviderState>.Done { State: ProviderState.Registered provider } done => await ProviderAsync(done.Head, provider, today, created, cancellation),
            Outcome<ProviderState>.Refused refused => Problems.From(refused.Reasons),
            Outcome<ProviderState>.Conflict { State: ProviderState.Registered provider } conflict =>
                Problems.Conflict(conflict.Head, ProviderAnswer.Of(conflict.Head.Id, conflict.Head.Version, provider, today, [])),
            Outcome<ProviderState>.KeyReused => Problems.KeyReused(),
            _ => Problems.NotFound(),
        };

    public async Task<IResult> AnswerAsync(Outcome<UnitState> outcome, DateOnly today, CancellationToken cancellation, bool created = false) =>
        outcome switch
        {
            Outcome<UnitState>.Done { State: UnitState.Registered unit } done => await UnitAsync(done.Head, unit, today, created, cancellation),
            Outcome<UnitState>.Refused refused => Problems.From(refused.Reasons),
            Outcome<UnitState>.Conflict { State: UnitState.Registered unit } conflict => Problems.Conflict(
                conflict.Head, UnitAnswer.Of(conflict.Head.Id, conflict.Head.Version, unit, today, new Dictionary<Id, string>())),
            Outcome<UnitState>.KeyReused => Problems.KeyReused(),
            _ => Problems.NotFound(),
        };

    public async Task<IResult> ProviderAsync(
        StreamHead head, ProviderState.Registered provider, DateOnly today, bool created, CancellationToken cancellation)
    {
        var rows = await views.ReadAllAsync<UnitRow>(RegisterPartitions.OfProvider(head.Id), cancellation, RegisterPartitions.UnitPrefix);
        var answer = ProviderAnswer.Of(head.Id, head.Version, provider, today, rows);
        return created ? ApiResult.Created($"/api/v1/providers/{head.Id}", answer, head.Version) : ApiResult.Json(answer, head.Version);
    }

    public async Task<IResult> UnitAsync(StreamHead head, UnitState.Registered unit, DateOnly today, bool created, CancellationToken cancellation)
    {
        var answer = UnitAnswer.Of(
            head.Id, head.Version, unit, today, await names.OfProviderAsync(unit.Agreement.ProviderId, cancellation));
        return created ? ApiResult.Created($"/api/v1/units/{head.Id}", answer, head.Version) : ApiResult.Json(answer, head.Version);
    }

    public static IReadOnlyList<Refusal> Refusals<TEvent>(Decision<TEvent> decision) =>
        decision is Decision<TEvent>.Refused refused ? refused.Reasons : [];
}
