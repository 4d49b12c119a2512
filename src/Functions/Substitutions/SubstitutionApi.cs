using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Web;

namespace Oversight.Functions.Substitutions;

public sealed class SubstitutionApi(SubstitutionDesk desk)
{
    [Function("SubstitutionApi_List")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/substitutions")]
        HttpRequest request, CancellationToken cancellation) =>
        ApiResult.Json(new ListPage<SubstitutionSummary>(
            [.. (await desk.ListAsync(request.User(), cancellation)).Select(SubstitutionSummary.Of)], null));

    [Function("SubstitutionApi_Read")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/substitutions/{id:length(27)}")]
        HttpRequest request, string id, CancellationToken cancellation) =>
        await desk.OpenAsync(request.User(), id, cancellation) switch
        {
            Opening<OpenSubstitution>.Opened { Subject: var open } =>
                ApiResult.Json(SubstitutionDetails.Of(open), open.Head.Version),
            Opening<OpenSubstitution>.Missing => Problems.NotFound(),
            _ => Problems.Forbidden(),
        };
}

public sealed record SubstitutionSummary(
    Id Id, Role Role, BoardId Board, DateOnly From, DateOnly Until, bool IsTaken, DateOnly? EndedOn)
{
    public static SubstitutionSummary Of(SubstitutionRow row) =>
        new(row.Id, row.Role, row.Board, row.From, row.Until, row.By is not null, row.EndedOn);
}

/// <summary>A vikariat as the API gives it. Texts that are gallrade are said to be.</summary>
public sealed record SubstitutionDetails
{
    public required Id Id { get; init; }

    public required int Version { get; init; }

    public required Role Role { get; init; }

    public required BoardId Board { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }

    public required string For { get; init; }

    public required string Named { get; init; }

    public string? By { get; init; }

    public DateOnly? ConfirmedOn { get; init; }

    public required string Reason { get; init; }

    public DateOnly? EndedOn { get; init; }

    public static SubstitutionDetails Of(OpenSubstitution open)
    {
        var (named, texts) = (open.Substitution, open.Texts);
        return new SubstitutionDetails
        {
            Id = open.Head.Id,
            Version = open.Head.Version,
            Role = named.Role,
            Board = named.Board,
            From = named.From,
            Until = named.Until,
            For = texts.Show(named.ForName),
            Named = texts.Show(named.Named),
            By = named.By is { } by ? texts.Show(by.Name) : null,
            ConfirmedOn = named.ConfirmedOn,
            Reason = texts.Show(named.Reason),
            EndedOn = named.EndedOn,
        };
    }
}

internal sealed class SubstitutionApiDescription : IApiDescription
{
    public IEnumerable<ApiOperation> Operations =>
    [
        new("SubstitutionApi_List", "Vikariat i de egna nämnderna: de som pågår eller kommer först.",
            Response: typeof(ListPage<SubstitutionSummary>)),
        new("SubstitutionApi_Read", "Ett vikariat.", Response: typeof(SubstitutionDetails)),
    ];

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["SubstitutionSummary.id"] = "Vikariatets id.",
        ["SubstitutionSummary.role"] = "Rollen som vikariatet gäller.",
        ["SubstitutionSummary.board"] = "Nämnden.",
        ["SubstitutionSummary.from"] = "Första dagen.",
        ["SubstitutionSummary.until"] = "Sista dagen.",
        ["SubstitutionSummary.isTaken"] = "Sant när någon har tagit vikariatet.",
        ["SubstitutionSummary.endedOn"] = "Dagen då det avslutades i förväg.",
        ["SubstitutionDetails.id"] = "Vikariatets id.",
        ["SubstitutionDetails.version"] = "Vikariatets version, för If-Match.",
        ["SubstitutionDetails.role"] = "Rollen som vikariatet gäller.",
        ["SubstitutionDetails.board"] = "Nämnden.",
        ["SubstitutionDetails.from"] = "Första dagen.",
        ["SubstitutionDetails.until"] = "Sista dagen.",
        ["SubstitutionDetails.for"] = "Den som är borta.",
        ["SubstitutionDetails.named"] = "Den som är angiven som vikarie.",
        ["SubstitutionDetails.by"] = "Den som har tagit vikariatet; saknas tills någon har gjort det.",
        ["SubstitutionDetails.confirmedOn"] =
            "Dagen då den som är borta bekräftade vikarien. En vikarie för en enhetschef vikarierar först då.",
        ["SubstitutionDetails.reason"] = "Varför.",
        ["SubstitutionDetails.endedOn"] = "Dagen då det avslutades i förväg.",
    };
}
