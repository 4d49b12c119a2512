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

/// <summary>A provider as a subject of operations.</summary>
public sealed class ProviderSubject(
    IEnumerable<Operation<OpenProvider>> operations, RegisterOpener opener, ProviderDesk desk,
    RegisterTimeline timeline, Views views)
    : Subject<OpenProvider>(operations)
{
    public const string SubjectName = "provider";

    public override string Name => SubjectName;

    public override string ApiFunction => ProviderOperationFunctions.ApiName;

    public override Type ApiAnswer => typeof(ProviderAnswer);

    public override Task<Opening<OpenProvider>> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation) =>
        opener.ProviderAsync(request, id, cancellation);

    public override string PageOf(OpenProvider open) => open.Address;

    public override IReadOnlyList<Crumb> Trail(OpenProvider open) =>
        [RegisterWording.Start, new Crumb(open.State.Names.Latest(), open.Address)];

    public override async Task<object> DescribeAsync(OpenProvider open, CancellationToken cancellation) =>
        ProviderAnswer.Of(
            open.Id, open.Head.Version, open.State, open.Scene.Today,
            await views.ReadAllAsync<UnitRow>(RegisterPartitions.OfProvider(open.Id), cancellation,
                RegisterPartitions.UnitPrefix));

    public override async Task<IReadOnlyList<TimelineEntry>> HistoryAsync(
        OpenProvider open, CancellationToken cancellation) =>
        timeline.Of(await desk.HistoryAsync(open.Id, cancellation), open.InForce.Settings);

    public override BoardId? BoardOf(OpenProvider open, Permission permission) => null;

    public override async Task<Outcome<OpenProvider>> RunAsync(
        Operation<OpenProvider> operation, OpenProvider open, FieldValues values, Envelope envelope,
        CancellationToken cancellation)
    {
        var fields = RegisterFields.Read(values);
        var command = ((ProviderOperation)operation)
            .Command(open, fields, RegisterFields.Identity(open.User, envelope));
        return fields.HasFailed
            ? new Outcome<OpenProvider>.Refused(
                fields.And(ProviderDecider.Decide(open.State, command, envelope.Context)))
            : (await desk.ChangeAsync(open.Id, command, envelope, cancellation, open.Read)).Of(open.At);
    }
}
