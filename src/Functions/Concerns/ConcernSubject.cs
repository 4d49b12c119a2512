using Microsoft.AspNetCore.Http;
using Oversight.Concerns;
using Oversight.Functions.Concerns.Operations;
using Oversight.Functions.Concerns.Screens;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Concerns;

/// <summary>A concern as a subject of operations.</summary>
public sealed class ConcernSubject(
    IEnumerable<Operation<OpenConcern>> operations, ConcernDesk desk, ConcernTimeline timeline)
    : Subject<OpenConcern>(operations)
{
    public const string SubjectName = "concern";
    private const string Inbox = "/synpunkter/inkorg";

    public override string Name => SubjectName;

    public override string ApiFunction => ConcernOperationFunctions.ApiName;

    public override Type ApiAnswer => typeof(ConcernDetails);

    public override Task<Opening<OpenConcern>> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation) =>
        desk.OpenAsync(request, id, cancellation);

    public override string PageOf(OpenConcern open) => open.Address;

    /// <summary>Back to the concern, or to the inbox when it has left the person's boards.</summary>
    public override string AfterChange(OpenConcern open) => open.Access.Any ? open.Address : Inbox;

    public override bool IsSeen(OpenConcern open) => open.Access.Any;

    public override IReadOnlyList<Crumb> Trail(OpenConcern open) =>
        [new Crumb($"Synpunkt {open.Reference}", open.Address)];

    public override async Task<object> DescribeAsync(OpenConcern open, CancellationToken cancellation) =>
        ConcernDetails.Of(open, await desk.TextsAsync(open.Id, cancellation));

    public override async Task<IReadOnlyList<TimelineEntry>> HistoryAsync(
        OpenConcern open, CancellationToken cancellation) => timeline.Of(
            await desk.HistoryAsync(open.Id, cancellation), await desk.TextsAsync(open.Id, cancellation),
            open.InForce.Settings, open.Access);

    /// <summary>Whoever acts as the reporter acts in no board's name.</summary>
    public override BoardId? BoardOf(OpenConcern open, Permission permission) =>
        permission == Permission.ReadOwnConcerns ? null : open.File.Board;

    public override async Task<AboutSubject?> AboutAsync(
        Operation<OpenConcern> operation, OpenConcern open, CancellationToken cancellation) =>
        AboutSubject.Of<ConcernAbout>(
            (nameof(ConcernAbout.Case), new ConcernCase(open, await desk.TextsAsync(open.Id, cancellation), [])));

    public override async Task<Outcome<OpenConcern>> RunAsync(
        Operation<OpenConcern> operation, OpenConcern open, FieldValues values, Envelope envelope,
        CancellationToken cancellation)
    {
        var asked = (ConcernOperation)operation;
        var texts = DraftTexts.For(open, asked.Name.Name, envelope);
        var command = await asked.CommandAsync(open, values, texts, cancellation);
        if (values.Unreadable(() => ConcernDecider.Decide(open.State, command, envelope.Context)) is { } reasons)
            return new Outcome<OpenConcern>.Refused(reasons);
        return (await desk.ChangeAsync(open, command, texts, envelope, cancellation)).Of(open.At);
    }
}
