using Microsoft.AspNetCore.Http;
using Oversight.Assignments;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Assignments;

/// <summary>An uppgift as a subject of operations.</summary>
public sealed class AssignmentSubject(
    IEnumerable<Operation<OpenAssignment>> operations, AssignmentDesk desk, Streams streams)
    : Subject<OpenAssignment>(operations)
{
    public const string SubjectName = "assignment";

    public override string Name => SubjectName;

    public override string ApiFunction => AssignmentFunctions.ApiName;

    public override Type ApiAnswer => typeof(AssignmentDetails);

    public override Task<Opening<OpenAssignment>> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation) =>
        desk.OpenAsync(request.User(), id, cancellation);

    public override string PageOf(OpenAssignment open) => open.Address;

    public override IReadOnlyList<Crumb> Trail(OpenAssignment open) =>
        [new Crumb("Uppgifter", AssignmentFunctions.List), new Crumb(AssignmentWords.Title(open), open.Address)];

    public override Task<object> DescribeAsync(OpenAssignment open, CancellationToken cancellation) =>
        Task.FromResult<object>(AssignmentDetails.Of(open));

    public override async Task<IReadOnlyList<TimelineEntry>> HistoryAsync(
        OpenAssignment open, CancellationToken cancellation)
    {
        var texts = await desk.TextsAsync(open.Head.Id, cancellation);
        return
        [
            .. (await streams.HistoryAsync(AssignmentStream.Kind, open.Head.Id, cancellation))
                .Select(recorded => AssignmentWords.Entry(recorded, texts)),
        ];
    }

    public override BoardId? BoardOf(OpenAssignment open, Permission permission) => open.Board;

    public override Task<Outcome<OpenAssignment>> RunAsync(
        Operation<OpenAssignment> operation, OpenAssignment open, FieldValues values, Envelope envelope,
        CancellationToken cancellation)
    {
        var asked = (AssignmentOperation)operation;
        return desk.Stream.RunAsync(
            open.Read, asked.Name.Name, values, envelope, texts => new(asked.Command(open, values, texts)),
            (read, texts) => open with { Read = read, Texts = texts }, cancellation);
    }
}

/// <summary>What an operation on an uppgift adds to every operation.</summary>
public abstract class AssignmentOperation : Operation<OpenAssignment>
{
    public abstract AssignmentCommand Command(OpenAssignment open, FieldValues values, OperationTexts texts);

    public override bool IsFor(OpenAssignment open) => Access.Allows(open.User, Permission, open.Board);

    public override bool Fits(OpenAssignment open) => open.State.Status == AssignmentStatus.Open;
}
