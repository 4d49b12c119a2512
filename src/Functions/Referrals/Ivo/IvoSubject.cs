using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Referrals;

namespace Oversight.Functions.Referrals;

/// <summary>A position on a report to IVO as a subject of operations.</summary>
public sealed class IvoSubject(IEnumerable<Operation<OpenIvo>> operations, IvoDesk desk, Streams streams)
    : Subject<OpenIvo>(operations)
{
    public const string SubjectName = "ivo-position";

    public override string Name => SubjectName;

    public override string ApiFunction => IvoFunctions.ApiName;

    public override Type ApiAnswer => typeof(IvoDetails);

    public override Task<Opening<OpenIvo>> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation) =>
        desk.OpenAsync(request.User(), id, cancellation);

    public override string PageOf(OpenIvo open) => open.Address;

    public override string AfterChange(OpenIvo open) => open.IsSeen ? open.Address : IvoFunctions.List;

    public override bool IsSeen(OpenIvo open) => open.IsSeen;

    public override IReadOnlyList<Crumb> Trail(OpenIvo open) =>
        [new Crumb("Andra myndigheter", IvoFunctions.List), new Crumb(IvoWords.Title(open), open.Address)];

    public override Task<object> DescribeAsync(OpenIvo open, CancellationToken cancellation) =>
        Task.FromResult<object>(IvoDetails.Of(open));

    public override async Task<IReadOnlyList<TimelineEntry>> HistoryAsync(
        OpenIvo open, CancellationToken cancellation)
    {
        var texts = await desk.TextsAsync(open.Head.Id, open.Position, cancellation);
        return
        [
            .. (await streams.HistoryAsync(IvoStream.Kind, open.Head.Id, cancellation))
                .Select(recorded => IvoWords.Entry(recorded, texts, open.InForce.Settings)),
        ];
    }

    public override BoardId? BoardOf(OpenIvo open, Permission permission) => open.Board;

    public override async Task<Outcome<OpenIvo>> RunAsync(
        Operation<OpenIvo> operation, OpenIvo open, FieldValues values, Envelope envelope,
        CancellationToken cancellation)
    {
        var asked = (IvoOperation)operation;
        var texts = await desk.Stream.DraftAsync(asked.Name.Name, envelope, cancellation);
        var command = asked.Command(open, values, texts);
        if (values.Unreadable(() => IvoDecider.Decide(open.State, command, envelope.Context)) is { } reasons)
            return new Outcome<OpenIvo>.Refused(reasons);
        var outcome = await desk.Stream.ChangeAsync(open.Read, command, texts, envelope, cancellation);
        var written = await desk.TextsAsync(open.Head.Id, open.Position, cancellation);
        return outcome.Of((head, state) => open with { Read = new(head, state), Texts = written });
    }
}

/// <summary>What an operation on a position adds to every operation.</summary>
public abstract class IvoOperation : Operation<OpenIvo>
{
    public abstract IvoCommand Command(OpenIvo open, FieldValues values, OperationTexts texts);

    public override Permission Permission => Permission.DecideReferrals;

    public override bool IsFor(OpenIvo open) => open.IsSeen && Access.Allows(open.User, Permission, open.Board);
}
