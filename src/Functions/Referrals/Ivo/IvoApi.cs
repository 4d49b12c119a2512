using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Web;
using Oversight.Referrals;

namespace Oversight.Functions.Referrals;

public sealed class IvoApi(IvoDesk desk)
{
    [Function("IvoApi_List")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/ivo-positions")]
        HttpRequest request, CancellationToken cancellation) =>
        ApiResult.Json(new ListPage<IvoSummary>(
            [.. (await desk.ListAsync(request.User(), cancellation)).Select(IvoSummary.Of)], null));

    [Function("IvoApi_Read")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/ivo-positions/{id:length(27)}")]
        HttpRequest request, string id, CancellationToken cancellation) =>
        await desk.OpenAsync(request.User(), id, cancellation) switch
        {
            Opening<OpenIvo>.Opened { Subject: var open } => ApiResult.Json(IvoDetails.Of(open), open.Head.Version),
            Opening<OpenIvo>.Missing => Problems.NotFound(),
            _ => Problems.Forbidden(),
        };
}

public sealed record IvoSummary(
    Id Id, Id? ReviewId, BoardId Board, string Unit, bool Duty, DateOnly Until, IvoStatus Status)
{
    public static IvoSummary Of(IvoRow row) =>
        new(row.Id, row.Review, row.Board, row.Unit, row.IsDuty, row.Until, row.Status);
}

/// <summary>A position as the API gives it. Texts that are gallrade are said to be.</summary>
public sealed record IvoDetails
{
    public required Id Id { get; init; }

    public required int Version { get; init; }

    public required IvoStatus Status { get; init; }

    public required BoardId Board { get; init; }

    public required string Unit { get; init; }

    public required Id? ReviewId { get; init; }

    public required IReadOnlyList<Id> ConcernIds { get; init; }

    public required IReadOnlyList<int> Findings { get; init; }

    public required CodeId Ground { get; init; }

    public required string? Reason { get; init; }

    public required bool Licensable { get; init; }

    public required bool Duty { get; init; }

    public required DateOnly RaisedOn { get; init; }

    public required DateOnly Until { get; init; }

    public required IvoDecisionDetails? Decision { get; init; }

    public required IvoReport? Report { get; init; }

    public static IvoDetails Of(OpenIvo open)
    {
        var position = open.Position;
        return new IvoDetails
        {
            Id = open.Head.Id,
            Version = open.Head.Version,
            Status = open.State.Status,
            Board = open.Board,
            Unit = position.Unit.Name,
            ReviewId = position.Review,
            ConcernIds = position.Concerns,
            Findings = position.Findings,
            Ground = position.Ground,
            Reason = open.Texts.Show(position.Reason),
            Licensable = position.IsLicensable,
            Duty = position.IsDuty,
            RaisedOn = position.RaisedOn,
            Until = position.Wait.Until,
            Decision = position.Decision is { } decision
                ? new IvoDecisionDetails(
                    decision.On, decision.Report, decision.Reassessed, open.Texts.Show(decision.Reason), decision.By,
                    decision.DelegationPoint)
                : null,
            Report = position.Report,
        };
    }
}

public sealed record IvoDecisionDetails(
    DateOnly On, bool Report, bool Reassessed, string Reason, Role By, string DelegationPoint);

internal sealed class IvoApiDescription : IApiDescription
{
    public IEnumerable<ApiOperation> Operations =>
    [
        new("IvoApi_List", "Ställningstaganden till en anmälan till IVO i de egna nämnderna, de öppna först.",
            Response: typeof(ListPage<IvoSummary>)),
        new("IvoApi_Read", "Ett ställningstagande till en anmälan till IVO.", Response: typeof(IvoDetails)),
    ];

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["IvoSummary.id"] = "Ställningstagandets id.",
        ["IvoSummary.reviewId"] = "Granskningen. Saknas när en synpunkt väckte frågan.",
        ["IvoSummary.board"] = "Nämnden.",
        ["IvoSummary.unit"] = "Enheten.",
        ["IvoSummary.duty"] = "Om lagens skyldighet att anmäla gäller.",
        ["IvoSummary.until"] = "Sista dagen för beslutet.",
        ["IvoSummary.status"] = "Hur långt det har kommit.",
        ["IvoDetails.id"] = "Ställningstagandets id.",
        ["IvoDetails.version"] = "Ställningstagandets version, för If-Match.",
        ["IvoDetails.status"] = "Hur långt det har kommit.",
        ["IvoDetails.board"] = "Nämnden.",
        ["IvoDetails.unit"] = "Enheten.",
        ["IvoDetails.reviewId"] = "Granskningen. Saknas när en synpunkt väckte frågan.",
        ["IvoDetails.concernIds"] = "Synpunkterna som frågan kommer av.",
        ["IvoDetails.findings"] = "Numren på de allvarliga bristerna i granskningen.",
        ["IvoDetails.ground"] = "Grunden, en kod ur kodlistan.",
        ["IvoDetails.reason"] = "Varför frågan väcktes. Saknas när en brist väckte den.",
        ["IvoDetails.licensable"] = "Om verksamheten är av ett slag som kräver tillstånd, eller anmälan i egen regi.",
        ["IvoDetails.duty"] = "Om lagens skyldighet att anmäla gäller. Då kräver ett nej att grunden omprövas.",
        ["IvoDetails.raisedOn"] = "Dagen då frågan väcktes.",
        ["IvoDetails.until"] = "Sista dagen för beslutet.",
        ["IvoDetails.decision"] = "Beslutet. Saknas tills det är fattat.",
        ["IvoDetails.report"] = "Anmälan till IVO. Saknas tills den är lämnad.",
        ["IvoDecisionDetails.on"] = "Dagen för beslutet.",
        ["IvoDecisionDetails.report"] = "Om IVO ska få en anmälan.",
        ["IvoDecisionDetails.reassessed"] = "Om grunden är omprövad och inte håller.",
        ["IvoDecisionDetails.reason"] = "Skälen.",
        ["IvoDecisionDetails.by"] = "Rollen som beslutade.",
        ["IvoDecisionDetails.delegationPoint"] = "Punkten i delegationsordningen.",
        ["IvoReport.on"] = "Dagen då IVO fick anmälan.",
        ["IvoReport.number"] = "IVO:s nummer.",
    };
}
