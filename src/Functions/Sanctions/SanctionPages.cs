using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Oversight.Functions.Attachments;
using Oversight.Functions.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Sanctions.Package;
using Oversight.Functions.Sanctions.Screens;
using Oversight.Functions.Web;
using Oversight.Sanctions;

namespace Oversight.Functions.Sanctions;

/// <summary>protokollsutdrag with its name.</summary>
public sealed record MinutesFile(SanctionFile File, string Name);

/// <summary>The pages <em>Sanktioner</em>.</summary>
public sealed partial class SanctionPages(
    SanctionDesk desk, SanctionSubject subject, SanctionChecks checks, BoardPackage package, AttachmentFiles files,
    Municipality municipality, ListExport export, ILogger<SanctionPages> logger)
{
    [Function("SanctionPages_List")]
    [Requires(Permission.ReadSanctions)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sanktioner")] HttpRequest request,
        CancellationToken cancellation) =>
        Pages.Show<SanctionListPage>(new
        {
            List = SanctionColumns.Of(request.User(), municipality).Show(
                await desk.ListAsync(request.User(), cancellation), request.Query,
                ListExport.For(request.User(), SanctionFunctions.List)),
        });

    [Function("SanctionPages_Excel")]
    [Requires(Permission.ExportMatters)]
    public async Task<IResult> Excel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sanktioner/excel")] HttpRequest request,
        CancellationToken cancellation) => export.Of(
            "Sanktioner", SanctionColumns.Of(request.User(), municipality),
            await desk.ListAsync(request.User(), cancellation), request);

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
            Minutes = ReadsPapers(open) ? Minutes(open) : [],
            HasPackage = ReadsPapers(open) && BoardPackage.IsReady(open),
        });
    }

    /// <summary>nämndpaket, made anew each time from what there is.</summary>
    [Function("SanctionPages_Package")]
    [Requires(Permission.ReadSanctions)]
    public async Task<IResult> Package(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sanktioner/{id:length(27)}/namndpaket")]
        HttpRequest request, string id, CancellationToken cancellation)
    {
        var opening = await desk.OpenAsync(request, id, cancellation);
        if (opening is not Opening<OpenSanction>.Opened { Subject: var open })
            return opening is Opening<OpenSanction>.Missing ? Pages.NotFound() : Pages.Forbidden();
        if (!ReadsPapers(open))
            return Pages.Forbidden();
        if (!BoardPackage.IsReady(open) || await package.PackAsync(open, cancellation) is not { } packed)
            return Pages.NotFound();
        LogPacked(open.Reference);
        return TypedResults.File(packed, BoardPackage.ContentType, $"namndpaket-{open.Reference}.zip");
    }

    [Function("SanctionPages_Minutes")]
    [Requires(Permission.ReadSanctions)]
    public async Task<IResult> Minutes(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get",
            Route = "sanktioner/{id:length(27)}/protokollsutdrag/{sha256:length(64)}")]
        HttpRequest request, string id, string sha256, CancellationToken cancellation)
    {
        var opening = await desk.OpenAsync(request, id, cancellation);
        if (opening is not Opening<OpenSanction>.Opened { Subject: var open })
            return opening is Opening<OpenSanction>.Missing ? Pages.NotFound() : Pages.Forbidden();
        if (!ReadsPapers(open))
            return Pages.Forbidden();
        if (Minutes(open).FirstOrDefault(file => file.File.File.Sha256 == sha256)
            is not { File: { } known, Name: var name })
            return Pages.NotFound();
        LogHandedOut(open.Reference);
        return Pages.SeeOther((await files.LinkAsync(open.Head.Id, known.File, name, cancellation)).AbsoluteUri);
    }

    /// <summary>What the board has decided is read by whoever reads the papers that it decided on.</summary>
    private static bool ReadsPapers(OpenSanction open) =>
        ContentAccess.Reads(open.User, ContentClass.ReviewPaper, open.Board);

    private static IReadOnlyList<MinutesFile> Minutes(OpenSanction open) =>
    [
        .. open.Sanction.Questions.SelectMany(question => question.Minutes)
            .Select(file => new MinutesFile(file, open.Texts.Show(file.Name) ?? "Protokollsutdrag")),
    ];

    private async Task<IReadOnlyList<PaperCheck>> ChecksAsync(OpenSanction open, CancellationToken cancellation)
    {
        if (!open.ReadsReview
            || open.State.Status is not (SanctionStatus.Drafting or SanctionStatus.Hearing or SanctionStatus.Submitted))
            return [];
        return await checks.OfAsync(open, cancellation);
    }

    [LoggerMessage(5111, LogLevel.Information, "A link to minutes of the sanction {Reference} was handed out")]
    private partial void LogHandedOut(string reference);

    [LoggerMessage(5112, LogLevel.Information, "The papers of the sanction {Reference} were handed out in one file")]
    private partial void LogPacked(string reference);
}
