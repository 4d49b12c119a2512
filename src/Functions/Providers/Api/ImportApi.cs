using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Providers;
using Oversight.Providers.Import;

namespace Oversight.Functions.Providers.Api;

public sealed class ImportApi(RegisterCalls calls, Imports imports, RegisterReader reader, StockholmTime time)
{
    public const string ContentType = "text/csv";

    [Function("ImportApi_Import")]
    [Requires(Permission.EditRegister)]
    public async Task<IResult> Import(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/imports")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (request.ContentType?.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) != true)
            return Problems.From(StatusCodes.Status415UnsupportedMediaType,
                new Refusal(WebRefusals.ContentType, null, ContentType));
        var call = await calls.OpenAsync(request, Permission.EditRegister, cancellation);
        var limit = call.Settings.Limits.ImportBytes;
        if (await ApiRequest.ReadBytesAsync(request, limit, cancellation) is not { } file)
        {
            return Problems.From(
                StatusCodes.Status413PayloadTooLarge,
                new Refusal(ImportRefusals.TooLarge, null, $"{limit / BodyLimits.Megabyte}"));
        }

        var id = call.NewId(request.IdempotencyKey(), calls.Fresh());
        var (outcome, problems) = await imports.AcceptAsync(id, file, call,
            call.Envelope(request, ImportFiles.HashOf(file)), cancellation);
        return outcome is null ? Problems.From([.. problems.Select(Located)]) : Answer(outcome);
    }

    [Function("ImportApi_Get")]
    [Requires(Permission.EditRegister)]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/imports/{id:length(27)}")]
        HttpRequest request, string id,
        CancellationToken cancellation) =>
        Id.TryParse(id, out var importId) && await imports.LoadAsync(importId, cancellation) is { } folded
            && AnswerOf(folded.Head.Id, folded.State) is { } answer
            ? ApiResult.Json(answer, folded.Head.Version)
            : Problems.NotFound();

    [Function("ImportApi_Export")]
    [Requires(Permission.ReadRegister)]
    public async Task<IResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/providers/export")]
        HttpRequest request, CancellationToken cancellation)
    {
        var file = RegisterCsv.Write(RegisterExport.Write(await reader.ReadAsync(cancellation)));
        return TypedResults.File(file, $"{ContentType}; charset=utf-8",
            $"anordnare-{RegisterWording.Iso(time.Today())}.csv");
    }

    /// <summary>Row and column stand in the field: <c>rad 3: avtalsform</c>.</summary>
    private static Refusal Located(ImportProblem problem) => problem.Refusal with
    {
        Field = problem.Row == 0 ? null : problem.Column is null
            ? $"rad {problem.Row}"
            : $"rad {problem.Row}: {problem.Column}",
    };

    private static IResult Answer(Outcome<ImportState> outcome) => outcome switch
    {
        Outcome<ImportState>.Done done => ApiResult.Created(
            $"/api/v1/imports/{done.Head.Id}", AnswerOf(done.Head.Id, done.State)!, done.Head.Version),
        Outcome<ImportState>.Refused refused => Problems.From(refused.Reasons),
        Outcome<ImportState>.KeyReused => Problems.KeyReused(),
        Outcome<ImportState>.Conflict conflict =>
            Problems.Conflict(conflict.Head, AnswerOf(conflict.Head.Id, conflict.State)),
        _ => Problems.NotFound(),
    };

    private static ImportAnswer? AnswerOf(Id id, ImportState state) => state switch
    {
        ImportState.Underway underway => new ImportAnswer(id, "underway", underway.Rows, underway.Steps),
        ImportState.Done done => new ImportAnswer(id, "done", done.Rows, done.Steps),
        ImportState.Halted halted => new ImportAnswer(id, "stopped", halted.Rows, 0),
        _ => null,
    };
}
