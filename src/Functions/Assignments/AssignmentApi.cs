using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Assignments;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Web;

namespace Oversight.Functions.Assignments;

public sealed class AssignmentApi(AssignmentDesk desk)
{
    [Function("AssignmentApi_List")]
    [Requires(Permission.ReadAssignments)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/assignments")]
        HttpRequest request, CancellationToken cancellation) =>
        ApiResult.Json(new ListPage<AssignmentSummary>(
            [.. (await desk.ListAsync(request.User(), cancellation)).Select(AssignmentSummary.Of)], null));

    [Function("AssignmentApi_Read")]
    [Requires(Permission.ReadAssignments)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/assignments/{id:length(27)}")]
        HttpRequest request, string id, CancellationToken cancellation) =>
        await desk.OpenAsync(request.User(), id, cancellation) switch
        {
            Opening<OpenAssignment>.Opened { Subject: var open } =>
                ApiResult.Json(AssignmentDetails.Of(open), open.Head.Version),
            Opening<OpenAssignment>.Missing => Problems.NotFound(),
            _ => Problems.Forbidden(),
        };
}

public sealed record AssignmentSummary(
    Id Id, Id ReviewId, BoardId Board, string Unit, DateOnly Until, AssignmentStatus Status)
{
    public static AssignmentSummary Of(AssignmentRow row) =>
        new(row.Id, row.ReviewId, row.Board, row.Unit, row.Until, row.Status);
}

/// <summary>An uppgift as the API gives it. Texts that are gallrade are said to be.</summary>
public sealed record AssignmentDetails(
    Id Id, int Version, Id ReviewId, BoardId Board, string Unit, string What, string? Whom, DateOnly Until,
    AssignmentStatus Status)
{
    public static AssignmentDetails Of(OpenAssignment open) => new(
        open.Head.Id, open.Head.Version, open.Given.ReviewId, open.Board, open.Given.Unit.Name,
        open.Texts.Show(open.Given.What), open.Given.Whom is { } whom ? open.Texts.Show(whom) : null,
        open.Given.Until, open.State.Status);
}

internal sealed class AssignmentApiDescription : IApiDescription
{
    public IEnumerable<ApiOperation> Operations =>
    [
        new("AssignmentApi_List", "Uppgifterna i de egna nämnderna, de som är att göra först.",
            Response: typeof(ListPage<AssignmentSummary>)),
        new("AssignmentApi_Read", "En uppgift.", Response: typeof(AssignmentDetails)),
    ];

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["AssignmentSummary.id"] = "Uppgiftens id.",
        ["AssignmentSummary.reviewId"] = "Granskningen som uppgiften kommer av.",
        ["AssignmentSummary.board"] = "Nämnden.",
        ["AssignmentSummary.unit"] = "Enheten som uppgiften gäller.",
        ["AssignmentSummary.until"] = "Sista dagen.",
        ["AssignmentSummary.status"] = "Om uppgiften är att göra, klar eller tillbakatagen.",
        ["AssignmentDetails.id"] = "Uppgiftens id.",
        ["AssignmentDetails.version"] = "Uppgiftens version, för If-Match.",
        ["AssignmentDetails.reviewId"] = "Granskningen som uppgiften kommer av.",
        ["AssignmentDetails.board"] = "Nämnden.",
        ["AssignmentDetails.unit"] = "Enheten som uppgiften gäller.",
        ["AssignmentDetails.what"] = "Vad som ska göras.",
        ["AssignmentDetails.whom"] = "Vem eller vilken grupp som ska göra det; saknas när vem som helst kan.",
        ["AssignmentDetails.until"] = "Sista dagen.",
        ["AssignmentDetails.status"] = "Om uppgiften är att göra, klar eller tillbakatagen.",
    };
}
