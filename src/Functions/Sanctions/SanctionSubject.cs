using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Sanctions.Operations;
using Oversight.Functions.Sanctions.Reading;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;
using Oversight.Sanctions;

namespace Oversight.Functions.Sanctions;

/// <summary>A sanction as a subject of operations.</summary>
public sealed class SanctionSubject(
    IEnumerable<Operation<OpenSanction>> operations, SanctionDesk desk, Streams streams)
    : Subject<OpenSanction>(operations)
{
    public const string SubjectName = "sanction";

    public override string Name => SubjectName;

    public override string ApiFunction => SanctionFunctions.ApiName;

    public override Type ApiAnswer => typeof(SanctionDetails);

    public override Task<Opening<OpenSanction>> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation) => desk.OpenAsync(request, id, cancellation);

    public override string PageOf(OpenSanction open) => open.Address;

    public override IReadOnlyList<Crumb> Trail(OpenSanction open) =>
        [new Crumb("Sanktioner", SanctionFunctions.List), new Crumb(SanctionWords.Title(open), open.Address)];

    public override Task<object> DescribeAsync(OpenSanction open, CancellationToken cancellation) =>
        Task.FromResult<object>(SanctionDetails.Of(open));

    public override async Task<IReadOnlyList<TimelineEntry>> HistoryAsync(
        OpenSanction open, CancellationToken cancellation) =>
    [
        .. (await streams.HistoryAsync(SanctionStream.Kind, open.Head.Id, cancellation))
            .Where(recorded => open.ReadsReview || SanctionTimeline.IsForAll(recorded.Event))
            .Select(recorded => SanctionTimeline.Entry(recorded, open)),
    ];

    public override BoardId? BoardOf(OpenSanction open, Permission permission) => open.Board;

    public override async Task<Outcome<OpenSanction>> RunAsync(
        Operation<OpenSanction> operation, OpenSanction open, FieldValues values, Envelope envelope,
        CancellationToken cancellation)
    {
        var asked = (SanctionOperation)operation;
        var texts = await desk.DraftAsync(asked.Name.Name, envelope, cancellation);
        var command = asked.Command(open, values, texts);
        if (values.Unreadable(() => SanctionDecider.Decide(open.State, command, envelope.Context)) is { } reasons)
            return new Outcome<OpenSanction>.Refused(reasons);
        var outcome = await desk.ChangeAsync(
            open, command, texts, asked.FilesOf(values), envelope, cancellation);
        var written = await desk.TextsAsync(open.Head.Id, cancellation);
        return outcome.Of((head, state) => open with { Read = new(head, state), Texts = written });
    }
}
