using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Boards.Screens;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Web;

namespace Oversight.Functions.Boards;

/// <summary>The pages <em>Sammanträden</em>.</summary>
public sealed class BoardPages(BoardAgenda agenda, Creation<DelegationScene> delegations, StockholmTime time)
{
    public const string List = "/sammantraden";

    public static string AddressOf(BoardId board, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{List}/{board}/{day:yyyy-MM-dd}");

    [Function("BoardPages_List")]
    [Requires(Permission.ReadSanctions)]
    public async Task<IResult> Meetings(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sammantraden")] HttpRequest request,
        CancellationToken cancellation) =>
        Pages.Show<MeetingListPage>(new
        {
            Agendas = await agenda.ListAsync(request.User(), time.Today(), cancellation),
            Today = time.Today(),
        });

    [Function("BoardPages_Meeting")]
    [Requires(Permission.ReadSanctions)]
    public async Task<IResult> Meeting(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sammantraden/{board}/{day}")]
        HttpRequest request, string board, string day, CancellationToken cancellation) =>
        await agenda.FindAsync(request.User(), board, day, cancellation) is { } found
            ? Pages.Show<MeetingPage>(new
            {
                Agenda = found,
                Operations = (IReadOnlyList<IOperation>)[delegations],
                MayList = Access.Allows(request.User(), Permission.RecordDecisions, found.Meeting.Board),
            })
            : Pages.NotFound();
}
