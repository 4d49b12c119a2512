using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Substitutions.Operations;
using Oversight.Functions.Substitutions.Screens;
using Oversight.Functions.Web;

namespace Oversight.Functions.Substitutions;

/// <summary>The pages <em>Vikariat</em>.</summary>
public sealed class SubstitutionPages(
    SubstitutionDesk desk, SubstitutionSubject subject, Creation<AbsenceScene> arrange, StockholmTime time)
{
    [Function("SubstitutionPages_List")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "vikariat")] HttpRequest request,
        CancellationToken cancellation)
    {
        var rows = await desk.ListAsync(request.User(), cancellation);
        var shown = await Task.WhenAll(rows.Select(row => ShownAsync(request.User(), row, cancellation)));
        return Pages.Show<SubstitutionListPage>(new
        {
            Rows = (IReadOnlyList<ShownSubstitution>)[.. shown.OfType<ShownSubstitution>()],
            Today = time.Today(),
            MayArrange = Access.Allows(request.User(), Permission.ArrangeSubstitution),
        });
    }

    [Function("SubstitutionPages_Read")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "vikariat/{id:length(27)}")]
        HttpRequest request, string id, CancellationToken cancellation)
    {
        var opening = await subject.OpenAsync(request, id, cancellation);
        if (opening is not Opening<OpenSubstitution>.Opened { Subject: var open })
            return opening is Opening<OpenSubstitution>.Missing ? Pages.NotFound() : Pages.Forbidden();
        return Pages.Show<SubstitutionPage>(new
        {
            Open = open,
            History = await subject.HistoryAsync(open, cancellation),
            Operations = (IReadOnlyList<IOperation>)[.. subject.Operations, arrange],
            Links = subject.Links(open),
        });
    }

    private async Task<ShownSubstitution?> ShownAsync(
        SignedInUser user, SubstitutionRow row, CancellationToken cancellation) =>
        await desk.OpenAsync(user, row.Id.Value, cancellation) is Opening<OpenSubstitution>.Opened { Subject: var open }
            ? new ShownSubstitution(row, open)
            : null;
}

public sealed record ShownSubstitution(SubstitutionRow Row, OpenSubstitution Open);
