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

/// <summary>An överlämnande as a subject of operations.</summary>
public sealed class ReferralSubject(
    IEnumerable<Operation<OpenReferral>> operations, ReferralDesk desk, Streams streams)
    : Subject<OpenReferral>(operations)
{
    public const string SubjectName = "referral";

    public override string Name => SubjectName;

    public override string ApiFunction => ReferralFunctions.ApiName;

    public override Type ApiAnswer => typeof(ReferralDetails);

    public override Task<Opening<OpenReferral>> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation) =>
        desk.OpenAsync(request.User(), id, cancellation);

    public override string PageOf(OpenReferral open) => open.Address;

    public override IReadOnlyList<Crumb> Trail(OpenReferral open) =>
    [
        ReferralWords.Origin(open.Referral),
        new Crumb(ReferralWords.Title(open), open.Address),
    ];

    public override Task<object> DescribeAsync(OpenReferral open, CancellationToken cancellation) =>
        Task.FromResult<object>(ReferralDetails.Of(open));

    public override async Task<IReadOnlyList<TimelineEntry>> HistoryAsync(
        OpenReferral open, CancellationToken cancellation)
    {
        var texts = await desk.TextsAsync(open.Head.Id, open.Referral, cancellation);
        return
        [
            .. (await streams.HistoryAsync(ReferralStream.Kind, open.Head.Id, cancellation))
                .Select(recorded => ReferralWords.Entry(recorded, texts, open.InForce.Settings)),
        ];
    }

    public override BoardId? BoardOf(OpenReferral open, Permission permission) => open.Board;

    public override async Task<Outcome<OpenReferral>> RunAsync(
        Operation<OpenReferral> operation, OpenReferral open, FieldValues values, Envelope envelope,
        CancellationToken cancellation)
    {
        var asked = (ReferralOperation)operation;
        var texts = await desk.Stream.DraftAsync(asked.Name.Name, envelope, cancellation);
        var command = asked.Command(open, values, texts);
        if (values.Unreadable(() => ReferralDecider.Decide(open.State, command, envelope.Context)) is { } reasons)
            return new Outcome<OpenReferral>.Refused(reasons);
        var outcome = await desk.Stream.ChangeAsync(open.Read, command, texts, envelope, cancellation);
        var written = await desk.TextsAsync(open.Head.Id, open.Referral, cancellation);
        return outcome.Of((head, state) => open with { Read = new(head, state), Texts = written });
    }
}

/// <summary>What an operation on an överlämnande adds to every operation.</summary>
public abstract class ReferralOperation : Operation<OpenReferral>
{
    public abstract ReferralCommand Command(OpenReferral open, FieldValues values, OperationTexts texts);

    /// <summary>For its reviewers and for those who decide, who have this permission in common.</summary>
    public override Permission Permission => Permission.ReadReviews;

    public override bool IsFor(OpenReferral open) => Access.Allows(open.User, Permission.Review, open.Board)
        || Access.Allows(open.User, Permission.DecideReferrals, open.Board);
}
