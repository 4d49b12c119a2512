using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Sanctions.Screens;
using Oversight.Functions.Web;
using Oversight.Sanctions;

namespace Oversight.Functions.Sanctions;

/// <summary>Something that is to be right before papers are handed to the decider.</summary>
public sealed record PaperCheck(string Text, bool IsDone);

/// <summary>The pages <em>Sanktioner</em>.</summary>
public sealed class SanctionPages(SanctionDesk desk, SanctionSubject subject, SanctionGrounds grounds)
{
    [Function("SanctionPages_List")]
    [Requires(Permission.ReadSanctions)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sanktioner")] HttpRequest request,
        CancellationToken cancellation) =>
        Pages.Show<SanctionListPage>(new { Rows = await desk.ListAsync(request.User(), cancellation) });

    [Function("SanctionPages_Read")]
    [Requires(Permission.ReadSanctions)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sanktioner/{id:length(27)}")]
        HttpRequest request, string id, CancellationToken cancellation)
    {
        var opening = await desk.OpenAsync(request, id, cancellation);
        if (opening is not Opening<OpenSanction>.Opened { Subject: var open })
            return opening is Opening<OpenSanction>.Missing ? Pages.NotFound() : Pages.Forbidden();
        return Pages.Show<SanctionPage>(new
        {
            Open = open,
            History = await subject.HistoryAsync(open, cancellation),
            subject.Operations,
            Links = subject.Links(open),
            Checks = await ChecksAsync(open, cancellation),
            Papers = SanctionDocuments.Of(open.Head.Id, open.Sanction, open.ReadsReview),
        });
    }

    private async Task<IReadOnlyList<PaperCheck>> ChecksAsync(OpenSanction open, CancellationToken cancellation)
    {
        if (!open.ReadsReview
            || open.State.Status is not (SanctionStatus.Drafting or SanctionStatus.Hearing or SanctionStatus.Submitted))
            return [];
        var paper = open.Sanction.Question.Paper;
        var provider = await grounds.ProviderAsync(open.Sanction.Unit.ProviderId, cancellation);
        return
        [
            new("Diarienummer", open.Of.Review.CaseNumber is not null),
            new("Organisationsnummer i registret", provider?.Number is not null),
            new("Tjänsteskrivelsen är skriven, med konsekvenser för barn", paper is not null),
            new("Sista dag för bristerna", paper?.FinalDate is not null),
            new(
                "Verksamheten har fått yttra sig, eller så står det varför inte",
                !open.Sanction.Question.NeedsHearing
                    || open.Sanction.Question.Hearing?.IsOver(open.Of.Today) == true),
            new("Granskningen är inte spärrad", open.Of.Review.Seal is null),
        ];
    }
}
