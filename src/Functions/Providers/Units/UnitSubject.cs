using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Providers.Api;
using Oversight.Functions.Providers.Operations;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;
using Oversight.Providers;

namespace Oversight.Functions.Providers;

/// <summary>A unit as a subject of operations.</summary>
public sealed class UnitSubject(
    IEnumerable<Operation<OpenUnit>> operations, RegisterOpener opener, UnitDesk desk, RegisterTimeline timeline,
    ManagerNames names)
    : Subject<OpenUnit>(operations)
{
    public const string SubjectName = "unit";

    public override string Name => SubjectName;

    public override string ApiFunction => UnitOperationFunctions.ApiName;

    public override Type ApiAnswer => typeof(UnitAnswer);

    public override Task<Opening<OpenUnit>> OpenAsync(HttpRequest request, string id, CancellationToken cancellation) =>
        opener.UnitAsync(request, id, cancellation);

    public override string PageOf(OpenUnit open) => open.Address;

    public override IReadOnlyList<Crumb> Trail(OpenUnit open) =>
    [
        RegisterWording.Start,
        RegisterWording.Units,
        new Crumb(open.State.Agreement.ProviderName, $"/anordnare/{open.State.Agreement.ProviderId}"),
        new Crumb(open.State.Names.Latest(), open.Address),
    ];

    public override async Task<object> DescribeAsync(OpenUnit open, CancellationToken cancellation) => UnitAnswer.Of(
        open.Id, open.Head.Version, open.State, open.Scene.Today,
        await names.OfProviderAsync(open.State.Agreement.ProviderId, cancellation));

    public override async Task<IReadOnlyList<TimelineEntry>> HistoryAsync(
        OpenUnit open, CancellationToken cancellation) =>
        timeline.Of(await desk.HistoryAsync(open.Id, cancellation), open.InForce.Settings);

    public override BoardId? BoardOf(OpenUnit open, Permission permission) => open.State.Agreement.Board;

    public override async Task<Outcome<OpenUnit>> RunAsync(
        Operation<OpenUnit> operation, OpenUnit open, FieldValues values, Envelope envelope,
        CancellationToken cancellation)
    {
        var fields = RegisterFields.Read(values);
        var asked = (UnitOperation)operation;
        if (await asked.CommandAsync(open, fields, RegisterFields.Identity(open.User, envelope),
            cancellation) is not { } command)
            return new Outcome<OpenUnit>.Refused(fields.Refusals);
        return fields.HasFailed
            ? new Outcome<OpenUnit>.Refused(fields.And(UnitDecider.Decide(open.State, command, envelope.Context)))
            : (await desk.ChangeAsync(open.Id, command, envelope, cancellation, open.Read)).Of(open.At);
    }
}
