using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Reviews.Joint;
using Oversight.Functions.Reviews.Operations;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews;

/// <summary>A review as a subject of operations.</summary>
public sealed class ReviewSubject(
    IEnumerable<Operation<OpenReview>> operations, ReviewDesk desk, ReviewTimeline timeline, TwinReader twins)
    : Subject<OpenReview>(operations)
{
    public const string SubjectName = "review";

    public override string Name => SubjectName;

    public override string ApiFunction => ReviewOperationFunctions.ApiName;

    public override Type ApiAnswer => typeof(ReviewDetails);

    public override Task<Opening<OpenReview>> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation) =>
        desk.OpenAsync(request, id, cancellation);

    public override string PageOf(OpenReview open) => open.Address;

    public override string AfterChange(OpenReview open) => open.IsSeen ? open.Address : "/granskningar";

    public override bool IsSeen(OpenReview open) => open.IsSeen;

    public override IReadOnlyList<Crumb> Trail(OpenReview open) =>
        [new Crumb("Granskningar", "/granskningar"), new Crumb($"Granskning {open.Reference}", open.Address)];

    public override async Task<object> DescribeAsync(OpenReview open, CancellationToken cancellation)
    {
        var texts = await desk.TextsAsync(open.Head.Id, cancellation);
        return ReviewDetails.Of(open, texts) with
        {
            Joint = JointDetails.Of(open, await twins.FindAsync(open, cancellation), texts),
        };
    }

    public override async Task<IReadOnlyList<TimelineEntry>> HistoryAsync(
        OpenReview open, CancellationToken cancellation) =>
        timeline.Of(open, await desk.HistoryAsync(open.Head.Id, cancellation),
            await desk.TextsAsync(open.Head.Id, cancellation));

    public override BoardId? BoardOf(OpenReview open, Permission permission) => open.Board;

    public override async Task<Outcome<OpenReview>> RunAsync(
        Operation<OpenReview> operation, OpenReview open, FieldValues values, Envelope envelope,
        CancellationToken cancellation)
    {
        var asked = (ReviewOperation)operation;
        var texts = await desk.DraftAsync(asked.Name.Name, envelope, cancellation);
        var command = await asked.CommandAsync(open, values, texts, cancellation);
        if (values.Unreadable(() => ReviewDecider.Decide(open.State, command, envelope.Context)) is { } reasons)
            return new Outcome<OpenReview>.Refused(reasons);
        var about = asked.ItemOf(values) is { } item ? envelope.About(item) : envelope;
        return (await desk.ChangeAsync(open, command, texts, asked.FilesOf(values), about, cancellation))
            .Of((head, state) => open with { Read = new(head, state) });
    }
}
