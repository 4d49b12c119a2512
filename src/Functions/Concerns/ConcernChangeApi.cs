using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions.Concerns;

/// <summary>What the small forms of a concern do, for other systems: each against the version in If-Match.</summary>
public sealed class ConcernChangeApi(ConcernDesk desk, ConcernUnits units, ConcernLists lists)
{
    private const string One = "api/v1/concerns/{id:length(27)}";

    [Function("Concerns_ApiMove")]
    [Requires(Permission.AssessConcern)]
    public Task<IResult> Move(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/moves")] HttpRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync<MoveRequest>(request, id, ConcernAction.Move, async (open, asked, texts) => new ConcernCommand.Move(
            await PlaceAsync(asked, texts, cancellation), Reason(texts, asked.Reason, asked.PersonalNumbers), open.Rules), cancellation);

    [Function("Concerns_ApiLinkToUnit")]
    [Requires(Permission.AssessConcern)]
    public Task<IResult> LinkToUnit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One + "/unit")] HttpRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync<UnitLinkRequest>(
            request, id, ConcernAction.LinkToUnit,
            async (_, asked, _) => new ConcernCommand.LinkToUnit(await units.FindAsync(asked.UnitId, cancellation)), cancellation);

    [Function("Concerns_ApiLink")]
    [Requires(Permission.AssessConcern)]
    public Task<IResult> Link(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/links")] HttpRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync<ConcernLinkRequest>(request, id, ConcernAction.Link, async (open, asked, _) =>
            new ConcernCommand.LinkToConcern(
                open.Id,
                await OtherAsync(open, asked.Concern, cancellation) ?? throw Refused(ConcernRefusals.UnknownConcern, "concern"),
                asked.Kind ?? throw Refused(ConcernEdgeRefusals.LinkKindRequired, "kind")), cancellation);

    [Function("Concerns_ApiUnlink")]
    [Requires(Permission.AssessConcern)]
    public Task<IResult> Unlink(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One + "/links/{other:length(27)}")] HttpRequest request, string id, string other,
        CancellationToken cancellation) =>
        Id.TryParse(other, out var linked)
            ? ChangeAsync(
                request, id, ConcernAction.Unlink, new { Unlinked = linked },
                (_, _) => Task.FromResult<ConcernCommand>(new ConcernCommand.UnlinkConcern(linked)), cancellation)
            : Task.FromResult(Problems.NotFound());

    [Function("Concerns_ApiWithdraw")]
    [Requires(Permission.ReadOwnConcerns)]
    public Task<IResult> Withdraw(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One + "/withdrawal")] HttpRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync<WithdrawalRequest>(request, id, ConcernAction.Withdraw, (open, asked, texts) => Task.FromResult<ConcernCommand>(
            new ConcernCommand.Withdraw(
                open.Hashes.Reporter(open.User.UserId), Reason(texts, asked.Reason, asked.PersonalNumbers), open.Rules)), cancellation);

    [Function("Concerns_ApiCorrect")]
    [Requires(Permission.ReadOwnConcerns)]
    public Task<IResult> Correct(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/corrections")] HttpRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync<CorrectionRequest>(request, id, ConcernAction.Correct, (open, asked, texts) =>
        {
            var (occurred, fault) = OccurrenceInput.Read(asked.Occurred, asked.OccurredPrecision);
            if (fault is not null)
                throw new RequestRefusedException(StatusCodes.Status422UnprocessableEntity, fault);
            return Task.FromResult<ConcernCommand>(new ConcernCommand.Correct(
                asked.Text is null ? null : texts.Add("text", asked.Text, asked.PersonalNumbers?.GetValueOrDefault("text")), occurred,
                FormInput.Code(asked.Consequence), open.CorrectsAs, Reason(texts, asked.Reason, asked.PersonalNumbers), open.Rules));
        }, cancellation);

    [Function("Concerns_ApiMask")]
    [Requires(Permission.AssessConcern)]
    public Task<IResult> Mask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/masks")] HttpRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync<MaskRequest>(request, id, ConcernAction.Mask, async (open, asked, texts) => new ConcernCommand.Mask(
            DraftTexts.Normalise(asked.Words), await desk.PresentTextAsync(open, cancellation),
            Reason(texts, asked.Reason, asked.PersonalNumbers), open.Rules), cancellation);

    [Function("Concerns_ApiDecision")]
    [Requires(Permission.ReadOwnConcerns)]
    public async Task<IResult> Decision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = One + "/decision")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var opening = await desk.OpenAsync(request, id, cancellation);
        if (opening is not Opening.Opened { Concern: var open })
            return opening is Opening.Missing ? Problems.NotFound() : Problems.Forbidden();
        return DecisionDetails.Of(open.State, await desk.TextsAsync(open.Id, cancellation)) is { } decision
            ? ApiResult.Json(decision, open.Head.Version)
            : Problems.NotFound();
    }

    [Function("Concerns_ApiDecide")]
    [Requires(Permission.DecideTriggeredReview)]
    public Task<IResult> Decide(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One + "/decision")] HttpRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync<DecisionRequest>(request, id, ConcernAction.Decide, (open, asked, texts) => Task.FromResult<ConcernCommand>(
            new ConcernCommand.DecideTriggeredReview(
                asked.Approved, Reason(texts, asked.Reason, asked.PersonalNumbers),
                string.IsNullOrWhiteSpace(asked.ScopeHint)
                    ? null
                    : texts.Add("scopeHint", asked.ScopeHint, asked.PersonalNumbers?.GetValueOrDefault("scopeHint")),
                open.Rules)), cancellation);

    private async Task<IResult> ChangeAsync<TBody>(
        HttpRequest request, string id, ConcernAction action, Func<OpenConcern, TBody, DraftTexts, Task<ConcernCommand>> build,
        CancellationToken cancellation)
        where TBody : notnull
    {
        var body = await ApiRequest.ReadJsonAsync<TBody>(request, cancellation);
        return body.TryGet(out var asked, out var problem)
            ? await ChangeAsync(request, id, action, asked, (open, texts) => build(open, asked, texts), cancellation)
            : problem;
    }

    private async Task<IResult> ChangeAsync(
        HttpRequest request, string id, ConcernAction action, object body, Func<OpenConcern, DraftTexts, Task<ConcernCommand>> build,
        CancellationToken cancellation)
    {
        var opening = await desk.OpenAsync(request, id, cancellation);
        if (opening is not Opening.Opened { Concern: var open } || !action.IsAllowed(open.Access))
            return opening is Opening.Missing ? Problems.NotFound() : Problems.Forbidden();
        if (request.ExpectedVersion() is null)
            return Problems.VersionMissing();
        var envelope = Envelopes.For(desk.ContextFor(open, action.PermissionFor(open.Access)), open.InForce.Hash, request, body);
        var texts = DraftTexts.For(open, action, envelope);
        return await desk.ChangeAsync(open, await build(open, texts), texts, envelope, cancellation) switch
        {
            Outcome<ConcernState>.Done done => await AnswerAsync(open.At(done.Head, done.State), cancellation),
            Outcome<ConcernState>.Refused refused => Problems.From(refused.Reasons),
            Outcome<ConcernState>.Conflict conflict => await ConflictAsync(open.At(conflict.Head, conflict.State), cancellation),
            Outcome<ConcernState>.KeyReused => Problems.KeyReused(),
            _ => Problems.NotFound(),
        };
    }

    /// <summary>The concern as it is now, unless it has left the caller's boards: then there is nothing more to say.</summary>
    private async Task<IResult> AnswerAsync(OpenConcern open, CancellationToken cancellation) => open.Access.Any
        ? ApiResult.Json(ConcernDetails.Of(open, await desk.TextsAsync(open.Id, cancellation)), open.Head.Version)
        : Results.NoContent();

    private async Task<IResult> ConflictAsync(OpenConcern open, CancellationToken cancellation) => open.Access.Any
        ? Problems.Conflict(open.Head, ConcernDetails.Of(open, await desk.TextsAsync(open.Id, cancellation)))
        : Problems.Forbidden();

    private async Task<ConcernPlace> PlaceAsync(MoveRequest asked, DraftTexts texts, CancellationToken cancellation) =>
        string.IsNullOrWhiteSpace(asked.UnitId) && !string.IsNullOrWhiteSpace(asked.UnknownProvider)
            ? new ConcernPlace.Unknown(
                texts.Add("unknownProvider", asked.UnknownProvider, asked.PersonalNumbers?.GetValueOrDefault("unknownProvider")),
                new BoardId(TypedText.Code(asked.Board)))
            : await units.FindAsync(asked.UnitId, cancellation);

    /// <summary>The other concern of the same board: what another board has is not told.</summary>
    private async Task<Id?> OtherAsync(OpenConcern open, string? concern, CancellationToken cancellation) =>
        Id.TryParse(concern, out var id)
            ? await desk.BoardOfAsync(id, cancellation) == open.File.Board ? id : null
            : await lists.FindByReferenceAsync([open.File.Board], concern ?? "", cancellation);

    private static WrittenText Reason(DraftTexts texts, string? reason, IReadOnlyDictionary<string, string>? numbers) =>
        texts.Add("reason", reason, numbers?.GetValueOrDefault("reason"));

    private static RequestRefusedException Refused(string code, string field) =>
        new(StatusCodes.Status422UnprocessableEntity, new Refusal(code, field));
}
